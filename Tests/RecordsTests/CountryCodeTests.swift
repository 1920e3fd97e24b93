import Records
import Testing

@Suite struct CountryCodeTests {
  @Test(arguments: [
    ("NLD", "NLD"), ("nl", "NLD"), ("d", "DEU"), ("DEU", "DEU"), ("XXA", "XXA"), ("GBD", "GBR"),
    ("XK", "RKS"), ("UNO", "UNO"), ("EUE", "EUE"), ("ROM", "ROU"), ("0", ""), ("", ""), ("QQ", ""),
    ("ZZZ", ""), ("A1", ""), ("NLDX", ""), ("N", ""),
  ])
  func givesAlpha3(_ code: String, _ alpha3: String) {
    #expect(CountryCode.alpha3(ShortCode(code)).description == alpha3)
  }
}

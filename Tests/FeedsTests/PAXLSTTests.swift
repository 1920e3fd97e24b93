import Records
import Testing

@testable import Feeds

@Suite struct PAXLSTTests {
  static let two = paxlst(
    """
    NAD+FL+++EL AMRANI:MOHAMED:MR+STREET 1+CITY'ATT+2++M'ATT+3++F'DTM+329:860301'LOC+178+AMS'\
    NAT+2+NL'RFF+AVF:ABC123'RFF+ABO:7'RFF+SEA:016A'DOC+P:110:111+NQ1'LOC+91+NL'DTM+36:280715'\
    DOC+V+V77'NAD+DDT+++KAPER'CNT+42:1'CNT+41:1'
    """)

  @Test func passengerAndCrew() {
    let parsed = parse(PAXLSTTests.two)
    #expect(parsed.codes == [])
    #expect(
      parsed.persons == [
        #"""
        {"kind":"passenger","surname":"EL AMRANI","given":"MOHAMED","nameSource":"NAD","birthDat\#
        e":"1986-03-01","gender":"M","nationality":"NLD","documents":[{"type":"P","number":"NQ1"\#
        ,"issuer":"NLD","expires":"2028-07-15"},{"type":"V","number":"V77"}],\#(flightJSON),"rec\#
        ordLocator":"ABC123","passengerReference":"7","seat":"16A"
        """#,
        #"""
        {"kind":"crew","surname":"KAPER","nameSource":"NAD",\#(flightJSON)
        """#,
      ])
  }

  @Test func flightAcrossTheBorderComesFirst() {
    let text = paxlst("NAD+FL+++DE WIT:JAN'CNT+42:1'").replacing(
      "TDT+20+ZZ1007+++ZZ'", with: "TDT+20+ZZ9+++ZZ'LOC+92+GRQ'LOC+92+AMS'TDT+20+ZZ1007+++ZZ'")
    let line = parse(text).persons[0]
    #expect(line.contains("\"flights\":[{\"carrier\":\"ZZ\",\"number\":\"1007\""))
    #expect(line.contains("{\"carrier\":\"ZZ\",\"number\":\"9\",\"from\":\"GRQ\",\"to\":\"AMS\"}]"))
  }

  @Test func impossibleBirthDateKeepsThePerson() {
    let parsed = parse(paxlst("NAD+FL+++DE WIT:JAN'DTM+329:803102'CNT+42:1'"))
    #expect(parsed.persons.count == 1)
    #expect(parsed.codes == ["DATE_IMPOSSIBLE"])
    #expect(!parsed.persons[0].contains("birthDate"))
  }

  @Test(arguments: [
    ("KL1007", "", "KL 1007 "), ("KL0007", "KL", "KL 7 "), ("U2212", "U2", "U2 212 "),
    ("UA123A", "", "UA 123 A"), ("KLM1007", "", "KLM 1007 "), ("988", "UA", "UA 988 "),
    ("B2740", "", "B2 740 "), ("AB12", "CD", "AB 12 "),
  ]) func flightIds(id: String, carrier: String, expected: String) {
    var leg = FlightLeg()
    let bytes = Array(id.utf8)
    FlightLegReader.setFlight(
      of: &leg, bytes.span, 0..<bytes.count, carrier: ShortCode(carrier))
    #expect("\(leg.carrier) \(leg.number) \(leg.suffix)" == expected)
  }
}

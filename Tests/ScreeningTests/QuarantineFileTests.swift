import Records
import Testing

@testable import Screening

struct QuarantineFileTests {
  @Test(arguments: [
    "1", "P1", "000001", "MSG001", "PAX-12.3", "11085B94E1F8FA", "kl1007", "99999999999999",
  ])
  func showsAReference(_ text: String) {
    #expect(QuarantineFile.reference(text) == text)
  }

  @Test(arguments: [
    "", "JANSEN", "JANSEN/ANN", "1JANSEN", "ANN", "1VOS/ANN", "VOS ANN 1", "123456789012345",
    "M\u{DC}L1", "\u{FFFD}1", "1\u{301}",
  ])
  func keepsWhatMayBeANameToItself(_ text: String) {
    #expect(QuarantineFile.reference(text).isEmpty)
  }

  @Test func aLineHasNoNameInPlaceOfTheReference() {
    let broken = Diagnostic(.syntax, at: 7, "odd", messageReference: "JANSEN/ANN")
    let line = String(decoding: QuarantineFile.lines([broken], file: "a.edi"), as: UTF8.self)
    #expect(
      line
        == "{\"file\":\"a.edi\",\"offset\":7,\"code\":\"SYNTAX\",\"text\":\"odd\",\"salvaged\":0}\n"
    )
    let sound = Diagnostic(.syntax, at: 7, "odd", messageReference: "M1")
    #expect(
      String(decoding: QuarantineFile.lines([sound], file: "a.edi"), as: UTF8.self)
        .contains("\"reference\":\"M1\""))
  }
}

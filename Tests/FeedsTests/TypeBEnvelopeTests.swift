import Records
import Testing

@testable import Feeds

@Suite struct TypeBEnvelopeTests {
  static let texts: [(text: String, isEnvelope: Bool)] = [
    ("QU SPLNPXX\n.DXBTSXX 280427\n", true),
    ("\r\nZCZC ABC123\r\n\u{1}QP AMSKMXX AMSRMXX\r\n.LHRTSXX 280427 AB12\r\n\u{2}", true),
    ("\u{3}NNNN\n", true),
    ("CICA\n.HDQCRA9 130631", false),
    ("Email secured by UN Antivirus", false),
    ("PERSONS", false),
    ("13Nov09", false),
    ("", false),
    (String(repeating: "QU SPLNPXX\n", count: 60), true),
  ]

  @Test(arguments: texts) func isTold(text: String, isEnvelope: Bool) {
    #expect(TypeBEnvelope.isEnvelope(Array(text.utf8)) == isEnvelope)
  }

  @Test func aLongOneIsReported() {
    var skipped = SkippedText()
    let text = Array(String(repeating: "QU SPLNPXX\n", count: 60).utf8)
    skipped.note(text.span, 0..<text.count, base: 0)
    #expect(skipped.take()?.code == .syntax)
    skipped.note(text.span, 0..<33, base: 0)
    #expect(skipped.take() == nil)
  }
}

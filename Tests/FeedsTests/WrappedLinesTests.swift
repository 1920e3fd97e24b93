import Records
import Testing

@testable import Feeds

/// Senders who wrap their lines anywhere, with a blank at the beginning or the end of each, and those who
/// write in lower case.
@Suite struct WrappedLinesTests {
  private static let booking =
    "SRC'RCI+ZZ:ABC121'TIF+VAN DER BERG+PIETMR:A:1'SSR+DOCS:HK:1:ZZ:::::/P/NLD/NX1/NLD/01MAR86/M"
    + "/15JUL28/VAN DER BERG/PIET ANTON+::1'SSR+INFT:HK:1:ZZ:::::VAN DER BERG/KIM 01SEP26+::1'"
    + "TVL+281126:0800:281126:0930+AMS+LHR+ZZ+1007:Y'RPI+1+HK'"
  private static let pnr = pnrgov(booking)
  private static let api = paxlst(
    "NAD+FL+++VAN DER BERG:PIET'ATT+2++M'DTM+329:860301'NAT+2+NLD'RFF+AVF:ABC121'"
      + "DOC+P:110:111+NX1'DTM+36:280715'LOC+91+NLD'")

  /// Lines of so many bytes, in front of each but the first and behind each but the last something.
  private static func wrapped(
    _ text: String, at width: Int, indent: String = "", fill: String = ""
  ) -> String {
    let letters = Array(text)
    return stride(from: 0, to: letters.count, by: width).map {
      String(letters[$0..<min($0 + width, letters.count)])
    }.joined(separator: fill + "\r\n" + indent)
  }

  /// Without blanks, which a wrap may leave between two letters, or take from there.
  private static func withoutBlanks(_ parsed: Parsed) -> [String] {
    parsed.persons.map { $0.filter { $0 != " " } }
  }

  @Test(arguments: [pnr, api, pnr.replacing("UNA:+.?*'", with: "")])
  func anIndentOfEachLineIsLayout(text: String) {
    let whole = parse(text)
    for width in 40...90 {
      for block in [13, 1 << 20] {
        let parsed = parse(Self.wrapped(text, at: width, indent: " "), block: block)
        #expect(Self.withoutBlanks(parsed) == Self.withoutBlanks(whole), "\(width)")
        #expect(parsed.codes == [], "\(width)")
      }
    }
  }

  /// Two letters with the blank of a fill between them are two words; anything else goes on without it.
  @Test func aBlankBeforeADigitIsLayout() {
    for (part, instead) in [
      ("ZZ+1007'SRC", "ZZ+10 \r\n07'SRC"), ("01MAR86", "01MAR \r\n86"), ("ABC121", "ABC \r\n121"),
      ("ZZ+1007'SRC", "ZZ+10\r\n 07'SRC"), ("01MAR86", "01MA\r\n R86"), ("ABC121", "ABC\r\n 121"),
      ("PNRGOV:13", "PNRG\r\n OV:13"), ("PNRGOV:13", "PNRG \r\nOV:13"), ("NX1", "N\r\n X1"),
    ] {
      let text = Self.pnr.replacing(part, with: instead)
      #expect(text != Self.pnr)
      #expect(parse(text).persons == parse(Self.pnr).persons, "\(instead)")
    }
  }

  @Test func aBlankBetweenWordsIsKeptWhereLinesAreNotIndented() {
    let text = Self.pnr.replacing("TIF+VAN DER BERG", with: "TI\r\nF+VAN \r\nDER\r\n BERG")
    #expect(text != Self.pnr)
    #expect(parse(text).persons == parse(Self.pnr).persons)
  }

  @Test(arguments: [pnr, api]) func lowerCaseIsAsGood(text: String) {
    for block in [1, 7, 1 << 20] {
      #expect(parse(text.lowercased(), block: block) == parse(text))
      #expect(parse(text.replacing("UNB+", with: "unb+"), block: block) == parse(text))
    }
    let bare = String(text.dropFirst(9))
    #expect(parse(bare.lowercased()).persons == parse(bare).persons)
  }

  @Test func lowerCaseMessagesWithoutAnInterchangeAreRead() {
    let bare = String(Self.pnr.dropFirst(Self.pnr.split(separator: "UNH+")[0].count))
    #expect(!parse(bare).persons.isEmpty)
    #expect(parse(bare.lowercased()).persons == parse(bare).persons)
  }
}

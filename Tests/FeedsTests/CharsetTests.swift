import Records
import Testing

@testable import Feeds

@Suite struct CharsetTests {
  @Test(arguments: [
    ("UNOC", [0xE9, 0xD8] as [UInt8], "ÉØ", false), ("UNOD", [0xB3, 0xA3], "ŁŁ", false),
    ("UNOE", [0xB6, 0xF1], "ЖЁ", false), ("UNOF", [0xE1, 0xD9], "ΑΩ", false),
    ("UNOK", [0xFD, 0xDD], "Iİ", false), ("UNOL", [0xA6, 0xBC], "ŠŒ", false),
    ("UNOY", [0xC3, 0xA9], "É", false), ("UNOY", [0xE9], "É", true),
    ("UNOA", [0x61, 0xC3, 0xA9], "AÉ", true), ("UNOA", [0x8A, 0xE9], "ŠÉ", true),
    ("IATA", [0x4F, 0xE2, 0x80, 0x99, 0x4E], "O'N", true), ("UNOA", [0x61, 0x62], "AB", false),
    ("UNOB", [0x61, 0xE9], "AÉ", true), ("IATB", [0x61], "A", false),
    ("UNOG", [0xE6, 0xB1], "ĈĦ", false), ("UNOH", [0xB9, 0xF1], "ŠŅ", false),
    ("UNOI", [0xD9, 0xC7], "\u{639}\u{627}", false), ("UNOJ", [0xE0], "\u{5D0}", false),
    ("UNOW", [0xC5, 0x81], "Ł", false), ("UNOW", [0xE9], "É", true),
    ("UNOX", [0x61], "A", false), ("UNOX", [0x41, 0x1B, 0x24, 0x42], "A $B", true),
    ("KECA", [0x61], "A", false), ("SIRE", [0x61], "A", false),
    // ЖУКОВ in code page 866, Windows-1251 and UTF-8; Ёж; р to я, which 866 is asked for first.
    ("SIRE", [0x86, 0x93, 0x8A, 0x8E, 0x82], "ЖУКОВ", false),
    ("SIRE", [0xC6, 0xD3, 0xCA, 0xCE, 0xC2], "ЖУКОВ", false),
    ("SIRE", [0xD0, 0x96, 0xD0, 0xA3], "ЖУ", false), ("SIRE", [0xF0, 0xA6], "ЁЖ", false),
    ("SIRE", [0xA8, 0xE6], "ИЦ", false), ("SIRE", [0xA8, 0xC6], "ЁЖ", false),
    ("SIRE", [0xB0, 0xC4], "°Д", false),
  ]) func decoding(identifier: String, bytes: [UInt8], expected: String, deviates: Bool) {
    var charset = Charset(identifier: ShortCode(identifier))
    var out: [UInt8] = []
    charset.append(bytes.span, 0..<bytes.count, release: 0x3F, to: &out)
    #expect(String(decoding: out, as: UTF8.self) == expected)
    #expect(charset.hasDeviated == deviates)
  }

  @Test func releaseBlanksAndLineEnds() {
    var charset = Charset()
    var out: [UInt8] = []
    let text = Array("  a?'b   c??\r\n d ".utf8)
    charset.append(text.span, 0..<text.count, release: 0x3F, to: &out)
    #expect(String(decoding: out, as: UTF8.self) == "A'B C? D")
  }

  @Test func lettersOutsideTheDeclaredSetAreReportedOncePerMessage() {
    let group = "NAD+FL+++MÜLLER:ZOË'NAD+FL+++MÜLLER:JAN'CNT+42:2'"
    #expect(parse(paxlst(group)).codes == ["CHARSET"])
    #expect(parse(paxlst(group, charset: "UNOY")).codes == [])
    #expect(parse(paxlst(group)).persons[0].contains("\"MÜLLER\",\"given\":\"ZOË\""))
  }
}

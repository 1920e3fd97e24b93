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

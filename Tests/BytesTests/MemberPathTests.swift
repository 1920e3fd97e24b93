import Testing

@testable import Bytes

@Suite struct MemberPathTests {
  @Test(arguments: [
    ("a.edi", false), ("d/../b.edi", false), ("./a.edi", false), ("d/e/../../b.edi", false),
    ("../a.edi", true), ("d/../../a.edi", true), ("..\\a.edi", true), ("/../a.edi", true),
    ("in/..", true),
  ]) func onlyWhatLeavesTheArchiveLeadsOutside(path: String, isOutside: Bool) {
    #expect(MemberName.leadsOutside(Array(path.utf8)) == isOutside)
  }

  /// A text in lines of 60 may have the sum of its bytes where an old tar has it.
  @Test func textIsNoTar() {
    var head = Array(repeating: UInt8(0x41), count: 512)
    for index in 148..<156 { head[index] = 0x2F }
    let sum = head.reduce(0) { $0 + Int($1) } - 8 * 0x2F + 8 * 0x20
    for (place, digit) in String(sum, radix: 8).utf8.enumerated() { head[148 + place] = digit }
    // The digits stand where eight blanks are counted, so the sum is still right.
    #expect(Packing(head) == nil)
  }
}

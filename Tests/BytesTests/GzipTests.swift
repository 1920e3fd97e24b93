import Bytes
import TestSupport
import Testing

@Suite struct GzipTests {
  let text = Array(String(repeating: "NAD+FL+++", count: 40).utf8)
  let second = Array("UNB+second'".utf8)
  let damage = UnpackProblem.damaged("the packed stream is damaged or broken off")
  /// Before the content of a stream of one stored block.
  private static let startBytes = 15

  @Test func cutAtAnyByteItGivesWhatCameBefore() throws {
    let packed = TinyGzip.make(text)
    for count in 2..<packed.count {
      let whole = text.prefix(max(0, count - GzipTests.startBytes))
      let expected = [ReadMember("", Array(whole), damage)]
      #expect(try readMembers(Array(packed[..<count])) == expected, "cut at \(count)")
    }
  }

  /// The last of several blocks is kept as well.
  @Test func aLongStreamIsKeptUpToItsBreak() throws {
    let long = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 9) }
    let packed = TinyGzip.make(long)
    for lost in [8, 9, 5000, 70_000] {
      let members = try readMembers(Array(packed.dropLast(lost)))
      #expect(members.map(\.problem) == [damage])
      #expect(members[0].content.count >= long.count - lost)
      #expect(long.starts(with: members[0].content))
    }
  }

  @Test(arguments: 1...8) func aWrongChecksumOrLengthIsFound(place: Int) throws {
    var packed = TinyGzip.make(text)
    packed[packed.count - place] ^= 0x10
    #expect(try readMembers(packed) == [ReadMember("", text, damage)])
  }

  @Test func aChangedByteIsFound() throws {
    var packed = TinyGzip.make(text)
    packed[GzipTests.startBytes + 3] ^= 1
    var changed = text
    changed[3] ^= 1
    #expect(try readMembers(packed) == [ReadMember("", changed, damage)])
  }

  @Test(arguments: [1, 2, 3, 7, 64, 4096]) func headersMayHoldAllTheirFields(block: Int) throws {
    let packed = TinyGzip.withLongHeader(text)
    #expect(try readMembers(packed, block: block) == [ReadMember("", text)])
    #expect(
      try readMembers(packed + packed, block: block).map(\.content) == [text + text])
  }

  @Test func streamsBehindEachOtherAreOneWithOrWithoutPadding() throws {
    let (one, two) = (TinyGzip.make(text), TinyGzip.make(second))
    let zeros = [UInt8](repeating: 0, count: 300_000)
    for padding in [[], [0, 0, 0], zeros] {
      #expect(try readMembers(one + padding) == [ReadMember("", text)])
      #expect(try readMembers(one + padding + two) == [ReadMember("", text + second)])
    }
    #expect(try readMembers(TinyGzip.make([]) + two) == [ReadMember("", second)])
    #expect(try readMembers(one + TinyGzip.make([])) == [ReadMember("", text)])
  }

  @Test func whatFollowsAStreamIsReported() throws {
    let one = TinyGzip.make(text)
    let follows = UnpackProblem.damaged("what follows the packed stream is not read")
    for garbage in ["UNB", "\n", "\u{1F}", String(repeating: "x", count: 200_000)] {
      let packed = one + Array(garbage.utf8)
      let members = try readMembers(packed)
      #expect(members.map(\.content) == [text])
      #expect(members[0].problem == follows)
      // A stream behind it is found.
      let more = try readMembers(packed + TinyGzip.make(second))
      #expect(more == [ReadMember("", text + second, follows)])
    }
  }

  @Test func aDamagedStreamDoesNotCostThoseBehindIt() throws {
    var one = TinyGzip.make(text)
    one[one.count - 8] ^= 1
    let two = TinyGzip.make(second)
    #expect(try readMembers(one + two) == [ReadMember("", text + second, damage)])
    // A block of a kind that deflate does not know, in the middle.
    let broken = TinyGzip.make(Array("broken".utf8)).enumerated().map { $0 == 10 ? 7 : $1 }
    #expect(
      try readMembers(TinyGzip.make(text) + broken + two).map(\.content) == [text + second])
  }

  @Test func aListThatIsDamagedIsRefused() throws {
    var packed = TinyGzip.make(text)
    packed[packed.count - 5] ^= 1
    _ = try withTemporaryFile(packed) { path in
      #expect(throws: BytesError.self) { try readWholeFile(path, maximumBytes: 1 << 20) }
    }
  }
}

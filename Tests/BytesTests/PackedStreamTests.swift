import Bytes
import Foundation
import TestSupport
import Testing

/// What holds for every kind of packed stream, by streams that the kinds' own programs made.
@Suite struct PackedStreamTests {
  enum Kind: String, CaseIterable {
    case gzip, zstd, bzip2, xz

    /// ``PackedStreamTests/text``, packed.
    func packed() throws -> [UInt8] {
      guard self != .gzip else { return TinyGzip.make(PackedStreamTests.text) }
      return try Array(#require(Data(base64Encoded: PackedStreamTests.streams[self] ?? "")))
    }

    /// Where a byte of the content's checksum stands, counted from the end.
    var checksumPlace: Int {
      switch self {
      case .gzip: 8
      case .zstd: 1
      case .bzip2: 2
      case .xz: 40
      }
    }
  }

  static let text = Array(String(repeating: "NAD+FL+++", count: 40).utf8)
  private static let streams: [Kind: String] = [
    .zstd:
      "KLUv/QRYhQAASE5BRCtGTCsrKwEAXFTLEWidXRs=",
    .bzip2:
      "QlpoOTFBWSZTWdyPyqcAALOUAAAIJQUgAFBgAUpGjRME6JgnhNE4J4TBPi7kinChIbkflU4=",
    .xz:
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AFnABFdACcQRJr7OxaunA+MEu/9EAAAAAAAAAb2OFZGRBYCAAEt6AIAAACghsrKscRn+wIAAAAABFla",
  ]
  let damage = UnpackProblem.damaged("the packed stream is damaged or broken off")

  @Test(arguments: Kind.allCases) func isReadInBlocksOfAnySize(kind: Kind) throws {
    for block in [1, 7, 4096] {
      #expect(try readMembers(kind.packed(), block: block) == [ReadMember("", Self.text)])
    }
  }

  @Test(arguments: Kind.allCases) func severalOfThemAreOne(kind: Kind) throws {
    let packed = try kind.packed()
    let twice = [ReadMember("", Self.text + Self.text)]
    #expect(try readMembers(packed + packed) == twice)
    #expect(try readMembers(packed + [0, 0, 0, 0] + packed + [0, 0, 0, 0]) == twice)
  }

  @Test(arguments: Kind.allCases) func whatFollowsIsReported(kind: Kind) throws {
    let packed = try kind.packed()
    let follows = UnpackProblem.damaged("what follows the packed stream is not read")
    for garbage in ["\n", "UNB+", String(repeating: "x", count: 200_000)] {
      let behind = packed + Array(garbage.utf8)
      #expect(try readMembers(behind) == [ReadMember("", Self.text, follows)])
      #expect(try readMembers(behind + packed) == [ReadMember("", Self.text + Self.text, follows)])
    }
  }

  @Test(arguments: Kind.allCases) func cutAnywhereItIsDamaged(kind: Kind) throws {
    let packed = try kind.packed()
    for count in 6..<packed.count {
      let members = try readMembers(Array(packed[..<count]))
      #expect(members.map(\.problem) == [damage], "cut at \(count)")
      #expect(members.allSatisfy { Self.text.starts(with: $0.content) })
    }
    // What lacks nothing but its end is there.
    #expect(try readMembers(packed.dropLast(1)) == [ReadMember("", Self.text, damage)])
  }

  @Test(arguments: Kind.allCases) func aWrongChecksumIsDamageAndTheTextIsKept(kind: Kind) throws {
    var packed = try kind.packed()
    packed[packed.count - kind.checksumPlace] ^= 0x10
    #expect(try readMembers(packed) == [ReadMember("", Self.text, damage)])
  }

  /// What is to be passed over may stand in front, as pzstd writes it.
  @Test func zstdMayBeginWithASkippableFrame() throws {
    let frame: [UInt8] = [0x53, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]
    let whole = [ReadMember("", Self.text)]
    #expect(try readMembers(frame + Kind.zstd.packed()) == whole)
    #expect(try readMembers(Kind.zstd.packed() + frame) == whole)
  }

  /// Blocks that came before the break are given on, the last one as well.
  @Test func aBrokenZstdStreamKeepsItsBlocks() throws {
    let block = [UInt8](repeating: 0x41, count: 100_000)
    // A window of 2 MB; blocks that are not packed, of which none is the last.
    let header = [0x28, 0xB5, 0x2F, 0xFD, 0, 0x58]
    let size = block.count << 3
    let raw = (0..<3).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) } + block
    // Broken off, or going on with a block of a kind that does not exist.
    for end in [[], [6, 0, 0, 1, 2, 3]] as [[UInt8]] {
      let members = try readMembers(header.map { UInt8($0) } + raw + raw + raw + end)
      #expect(members.map(\.problem) == [damage])
      #expect(members.map(\.content) == [block + block + block])
    }
  }
}

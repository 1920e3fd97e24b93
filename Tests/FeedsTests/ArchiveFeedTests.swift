import Bytes
import Records
import TestSupport
import Testing

@testable import Feeds

/// What came out of one input: passengers and codes by member, and the members as they ended.
private struct Night {
  var persons: [String: Int] = [:]
  var codes: [String: [ReasonCode]] = [:]
  var offsets: [UInt64] = []
  /// Of the findings, by member.
  var findings: [String: [UInt64]] = [:]
  var ended: [FeedMember] = []
  var counts = FeedCounts()
  var isRecognised = false
}

@Suite struct ArchiveFeedTests {
  let family = Array(PNRGOVTests.family.utf8)
  let two = Array(PAXLSTTests.two.utf8)

  private func read(
    _ bytes: [UInt8], block: Int = 1 << 18, limits: Limits = .standard
  ) throws -> Night {
    try withTemporaryFile(bytes) { path in
      var file = try FeedFile(path: path, context: FeedContext(limits: limits), blockBytes: block)
      var batch = PassengerBatch()
      var night = Night()
      while try file.nextBatch(into: &batch) {
        night.persons[file.member, default: 0] += batch.passengers.count
        night.codes[file.member, default: []] += batch.diagnostics.map(\.code)
        night.findings[file.member, default: []] += batch.diagnostics.map(\.offset)
        night.offsets += batch.passengers.map(\.offset)
        if let member = file.endedMember {
          let name = file.member
          #expect(member.name == name)
          night.ended.append(member)
        }
      }
      let last = file.endedMember
      #expect(last == nil)
      night.counts = file.counts
      night.isRecognised = file.isRecognised
      return night
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64, 4096]) func everyMemberIsAFeedOfItsOwn(block: Int) throws {
    let files = [("in/family.edi", family), ("two.edi", two), ("note.txt", Array("hello".utf8))]
    for archive in [StoredZip.make(files), TinyGzip.make(TinyTar.make(files))] {
      let night = try read(archive, block: block)
      #expect(night.persons == ["family.edi": 2, "two.edi": 2, "note.txt": 0])
      #expect(night.codes["note.txt"] == [.unknownMessage] && night.codes["two.edi"] == [])
      #expect(night.ended.map(\.name) == ["family.edi", "two.edi", "note.txt"])
      #expect(night.ended.map(\.isRecognised) == [true, true, false])
      #expect(night.ended.map(\.byteCount) == [family.count, two.count, 5])
      #expect(night.ended.map(\.sha256) == files.map { SHA256.hex($0.1) })
      #expect(night.ended.map(\.counts.persons) == [2, 2, 0])
      #expect(night.counts.persons == 4 && night.isRecognised)
      let alone = try read(two, block: block)
      #expect(night.offsets.suffix(2) == alone.offsets[...])
      #expect(alone.ended.map(\.name) == [""] && alone.ended[0].sha256 == SHA256.hex(two))
    }
  }

  @Test func aBrokenArchiveKeepsWhatCameBefore() throws {
    let tar = TinyTar.make([("family.edi", family), ("two.edi", two)])
    let headerOfTwo = 512 + (family.count + 511) / 512 * 512
    let cut = Array(tar[..<(headerOfTwo + 512 + two.count / 2)])
    let night = try read(cut)
    #expect(night.persons["family.edi"] == 2 && night.codes["family.edi"] == [])
    #expect(night.codes["two.edi"]?.contains(.archiveDamaged) == true)
    #expect(night.codes["two.edi"]?.contains(.truncated) == true)
  }

  @Test func findingsOfTheArchiveItselfHaveItsName() throws {
    let zip = StoredZip.make([("two.edi", two)])
    let night = try read(Array(zip.dropLast(5)))
    #expect(night.persons == ["two.edi": 2, "": 0] && night.codes[""] == [.archiveDamaged])
    #expect(night.ended.map(\.isRecognised) == [true, false])
    let empty = try read(StoredZip.make([(".hidden", [1])]))
    #expect(empty.codes == [".hidden": [.outOfScope], "": [.unknownMessage]])
    #expect(!empty.isRecognised)
    let hidden = try read(StoredZip.make([("__MACOSX/._a", [1]), ("two.edi", two)]))
    #expect(hidden.codes == ["._a": [.outOfScope], "two.edi": []] && hidden.isRecognised)
  }

  @Test func limitsHaveTheirCodes() throws {
    var limits = Limits.standard
    limits.archiveRatio = 100
    let zeros = TinyGzip.zeros(count: 32 << 20)
    #expect(try read(zeros, limits: limits).codes[""] == [.unknownMessage, .archiveRatio])
    limits.archiveEntries = 1
    let tar = TinyTar.make([("two.edi", two), ("family.edi", family)])
    #expect(try read(tar, limits: limits).codes == ["two.edi": [], "": [.tooLarge]])
    limits = .standard
    limits.unpackedBytes = 2000
    #expect(try read(zeros, limits: limits).codes[""]?.contains(.tooLarge) == true)
    let link = TinyTar.entry("l.edi", type: "2", link: "two.edi") + TinyTar.make([("two.edi", two)])
    #expect(try read(link).codes == ["l.edi": [.notRegularFile], "two.edi": []])
  }

  @Test(arguments: [7, 1 << 18]) func aRefusedMemberIsFoundAtItsHeader(block: Int) throws {
    let nested = TinyGzip.make(TinyGzip.make(TinyGzip.make(two)))
    let first = TinyTar.entry("two.edi", two)
    let entries = [
      TinyTar.entry("l.edi", type: "2", link: "two.edi"), TinyTar.entry("../up.edi", [1]),
      TinyTar.entry(".hidden", [1]), TinyTar.entry("deep.gz", nested),
    ]
    let names = ["l.edi", "up.edi", ".hidden", "deep.gz"]
    let night = try read(first + entries.flatMap(\.self) + TinyTar.make([]), block: block)
    var offset = first.count
    for (name, entry) in zip(names, entries) {
      #expect(night.findings[name] == [UInt64(offset)], "\(name)")
      offset += entry.count
    }
    let zip = try read(
      StoredZip.make([("two.edi", two), ("../up.edi", [1]), (".hidden", [1])]), block: block)
    // Header, name and content.
    let up = 30 + 7 + two.count
    #expect(zip.findings["up.edi"] == [UInt64(up)])
    #expect(zip.findings[".hidden"] == [UInt64(up + 30 + 9 + 1)])
  }

  @Test func diagnosticsAreLimitedPerMember() throws {
    var limits = Limits.standard
    limits.diagnosticsPerFile = 2
    let bad = Array(pnrgov("SRC'" + String(repeating: "XYZ+1'", count: 9)).utf8)
    let night = try read(StoredZip.make([("a", bad), ("b", bad)]), limits: limits)
    #expect(night.codes.mapValues(\.count) == ["a": 3, "b": 3])
    #expect(night.codes["b"]?.last == .tooLarge)
  }
}

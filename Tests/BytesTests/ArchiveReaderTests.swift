import Bytes
import TestSupport
import Testing

@Suite struct ArchiveReaderTests {
  let limits = ArchiveLimits(memberBytes: 1000)
  let zip = StoredZip.make([
    ("mimetype", Array("text/plain".utf8)), ("dir/one.xml", Array("<one/>".utf8)),
  ])

  private func reason(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch BytesError.archive(let path, let reason) {
      return "\(path): \(reason)"
    } catch {
      return "another error"
    }
  }

  @Test func readsMembersByName() throws {
    let contents = try ArchiveReader.read(
      ["dir/one.xml", "mimetype"], fromZip: zip, path: "a.zip", limits: limits)
    #expect(contents == [Array("<one/>".utf8), Array("text/plain".utf8)])
  }

  @Test func listsMembers() throws {
    let members = try ArchiveReader.members(ofZip: zip, path: "a.zip", limits: limits)
    #expect(members.map(\.name) == ["mimetype", "dir/one.xml"])
    #expect(members.map(\.statedBytes) == [10, 6])
    #expect(members.allSatisfy { $0.isFile })
  }

  @Test func readsAllOfALongMember() throws {
    let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let long = StoredZip.make([("long", content)])
    let read = try ArchiveReader.read(
      ["long"], fromZip: long, path: "a.zip", limits: ArchiveLimits(memberBytes: 200_000))
    #expect(read == [content])
  }

  @Test func refusesAMissingMember() {
    let found = reason {
      _ = try ArchiveReader.read(["none"], fromZip: zip, path: "a.zip", limits: limits)
    }
    #expect(found == "a.zip: has no member none")
  }

  @Test func refusesAMemberThatIsThereTwice() {
    let twice = StoredZip.make([("x", [1]), ("x", [2])])
    let found = reason {
      _ = try ArchiveReader.read(["x"], fromZip: twice, path: "a.zip", limits: limits)
    }
    #expect(found == "a.zip: holds the member x twice")
  }

  @Test func refusesWhatGoesOverALimit() {
    let large = StoredZip.make([("x", [UInt8](repeating: 0, count: 2 * 1024 * 1024)), ("y", [1])])
    func read(_ limits: ArchiveLimits) -> String {
      reason { _ = try ArchiveReader.read(["x"], fromZip: large, path: "a.zip", limits: limits) }
    }
    #expect(read(ArchiveLimits(memberBytes: 1000)).contains("larger than 1000 bytes"))
    #expect(read(ArchiveLimits(memberBytes: .max, ratio: 0)).contains("more than 0 times"))
    #expect(read(ArchiveLimits(memberBytes: .max, members: 1)).contains("more than 1 members"))
    #expect(read(ArchiveLimits(memberBytes: .max, ratio: .max)) == "")
  }

  @Test func refusesAWrongChecksum() throws {
    var damaged = zip
    let at = try #require(damaged.firstIndex(of: UInt8(ascii: "<")))
    damaged[at] = UInt8(ascii: "[")
    let found = reason {
      _ = try ArchiveReader.read(["dir/one.xml"], fromZip: damaged, path: "a.zip", limits: limits)
    }
    #expect(found.contains("checksum"))
  }

  /// A streaming reader would return the members before the break.
  @Test func refusesAZipBrokenOffAtAnyByte() {
    for count in 0..<zip.count {
      let found = reason {
        _ = try ArchiveReader.read(
          ["mimetype"], fromZip: Array(zip[..<count]), path: "a.zip", limits: limits)
      }
      #expect(found != "", "cut at \(count)")
    }
  }

  /// Whatever is damaged, what is returned has passed its checksum.
  @Test func neverReturnsDamagedContent() {
    for index in zip.indices {
      var damaged = zip
      damaged[index] ^= 0x55
      let read = try? ArchiveReader.read(
        ["mimetype"], fromZip: damaged, path: "a.zip", limits: limits)
      #expect(read == nil || read == [Array("text/plain".utf8)], "byte \(index)")
    }
  }

  @Test(arguments: ["", "PK", "<html></html>", "Rar!\u{1A}\u{7}"])
  func refusesWhatIsNoZip(_ text: String) {
    let found = reason {
      _ = try ArchiveReader.members(ofZip: Array(text.utf8), path: "a.zip", limits: limits)
    }
    #expect(found.contains("not a zip file"))
  }
}

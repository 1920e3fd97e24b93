import Bytes
import Foundation
import Testing

struct AtomicFolderTests {
  private func withParent(_ body: (String) throws -> Void) throws {
    let parent = FileManager.default.temporaryDirectory
      .appendingPathComponent("atomic-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: parent) }
    try body(parent)
  }

  @Test func appearsCompleteUnderItsName() throws {
    try withParent { parent in
      let folder = try AtomicFolder(in: "\(parent)/deep/er")
      var file = try folder.file("a.txt")
      try file.append(Array("hel".utf8))
      try file.append(Array("lo".utf8))
      #expect(try file.finish() == SHA256.hex("hello"))
      #expect(try folderEntries("\(parent)/deep/er").allSatisfy { $0.hasPrefix(".tmp-") })
      try folder.publish(as: "run")
      #expect(try folderEntries("\(parent)/deep/er") == ["run"])
      #expect(try readWholeFile("\(parent)/deep/er/run/a.txt", maximumBytes: 10).count == 5)
    }
  }

  @Test func leavesNothingWhenItIsNotPublished() throws {
    try withParent { parent in
      do {
        let folder = try AtomicFolder(in: parent)
        _ = try folder.file("a.txt").finish()
        #expect(try folderEntries(parent).count == 1)
      }
      #expect(try folderEntries(parent).isEmpty)
    }
  }

  @Test func sweepsWhatAKilledWriterLeftButNotALivingOne() throws {
    try withParent { parent in
      try makeFolders("\(parent)/.tmp-killed")
      try writeNewFile("\(parent)/.tmp-killed/hits.jsonl", [1])
      let living = try AtomicFolder(in: parent)
      let other = try AtomicFolder(in: parent)
      #expect(try folderEntries(parent).count == 2)
      try living.publish(as: "one")
      try other.publish(as: "two")
      #expect(try folderEntries(parent) == ["one", "two"])
    }
  }

  @Test func refusesToReplaceAFolderAndSaysWhereItCannotWrite() throws {
    try withParent { parent in
      try makeFolders("\(parent)/run")
      try writeNewFile("\(parent)/run/a", [1])
      let folder = try AtomicFolder(in: parent)
      #expect(try !folder.publish(as: "run"))
      #expect(try folderEntries(parent) == ["run"])
      #expect(throws: BytesError.self) { _ = try AtomicFolder(in: "\(parent)/run/a") }
      #expect(throws: BytesError.self) { _ = try AtomicFolder(in: "\(parent)/run/a/b") }
    }
  }

  @Test func locksOutASecondHolder() throws {
    try withParent { parent in
      try makeFolders(parent)
      do {
        let first = try FileLock(path: "\(parent)/lock")
        let second = try FileLock(path: "\(parent)/lock")
        #expect((first != nil) == true)
        #expect((second != nil) == false)
      }
      let third = try FileLock(path: "\(parent)/lock")
      #expect((third != nil) == true)
    }
  }
}

import Bytes
import Foundation
import TestSupport
import Testing

@Suite struct FileToReadTests {
  private func entry(_ path: String) -> FileToRead {
    FileToRead(path: Array(path.utf8), isFolderEntry: true)
  }

  private func firstProblem(_ file: FileToRead) throws -> UnpackProblem? {
    var reader = try BlockReader(file, limits: generousLimits)
    return try reader.nextMember()?.problem
  }

  /// What was a file when the folder was looked at may be something else when it is opened.
  @Test func anEntryOfAFolderIsARegularFileOrNotRead() throws {
    try withTemporaryFile([1]) { path in
      let refused = UnpackProblem.notRegular("a link, pipe or device in a folder is not read")
      let link = "\(path)-link"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      defer { try? FileManager.default.removeItem(atPath: link) }
      let pipe = "\(path)-pipe"
      #expect(unsafe mkfifo(pipe, 0o600) == 0)
      defer { try? FileManager.default.removeItem(atPath: pipe) }
      #expect(try firstProblem(entry(path)) == nil)
      // Nobody writes into the pipe: opening it must not wait for that.
      for other in [link, pipe, "/dev/null", "/tmp"] {
        #expect(try firstProblem(entry(other)) == refused, "\(other)")
      }
      #expect(try firstProblem(FileToRead(path: link)) == nil)
    }
  }

  /// It may be taken away as well; a file that the user names must be there.
  @Test func anEntryOfAFolderThatIsGoneIsReported() throws {
    let gone = "/tmp/pnrscreen-gone-\(UInt64.random(in: 0...UInt64.max))"
    #expect(try firstProblem(entry(gone)) == .notRegular("the file is not there any more"))
    #expect(throws: BytesError.self) { try firstProblem(FileToRead(path: gone)) }
    #expect(throws: BytesError.vanished(path: gone)) {
      try kind(of: entry(gone), followsLinks: false)
    }
  }

  @Test func aFileThatIsBeingWrittenIsKnownByIt() throws {
    try withTemporaryFile([1]) { path in
      #expect(try !entry(path).isBeingWritten())
      let writer = try #require(FileHandle(forWritingAtPath: path))
      #expect(try entry(path).isBeingWritten())
      try writer.close()
      #expect(try !entry(path).isBeingWritten())
    }
  }

  @Test func whatIsWrittenWhileAFileIsReadIsNoticed() throws {
    try withTemporaryFile([1, 2, 3]) { path in
      var reader = try BlockReader(FileToRead(path: path), limits: generousLimits)
      _ = try reader.nextMember()
      while try reader.next({ _ in }) {}
      let before = reader.hasChanged
      let writer = try #require(FileHandle(forWritingAtPath: path))
      try writer.seekToEnd()
      try writer.write(contentsOf: Data([4]))
      try writer.close()
      let after = reader.hasChanged
      #expect(!before && after)
    }
  }

  @Test func namesThatAreNotUTF8CanBeReadAndAreShownCleaned() throws {
    try withTemporaryFile([7]) { path in
      let odd = Array("\(path)-".utf8) + [0xE9, 0x0A]
      let terminated = odd.map { CChar(bitPattern: $0) } + [0]
      #expect(unsafe rename(path, terminated) == 0)
      defer { _ = unsafe unlink(terminated) }
      let file = FileToRead(path: odd, isFolderEntry: true)
      #expect(file.shown == "\(path)-__")
      var reader = try BlockReader(file, limits: generousLimits)
      let member = try reader.nextMember()
      #expect(member == InputMember(name: ""))
      #expect(try sha256(of: file) == SHA256.hex([7]))
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      let name = Array(odd.suffix(from: odd.lastIndex(of: 0x2F)! + 1))
      #expect(try folderNames("/\(folder)").contains(name))
    }
  }
}

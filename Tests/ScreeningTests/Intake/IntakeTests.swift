import Bytes
import Feeds
import Records
import TestSupport
import Testing

@testable import Screening

@Suite struct IntakeTests {
  private func read(_ files: [FileToRead]) throws -> [FileAccount] {
    let spill = SpillStore(folder: "/tmp", memoryBytesMax: 1 << 20)
    let inputs = files.map { InputFile(file: $0, baseName: "input", byteCount: -1) }
    let intake = Intake(
      inputs, FeedContext(), scope: nil, store: LegStore(spill), spill: spill, progress: { _ in })
    return try intake.run(threads: 1).files.map(\.account)
  }

  private func account(of text: String) throws -> FileAccount {
    try withTemporaryFile(Array(text.utf8)) { try read([FileToRead(path: $0)])[0] }
  }

  @Test func aFileOfWhichNothingCouldBeReadIsQuarantined() throws {
    let refused = try account(
      of: """
        <!DOCTYPE x [<!ENTITY e "e">]>
        <IATA_PNRGOV_NotifRQ><PNR/></IATA_PNRGOV_NotifRQ>
        """)
    #expect(refused.findings[.xmlDTD] == 1 && refused.outcome == .quarantined)
    #expect(try account(of: "Dear passenger").outcome == .quarantined)
  }

  @Test func aFileWithSomethingWrongInItIsProcessed() throws {
    let damaged = try account(of: "surname,given\r\nDOE,JAN\r\nROE,PIET,x\r\n")
    #expect(!damaged.findings.isEmpty && damaged.parsed.persons > 0)
    #expect(damaged.outcome == .processed)
    // Nobody flies, and nothing is wrong.
    let empty = try account(of: "surname,given\r\n")
    #expect(empty.findings.isEmpty && empty.outcome == .processed)
  }

  /// Between looking through the folder and opening the file.
  @Test func aFileThatWasTakenAwayDoesNotEndTheRun() throws {
    let gone = FileToRead(path: Array("/tmp/pnrscreen-gone".utf8), isFolderEntry: true)
    try withTemporaryFile(Array("surname,given\r\nDOE,JAN\r\n".utf8)) { path in
      let accounts = try read([gone, FileToRead(path: path)])
      #expect(accounts.map(\.outcome) == [.quarantined, .processed])
      #expect(accounts[0].findings == [.notRegularFile: 1] && accounts[1].parsed.persons == 1)
    }
    let listed = try InputFiles.entry(gone, name: Array("pnrscreen-gone".utf8))
    #expect(listed?.reasonNotRead?.code == .notRegularFile)
    #expect(throws: RunError.self) { try read([FileToRead(path: "/tmp/pnrscreen-gone")]) }
  }
}

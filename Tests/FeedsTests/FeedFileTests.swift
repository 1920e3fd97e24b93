import Bytes
import Glibc
import Records
import Testing

@testable import Feeds

@Suite struct FeedFileTests {
  private func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    let path = "/tmp/pnrscreen-feed-\(UInt64.random(in: 0...UInt64.max)).edi"
    try writeNewFile(path, Array(text.utf8))
    defer { _ = unsafe unlink(path) }
    try body(path)
  }

  private func read(
    _ path: String, block: Int, limits: Limits = .standard
  ) throws -> (Int, [Diagnostic], FeedCounts, String) {
    var file = try FeedFile(path: path, context: FeedContext(limits: limits), blockBytes: block)
    var batch = PassengerBatch()
    var persons = 0
    var diagnostics: [Diagnostic] = []
    while try file.nextBatch(into: &batch) {
      persons += batch.passengers.count
      diagnostics += batch.diagnostics
    }
    return (persons, diagnostics, file.counts, file.sha256())
  }

  @Test(arguments: [1, 100, 1 << 18]) func batchesAddUpToTheFile(block: Int) throws {
    let text = PNRGOVTests.family + PAXLSTTests.two
    try withFile(text) { path in
      let (persons, diagnostics, counts, hash) = try read(path, block: block)
      #expect(persons == 4 && counts.persons == 4 && counts.messages == 2)
      #expect(counts.interchanges == 2 && counts.bookings == 1)
      #expect(diagnostics.isEmpty)
      #expect(hash == SHA256.hex(text))
    }
  }

  @Test func unknownAndEmptyFilesAreReported() throws {
    for text in ["", "Dear passenger, hello.\n", "{\"a\":1}"] {
      try withFile(text) { path in
        let (persons, diagnostics, _, _) = try read(path, block: 10)
        #expect(persons == 0 && diagnostics.map(\.code) == [.unknownMessage])
      }
    }
  }

  @Test func diagnosticsAreLimitedAndTheRestCounted() throws {
    var limits = Limits.standard
    limits.diagnosticsPerFile = 2
    try withFile(pnrgov("SRC'" + String(repeating: "XYZ+1'", count: 9))) { path in
      let (_, diagnostics, _, _) = try read(path, block: 64, limits: limits)
      #expect(diagnostics.count == 3)
      #expect(diagnostics.last?.code == .tooLarge)
    }
  }

  @Test func missingFileThrows() {
    #expect(throws: BytesError.self) { _ = try read("/nowhere/feed.edi", block: 1) }
  }

  @Test func registryEntriesDescribeThemselves() {
    #expect(
      FeedRegistry.descriptors.map(\.id) == [
        "pnrgov-edifact", "pnrgov-xml", "paxlst-edifact", "type-b", "passengers-csv",
      ])
  }
}

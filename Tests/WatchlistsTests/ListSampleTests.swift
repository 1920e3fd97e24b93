import Bytes
import Foundation
import TestSupport
import Testing

@testable import Watchlists

/// Every list format has invented samples in `samples/lists/<format id>/`: the files of one list, and beside them
/// what `watchlist show` prints (`expected.jsonl`).
@Suite struct ListSampleTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let format: String
    let files: [URL]
    let expected: URL
    var testDescription: String { format }
  }

  static let samples: [Sample] = WatchlistRegistry.formats.compactMap { format in
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "samples/lists/\(format.descriptor.id)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let files = names.filter { $0 != "expected.jsonl" && !$0.hasPrefix(".") }.sorted()
    guard !files.isEmpty else { return nil }
    return Sample(
      format: format.descriptor.id, files: files.map { folder.appending(path: $0) },
      expected: folder.appending(path: "expected.jsonl"))
  }

  /// Written by an older way, and tested elsewhere.
  static let older: Set<String> = ["nl-terrorism-ods", "persons-csv"]

  @Test func everyFormatHasASample() {
    let known = Set(Self.samples.map(\.format))
    for format in WatchlistRegistry.formats where !Self.older.contains(format.descriptor.id) {
      #expect(known.contains(format.descriptor.id))
    }
  }

  @Test(arguments: samples) func isShownAsExpected(_ sample: Sample) throws {
    let list = try WatchlistFile.read(format: sample.format, paths: sample.files.map(\.path))
    #expect(WatchlistCheck(of: list).verdict == .accepted)
    var json = JSONWriter()
    for entry in list.entries { entry.writeJSONLine(list: list.id, to: &json) }
    if list.documentCounts != nil {
      try WatchlistFile.visitDocuments(paths: sample.files.map(\.path)) {
        $0.writeJSONLine(list: list.id, to: &json)
      }
    }
    let expected = try [UInt8](Data(contentsOf: sample.expected))
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  @Test(arguments: samples) func isRecognised(_ sample: Sample) throws {
    let candidates = try WatchlistFile.candidates(for: sample.files.map(\.path))
    let first = candidates.first {
      (try? WatchlistFile.read(format: $0, paths: sample.files.map(\.path))) != nil
    }
    #expect(first == sample.format)
  }

  /// Whatever file of the list breaks off, nothing of it is accepted.
  @Test(arguments: samples) func isNotAcceptedWhenItBreaksOff(_ sample: Sample) throws {
    for broken in sample.files.indices {
      let contents = try sample.files.map { try [UInt8](Data(contentsOf: $0)) }
      let length = contents[broken].count
      for end in stride(from: 1, to: length - 1, by: max(1, length / 997)) {
        var cut = contents
        cut[broken] = Array(cut[broken][..<end])
        // At the end of a line nothing shows in formats that are lines.
        if contents[broken][end - 1] == 0x0A { continue }
        let sources = zip(sample.files, cut).map {
          WatchlistSource(path: $0.lastPathComponent, bytes: $1)
        }
        let list = try? WatchlistFile.read(format: sample.format, sources: sources)
        let verdict = list.map { WatchlistCheck(of: $0).verdict } ?? .refused
        #expect(verdict != .accepted, "\(sample.files[broken].lastPathComponent) cut at \(end)")
      }
    }
  }
}

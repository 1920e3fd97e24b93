internal import Bytes
internal import Foundation
internal import HitFiles

/// Counts the records in the files of a published folder.
struct PublishedRecords {
  /// Records by the name of the hit file; a file that is not there has none.
  private(set) var hits: [String: Int] = [:]
  /// Hits by band, of the canonical file.
  private(set) var bands: [String: Int] = [:]
  /// Lines of the quarantine by code.
  private(set) var findings: [String: Int] = [:]
  /// What is no record, one sentence each.
  private(set) var problems: [String] = []

  /// Lists that hits are of.
  private(set) var lists: Set<String> = []

  private struct HitLine: Decodable {
    struct Listed: Decodable { var list: String? }

    var id: String
    var band: String
    var listed: Listed
  }

  private struct FindingLine: Decodable { var code: String }

  init(in folder: String, of files: some Sequence<String>) {
    for name in files.sorted() where name.hasSuffix(".csv") {
      hits[name] = countRows(folder, name)
    }
    let name = JSONLinesHitWriter().fileName
    let lines = read(HitLine.self, folder, name)
    hits[name] = lines.count
    for line in lines {
      bands[line.band, default: 0] += 1
      if let list = line.listed.list { lists.insert(list) }
    }
    if Set(lines.map(\.id)).count != lines.count { problems.append("\(name) has an id twice") }
    for line in read(FindingLine.self, folder, QuarantineFile.name) {
      findings[line.code, default: 0] += 1
    }
  }

  /// The lines of a file, as far as something is asked of them.
  private mutating func read<Line: Decodable>(
    _ type: Line.Type, _ folder: String, _ name: String
  ) -> [Line] {
    let decoder = JSONDecoder()
    let lines = RunFolder.contents(of: name, in: folder)?.split(separator: 0x0A) ?? []
    let read = lines.compactMap { try? decoder.decode(type, from: $0) }
    if read.count != lines.count { problems.append("\(name) has a line that is no record") }
    return read
  }

  /// Rows below the header.
  private func countRows(_ folder: String, _ name: String) -> Int {
    var rows = -1
    var rest = RunFolder.contents(of: name, in: folder) ?? Data()
    var reader = CSVReader(maximumRowBytes: .max, maximumFields: .max)
    while !rest.isEmpty {
      reader.consume(Array(rest.prefix(BlockReader.blockBytes)).span) { _ in rows += 1 }
      rest = rest.dropFirst(BlockReader.blockBytes)
    }
    reader.finish { _ in rows += 1 }
    return max(0, rows)
  }
}

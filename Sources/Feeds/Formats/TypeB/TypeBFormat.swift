import Bytes
import Records

/// The lists that reservation and departure control send each other: PNL, ADL, PRL, PFS, ETL, PTM, PSM.
struct TypeBFormat: FeedFormat {
  let descriptor = FormatDescriptor(
    id: "type-b", title: "Passenger lists of Type B (PNL, ADL, PRL, PFS, ETL, PTM, PSM)",
    specification: "IATA Recommended Practices 1707, 1708, 1715, 1718, 1719",
    sampleFolder: "samples/type-b")

  /// A line that names a list, with a flight in the next one; or behind the origin of a telegram, since
  /// the flight may be damaged.
  func recognises(_ head: [UInt8]) -> Bool {
    var isBehindList = false
    var hasOrigin = false
    let lines = head.span
    var start = TypeBParser.markCount(lines)
    while start < lines.count {
      var end = start
      while end < lines.count, lines[end] >= 0x20 || lines[end] == TypeBLine.tab { end += 1 }
      let line = DateReader.trim(lines, start..<end)
      start = end + 1
      guard !line.isEmpty else { continue }
      if isBehindList, TypeBFlightLine(lines, line) != nil { return true }
      isBehindList = TypeBLine.list(lines, line).map { $0 != .other } ?? false
      if isBehindList, hasOrigin { return true }
      hasOrigin = lines[line.lowerBound] == TypeBLine.dot && TypeBLine.isEnvelope(lines, line)
    }
    return false
  }

  func makeParser(_ context: FeedContext) -> any FeedParser { TypeBParser(context) }
}

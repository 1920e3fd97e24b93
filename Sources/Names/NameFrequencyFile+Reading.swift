/// What is wrong with a table, without repeating anything of it.
public struct DamagedNameFrequencies: Error, Sendable, Equatable {
  /// From 1.
  public var line: Int
  public var reason: String
}

extension NameFrequencyFile {
  /// The title, the header's keys, the version.
  private static let headerLines = headerKeys.count + 2

  /// Reads what ``bytes`` gives, and refuses everything else.
  /// - Throws: ``DamagedNameFrequencies`` with the first line that is wrong.
  public init(bytes: [UInt8]) throws(DamagedNameFrequencies) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var numbers: [Int] = []
    for (index, key) in NameFrequencyFile.headerKeys.enumerated() {
      numbers.append(try NameFrequencyFile.headerNumber(key, index + 1, of: lines))
    }
    guard numbers[0] == NameFrequencyFile.formatVersion else {
      throw DamagedNameFrequencies(line: 2, reason: "the format is of another version")
    }
    let (travellers, minBearers) = (numbers[1], numbers[2])
    guard (1...NameFrequencyFile.travellersMost).contains(travellers) else {
      throw DamagedNameFrequencies(line: 3, reason: "the number of travellers is impossible")
    }
    let range = NameFrequencyFile.minBearersLeast...NameFrequencyFile.minBearersMost
    guard range.contains(minBearers) else {
      throw DamagedNameFrequencies(line: 4, reason: "the least number of bearers is impossible")
    }
    var rows: [Row] = []
    // What stands behind the last line end is no line.
    for line in NameFrequencyFile.headerLines..<max(NameFrequencyFile.headerLines, lines.count - 1)
    {
      let row = try NameFrequencyFile.row(lines[line], line: line + 1)
      if let last = rows.last?.token, !(last < row.token) {
        let reason = last == row.token ? "the token stands here twice" : "the tokens are not sorted"
        throw DamagedNameFrequencies(line: line + 1, reason: reason)
      }
      guard row.bearers <= travellers else {
        throw DamagedNameFrequencies(
          line: line + 1, reason: "the token has more bearers than there are travellers")
      }
      guard row.bearers >= minBearers else {
        throw DamagedNameFrequencies(
          line: line + 1, reason: "the token has too few bearers to stand in the table")
      }
      rows.append(row)
    }
    self.init(
      travellers: travellers, minBearers: minBearers, rows: rows, leftOutTokens: numbers[4],
      leftOutBearers: numbers[5])
    try checkSpelling(lines)
  }

  /// Each thing has one spelling: what is read is what would be written, or something is wrong with it.
  private func checkSpelling(_ lines: [ArraySlice<UInt8>]) throws(DamagedNameFrequencies) {
    let written = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for line in 0..<max(lines.count, written.count) {
      guard line < lines.count, line < written.count, lines[line] == written[line] else {
        let isVersion = line == NameFrequencyFile.headerLines - 1
        throw DamagedNameFrequencies(
          line: line + 1,
          reason: isVersion
            ? "the version is not that of the content" : "the line is not as the program writes it")
      }
    }
  }

  private static func headerNumber(
    _ key: String, _ line: Int, of lines: [ArraySlice<UInt8>]
  ) throws(DamagedNameFrequencies) -> Int {
    let start = Array("# \(key)\t".utf8)
    if line < lines.count, lines[line].starts(with: start),
      let number = number(lines[line].dropFirst(start.count))
    {
      return number
    }
    throw DamagedNameFrequencies(line: line + 1, reason: "the header is damaged")
  }

  private static func row(
    _ line: ArraySlice<UInt8>, line number: Int
  ) throws(DamagedNameFrequencies) -> Row {
    let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard fields.count == 2, let bearers = self.number(fields[1]) else {
      throw DamagedNameFrequencies(line: number, reason: "the line is no token and a number")
    }
    let token = NameToken(fields[0])
    guard !token.isEmpty, token.count == fields[0].count else {
      throw DamagedNameFrequencies(line: number, reason: "the token is not of 1 to 32 letters A–Z")
    }
    return Row(token: token, bearers: bearers)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count <= 15, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

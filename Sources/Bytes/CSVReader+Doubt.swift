/// Quoted fields that go on over a line end, where most likely a quote is lost.
///
/// Such a row is read on and what is read is kept; where it turns out to be none, the row ends at the line end
/// after all, and what was kept is read again as rows of their own.
extension CSVReader {
  /// What is known since the line end.
  struct Doubt: Sendable {
    /// The row as it was there, and where the next line begins.
    let row: CSVRow
    let position: UInt64
    let line: Int
    let previousWasReturn: Bool
    /// All bytes since.
    var held: [UInt8] = []
    /// Fields of the present line, if none of its quotes means anything.
    var lineFields = 1

    mutating func note(_ byte: UInt8, _ separator: UInt8) {
      held.append(byte)
      if byte == separator { lineFields += 1 }
    }
  }

  /// What was read in vain may hold another such field; beyond this none is looked for.
  private static let depthMax = 8

  /// Whether the open field may go on behind this line end: neither the row so far nor a line within the
  /// field is a row by itself.
  mutating func goesOn() -> Bool {
    if let doubt {
      isRefuted = doubt.lineFields == expectedFields || doubt.held.count > maximumRowBytes
      self.doubt?.lineFields = 1
      return true
    }
    let inField = row.bytes[(row.ends.last ?? 0)...].count { $0 == separator }
    guard depth < CSVReader.depthMax, row.ends.count + inField + 1 < expectedFields else {
      return false
    }
    doubt = Doubt(
      row: row, position: position + 1, line: line, previousWasReturn: previousWasReturn)
    isInDoubt = true
    return true
  }

  /// Whether the row, which ends here, is one; then nothing is in doubt any more.
  mutating func settle() -> Bool {
    guard state != .quoted, row.ends.count + 1 == expectedFields, !row.isTooLarge else {
      return false
    }
    doubt = nil
    isInDoubt = false
    return true
  }

  /// The field ended at the line end: gives the row up to there, and reads on behind it.
  mutating func readAgain(_ body: (borrowing CSVRow) -> Void) {
    isRefuted = false
    isInDoubt = false
    guard let refuted = doubt.take() else { return }
    row = refuted.row
    position = refuted.position
    line = refuted.line
    previousWasReturn = refuted.previousWasReturn
    splitOpenField()
    endRow(body)
    depth += 1
    for byte in refuted.held { take(byte, body) }
    depth -= 1
  }
}

internal import Bytes
internal import Records

/// Reads a publisher's table row by row: memory holds one of them.
///
/// Strict, because nothing is repaired in a list: a row that is not UTF-8, holds characters that show damage, or
/// has an open quotation mark is refused.
enum CSVListReader {
  /// Gives every row to `body`, in order.
  /// - Parameter encoding: nil for UTF-8.
  /// - Throws: ``WatchlistError/refused(path:reason:)``, and what `body` throws.
  static func read(
    _ source: WatchlistSource, limits: Limits, separator: UInt8 = 0x2C, quote: UInt8? = 0x22,
    encoding: EightBitText? = nil, _ body: (borrowing CSVRow) throws(WatchlistError) -> Void
  ) throws(WatchlistError) {
    var reader = CSVReader(
      maximumRowBytes: limits.rowBytes, maximumFields: limits.rowFields, separator: separator,
      quote: quote)
    var failure: WatchlistError?
    func take(_ row: borrowing CSVRow) {
      guard failure == nil else { return }
      if let problem = problem(of: row) {
        failure = source.refused("line \(row.line) \(problem); fetch the file again")
        return
      }
      do throws(WatchlistError) { try body(row) } catch { failure = error }
    }
    var lines = 1
    func consume(_ bytes: Span<UInt8>) {
      guard let encoding else { return reader.consume(bytes, take) }
      var text: [UInt8] = []
      if !encoding.append(bytes, to: &text, line: &lines), failure == nil {
        failure = source.refused(
          "line \(lines) holds a byte that \(encoding.name) has no character for; "
            + "check the encoding, or export the table again")
      }
      reader.consume(text.span, take)
    }
    while failure == nil, source.stream.next(consume) {}
    if failure == nil { reader.finish(take) }
    if let failure { throw failure }
    if let failure = source.stream.failure { throw .unreadable(failure) }
  }

  /// What keeps a row from being read; nil for nothing.
  private static func problem(of row: borrowing CSVRow) -> String? {
    if row.isTooLarge { return "is longer than any row of a list" }
    if row.hasUnterminatedQuote { return "has a quotation mark that is not closed" }
    // Ends of lines within quotes are text; the end mark of OFAC's files is a row of its own.
    if row.bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) || row.isEndMark { return nil }
    guard let text = String(validating: row.bytes, as: UTF8.self) else { return "is not UTF-8" }
    return ListedText.isDamaged(text)
      ? "holds U+FFFD or control characters, the signs of lost ones" : nil
  }
}

extension CSVRow {
  /// The single byte 0x1A with which OFAC ends its files.
  var isEndMark: Bool { bytes == [0x1A] }
}

/// Reads comma separated values (RFC 4180) from bytes that are cut anywhere.
///
/// Tolerant where the RFC is silent: rows end with CRLF, LF or CR; a quote inside an unquoted field
/// is an ordinary character; text after a closing quote is appended; blank lines are skipped; a byte
/// order mark at the start is removed. A row over a limit is cut, marked, and reading resumes at the
/// next line end, so that one lost quote cannot swallow the rest of a file.
public struct CSVReader: Sendable {
  enum State { case rowStart, fieldStart, plain, quoted, quoteInQuoted, skipping }

  let maximumRowBytes: Int
  private let maximumFields: Int
  let separator: UInt8
  /// -1 for none.
  private let quote: Int16
  private let quotesSpanLines: Bool
  var state = State.rowStart
  var row = CSVRow()
  var position: UInt64 = 0
  var line = 1
  var previousWasReturn = false
  /// A quoted field that goes on over a line end, where that is in doubt.
  var doubt: Doubt?
  var isInDoubt = false
  /// It was no such field.
  var isRefuted = false
  /// How many rows that were read in vain contain one another.
  var depth = 0
  /// Fields of the first row that has any content.
  private(set) var expectedFields = 0
  /// Bytes of the byte order mark seen so far; -1 once the start of the file is decided.
  private var markBytes = 0

  /// - Parameters:
  ///   - maximumRowBytes: content bytes of one row that are kept.
  ///   - maximumFields: fields of one row that are kept.
  ///   - separator: the byte between fields.
  ///   - quote: the byte around fields that hold separators; nil where nothing is quoted.
  ///   - quotesSpanLines: whether a quoted field may hold line ends whatever follows. If not, a line end
  ///     rather means that a quote is lost: the row ends there, and its last field is read without quotes,
  ///     unless the field is closed before the limit and the row then has as many fields as the first; the
  ///     line end is a blank then.
  public init(
    maximumRowBytes: Int, maximumFields: Int, separator: UInt8 = 0x2C,
    quote: UInt8? = 0x22, quotesSpanLines: Bool = true
  ) {
    self.quotesSpanLines = quotesSpanLines
    self.maximumRowBytes = maximumRowBytes
    self.maximumFields = maximumFields
    self.separator = separator
    self.quote = quote.map { Int16($0) } ?? -1
  }

  /// Takes the next bytes and gives every row that they complete to `body`.
  public mutating func consume(_ bytes: Span<UInt8>, _ body: (borrowing CSVRow) -> Void) {
    var index = 0
    if markBytes >= 0 {
      index = skipMark(bytes)
    }
    while index < bytes.count {
      take(bytes[index], body)
      index += 1
    }
  }

  /// The file has ended: gives what was held back, and the last row if it has no line end.
  public mutating func finish(_ body: (borrowing CSVRow) -> Void) {
    if markBytes > 0 { releaseMark(body) }
    while isInDoubt, !settle() { readAgain(body) }
    row.hasLineEnd = false
    if state == .quoted { row.hasUnterminatedQuote = true }
    if state != .rowStart { endRow(body) }
  }

  /// Passes over a byte order mark, which may itself be cut; returns where the table goes on.
  private mutating func skipMark(_ bytes: Span<UInt8>) -> Int {
    var index = 0
    while index < bytes.count, markBytes >= 0, markBytes < 3 {
      guard bytes[index] == CSVReader.mark(markBytes) else {
        releaseMark { _ in }
        return index
      }
      markBytes += 1
      index += 1
    }
    if markBytes == 3 {
      position += 3
      markBytes = -1
    }
    return index
  }

  /// What looked like a byte order mark was the beginning of the first field.
  private mutating func releaseMark(_ body: (borrowing CSVRow) -> Void) {
    let count = markBytes
    markBytes = -1
    for index in 0..<count { take(CSVReader.mark(index), body) }
  }

  private static func mark(_ index: Int) -> UInt8 { index == 0 ? 0xEF : index == 1 ? 0xBB : 0xBF }

  @inline(__always)
  mutating func take(_ byte: UInt8, _ body: (borrowing CSVRow) -> Void) {
    guard isInDoubt else { return step(byte, body) }
    doubt?.note(byte, separator)
    step(byte, body)
    if isRefuted { readAgain(body) }
  }

  @inline(__always)
  private mutating func step(_ byte: UInt8, _ body: (borrowing CSVRow) -> Void) {
    defer { position += 1 }
    let isSecondOfPair = byte == 0x0A && previousWasReturn
    previousWasReturn = byte == 0x0D
    let endsLine = (byte == 0x0A && !isSecondOfPair) || byte == 0x0D
    if endsLine { line += 1 }
    switch state {
    case .rowStart:
      if byte == 0x0A || byte == 0x0D { return }
      row.offset = position
      row.line = line
      beginField(byte)
    case .fieldStart:
      if endsLine { endRow(body) } else { beginField(byte) }
    case .plain:
      if endsLine {
        endRow(body)
      } else if byte == separator {
        endField()
      } else {
        append(byte)
      }
    case .quoted:
      if Int16(byte) == quote {
        state = .quoteInQuoted
      } else if quotesSpanLines || !(endsLine || isSecondOfPair) {
        append(byte)
      } else if endsLine, goesOn() {
        append(0x20)
      } else if endsLine {
        splitOpenField()
        endRow(body)
      }
    case .quoteInQuoted:
      if Int16(byte) == quote {
        state = .quoted
        append(byte)
      } else {
        state = .plain
        if endsLine {
          endRow(body)
        } else if byte == separator {
          endField()
        } else {
          isRefuted = isInDoubt
          append(byte)
        }
      }
    case .skipping:
      if endsLine { endRow(body) }
    }
  }

  @inline(__always)
  private mutating func beginField(_ byte: UInt8) {
    if Int16(byte) == quote {
      state = .quoted
    } else if byte == separator {
      endField()
    } else {
      state = .plain
      append(byte)
    }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    if row.bytes.count < maximumRowBytes {
      row.bytes.append(byte)
    } else {
      row.isTooLarge = true
      row.hasUnterminatedQuote = state == .quoted
      state = .skipping
      isRefuted = isInDoubt
    }
  }

  private mutating func endField() {
    if row.ends.count < maximumFields {
      row.ends.append(row.bytes.count)
      state = .fieldStart
    } else {
      row.isTooLarge = true
      state = .skipping
    }
    if isInDoubt, row.ends.count >= expectedFields { isRefuted = true }
  }

  /// A quote was opened and not closed on its line: the separators behind it separate after all.
  mutating func splitOpenField() {
    let start = row.ends.last ?? 0
    let content = row.bytes[start...]
    row.bytes.removeSubrange(start...)
    for byte in content {
      if byte == separator, row.ends.count < maximumFields {
        row.ends.append(row.bytes.count)
      } else {
        row.bytes.append(byte)
      }
    }
    row.hasUnterminatedQuote = true
  }

  mutating func endRow(_ body: (borrowing CSVRow) -> Void) {
    if isInDoubt, !settle() {
      isRefuted = true
      return
    }
    if row.ends.count < maximumFields {
      row.ends.append(row.bytes.count)
    } else {
      row.isTooLarge = true
      row.bytes.removeLast(row.bytes.count - (row.ends.last ?? 0))
    }
    if expectedFields == 0, row.bytes.contains(where: { $0 > 0x20 }) {
      expectedFields = row.count
    }
    body(row)
    row.removeAll()
    state = .rowStart
  }
}

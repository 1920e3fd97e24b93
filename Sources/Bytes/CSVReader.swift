/// One row of a table, as ``CSVReader`` hands it out: valid only during the call that gives it.
///
/// The fields lie one after another in ``bytes``, quotes resolved. Callers address them by
/// ``range(of:)``, so that nothing is copied and no `String` is made.
public struct CSVRow: Sendable {
  /// The content of all fields without separators and quotes.
  public fileprivate(set) var bytes: [UInt8] = []
  fileprivate var ends: [Int] = []
  /// Byte offset in the file of the row's first byte (a byte order mark counts).
  public fileprivate(set) var offset: UInt64 = 0
  /// Line of the row's first byte, from 1; a line end inside quotes counts as a line.
  public fileprivate(set) var line = 1
  /// A quoted field was not closed before the file or the limit ended.
  public fileprivate(set) var hasUnterminatedQuote = false
  /// The row went over the limit of bytes or of fields; what lay beyond is missing.
  public fileprivate(set) var isTooLarge = false

  fileprivate init() {}

  /// Number of fields.
  public var count: Int { ends.count }

  /// Where field `index` lies in ``bytes``; empty for a field that the row does not have.
  public func range(of index: Int) -> Range<Int> {
    guard index >= 0, index < ends.count else { return 0..<0 }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// Field `index` as text, for callers outside the hot path; empty for a field that is not there.
  public func text(_ index: Int) -> String {
    String(decoding: bytes[range(of: index)], as: UTF8.self)
  }

  fileprivate mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hasUnterminatedQuote = false
    isTooLarge = false
  }
}

/// Reads comma separated values (RFC 4180) from bytes that are cut anywhere.
///
/// Tolerant where the RFC is silent: rows end with CRLF, LF or CR; a quote inside an unquoted field
/// is an ordinary character; text after a closing quote is appended; blank lines are skipped; a byte
/// order mark at the start is removed. A row over a limit is cut, marked, and reading resumes at the
/// next line end, so that one lost quote cannot swallow the rest of a file.
public struct CSVReader: Sendable {
  private enum State { case rowStart, fieldStart, plain, quoted, quoteInQuoted, skipping }

  private let maximumRowBytes: Int
  private let maximumFields: Int
  private let separator: UInt8
  private let quotesSpanLines: Bool
  private var state = State.rowStart
  private var row = CSVRow()
  private var position: UInt64 = 0
  private var line = 1
  private var previousWasReturn = false
  /// Bytes of the byte order mark seen so far; -1 once the start of the file is decided.
  private var markBytes = 0

  /// - Parameters:
  ///   - maximumRowBytes: content bytes of one row that are kept.
  ///   - maximumFields: fields of one row that are kept.
  ///   - separator: the byte between fields.
  ///   - quotesSpanLines: whether a quoted field may hold line ends. Where no field has any, a line end
  ///     proves that a quote is lost: the row ends there, and its last field is read without quotes.
  public init(
    maximumRowBytes: Int, maximumFields: Int, separator: UInt8 = 0x2C,
    quotesSpanLines: Bool = true
  ) {
    self.quotesSpanLines = quotesSpanLines
    self.maximumRowBytes = maximumRowBytes
    self.maximumFields = maximumFields
    self.separator = separator
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

  /// The file has ended: gives the last row if it has no line end.
  public mutating func finish(_ body: (borrowing CSVRow) -> Void) {
    if markBytes > 0 { releaseMark(body) }
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
  private mutating func take(_ byte: UInt8, _ body: (borrowing CSVRow) -> Void) {
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
      if byte == 0x22 {
        state = .quoteInQuoted
      } else if endsLine, !quotesSpanLines {
        splitOpenField()
        endRow(body)
      } else {
        append(byte)
      }
    case .quoteInQuoted:
      if byte == 0x22 {
        state = .quoted
        append(byte)
      } else {
        state = .plain
        if endsLine {
          endRow(body)
        } else if byte == separator {
          endField()
        } else {
          append(byte)
        }
      }
    case .skipping:
      if endsLine { endRow(body) }
    }
  }

  @inline(__always)
  private mutating func beginField(_ byte: UInt8) {
    if byte == 0x22 {
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
  }

  /// A quote was opened and not closed on its line: the separators behind it separate after all.
  private mutating func splitOpenField() {
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

  private mutating func endRow(_ body: (borrowing CSVRow) -> Void) {
    if row.ends.count < maximumFields {
      row.ends.append(row.bytes.count)
    } else {
      row.isTooLarge = true
      row.bytes.removeLast(row.bytes.count - (row.ends.last ?? 0))
    }
    body(row)
    row.removeAll()
    state = .rowStart
  }
}

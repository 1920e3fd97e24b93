/// Cuts JSON lines, or the elements of one array, out of bytes that come in blocks: memory holds one record
/// and one block. Records are not looked into; ``JSONParser`` does that.
public struct JSONRecordSplitter {
  private enum Form { case undecided, lines, array, ended }

  /// Bytes of a record that were not yet given out, and what follows them.
  public private(set) var bytes: [UInt8] = []
  /// Line at which the record given last begins, from 1; behind a fault, the one at which what cannot be cut begins.
  public private(set) var line = 1
  private let maximumRecordBytes: Int
  private var form = Form.undecided
  /// Where the next record begins, and how far it was looked through.
  private var start = 0
  private var scanned = 0
  private var lineOfScan = 1
  /// Within the array: how deep, whether in a string or behind its backslash, and whether a comma came before.
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var hasElements = false
  /// Where the present element begins; 0 before it does.
  private var elementLine = 0
  public private(set) var isFinished = false

  public init(maximumRecordBytes: Int) { self.maximumRecordBytes = maximumRecordBytes }

  /// Takes the next bytes of the text.
  public mutating func append(_ block: Span<UInt8>) {
    if start > 0 {
      bytes.removeSubrange(..<start)
      scanned -= start
      start = 0
    }
    // Sound: the buffer is read only within the call.
    unsafe block.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// No more bytes come.
  public mutating func finish() { isFinished = true }

  /// Where the next record lies in ``bytes``; nil where more bytes are needed, or none are left.
  /// - Throws: where the text cannot be cut into records.
  public mutating func next() throws(JSONFault) -> Range<Int>? {
    if form == .undecided { decide() }
    do throws(JSONFault) {
      let record =
        switch form {
        case .undecided: Range<Int>?.none
        case .lines: try nextLine()
        case .array: try nextElement()
        case .ended: try nothing()
        }
      if record == nil, bytes.count - start > maximumRecordBytes {
        throw JSONFault(.tooLarge, at: 0)
      }
      return record
    } catch {
      line = elementLine > 0 ? elementLine : lineOfScan
      throw error
    }
  }

  /// The first character that is no blank tells lines from an array.
  private mutating func decide() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if scanned == 0, bytes.starts(with: mark) { scanned = 3 }
    // A byte order mark may be cut.
    if scanned == 0, bytes.count < 3, !isFinished, mark.starts(with: bytes) { return }
    skipBlanks()
    guard scanned < bytes.count else { return }
    form = bytes[scanned] == 0x5B ? .array : .lines
    if form == .array { scanned += 1 }
    start = scanned
    line = lineOfScan
  }

  private mutating func nextLine() throws(JSONFault) -> Range<Int>? {
    while true {
      let end = bytes.span.firstIndex(ofRare: 0x0A, from: scanned)
      guard end < bytes.count else {
        scanned = end
        guard isFinished else { return nil }
        scanned = start
        skipBlanks()
        guard scanned == bytes.count else { throw JSONFault(.noLineEnd, at: 0) }
        return nil
      }
      let record = start..<end
      line = lineOfScan
      lineOfScan += 1
      scanned = end + 1
      start = scanned
      if record.contains(where: { !JSONRecordSplitter.isBlank(bytes[$0]) }) { return record }
    }
  }

  private mutating func nextElement() throws(JSONFault) -> Range<Int>? {
    while scanned < bytes.count {
      let byte = bytes[scanned]
      scanned += 1
      if byte == 0x0A { lineOfScan += 1 }
      if elementLine == 0, !JSONRecordSplitter.isBlank(byte) { elementLine = lineOfScan }
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isInString = false
        }
        continue
      }
      switch byte {
      case 0x22: isInString = true
      case 0x7B, 0x5B: depth += 1
      case 0x7D: depth -= 1
      case 0x5D where depth > 0: depth -= 1
      case 0x5D:
        form = .ended
        let record = element()
        let isEmpty = record.allSatisfy { JSONRecordSplitter.isBlank(bytes[$0]) }
        return isEmpty && !hasElements ? try nothing() : record
      case 0x2C where depth == 0:
        hasElements = true
        return element()
      default: break
      }
    }
    if isFinished { throw JSONFault(.brokenOff, at: 0) }
    return nil
  }

  /// The element that ends before the character just read.
  private mutating func element() -> Range<Int> {
    let element = start..<scanned - 1
    start = scanned
    line = elementLine
    elementLine = 0
    return element
  }

  /// Behind the array only blanks may stand.
  private mutating func nothing() throws(JSONFault) -> Range<Int>? {
    skipBlanks()
    guard scanned == bytes.count else { throw JSONFault(.trailing, at: 0) }
    start = scanned
    return nil
  }

  private mutating func skipBlanks() {
    while scanned < bytes.count, JSONRecordSplitter.isBlank(bytes[scanned]) {
      if bytes[scanned] == 0x0A { lineOfScan += 1 }
      scanned += 1
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

/// One row of a table, as ``CSVReader`` hands it out: valid only during the call that gives it.
///
/// The fields lie one after another in ``bytes``, quotes resolved. Callers address them by
/// ``range(of:)``, so that nothing is copied and no `String` is made.
public struct CSVRow: Sendable {
  /// The content of all fields without separators and quotes.
  public internal(set) var bytes: [UInt8] = []
  var ends: [Int] = []
  /// Byte offset in the file of the row's first byte (a byte order mark counts).
  public internal(set) var offset: UInt64 = 0
  /// Line of the row's first byte, from 1; a line end inside quotes counts as a line.
  public internal(set) var line = 1
  /// A quoted field was not closed before the file or the limit ended.
  public internal(set) var hasUnterminatedQuote = false
  /// A line end stands behind it, so that it was not cut.
  public internal(set) var hasLineEnd = true
  /// The row went over the limit of bytes or of fields; what lay beyond is missing.
  public internal(set) var isTooLarge = false

  init() {}

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

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hasUnterminatedQuote = false
    isTooLarge = false
    hasLineEnd = true
  }
}

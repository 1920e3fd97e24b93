import Records

/// A stretch of the block that was stored in a ``PassengerBatch`` in one piece: one copy is less work than
/// several, and nothing refers to what lies between the texts.
struct StoredTexts {
  /// Most bytes of such a stretch.
  static let reach = 384

  /// Where it lies in the block, and where in the batch.
  var places = 0..<0
  var start: UInt32 = 0

  @inline(__always)
  func holds(_ range: Range<Int>) -> Bool {
    range.lowerBound >= places.lowerBound && range.upperBound <= places.upperBound
  }

  @inline(__always)
  func reference(_ range: Range<Int>) -> TextReference {
    TextReference(
      start: start &+ UInt32(truncatingIfNeeded: range.lowerBound &- places.lowerBound),
      count: UInt32(truncatingIfNeeded: range.upperBound &- range.lowerBound))
  }
}

internal import Bytes

/// The messages that a file said, by the digest of what they say. Of very many the first are forgotten:
/// their copies are left out later, by ``RecordGatherer``.
struct KnownMessages {
  static let digestsMax = 16_384

  private var digests: Set<String> = []

  mutating func removeAll() { digests.removeAll(keepingCapacity: true) }

  /// - Returns: whether it was not known.
  mutating func insert(_ digest: String) -> Bool {
    if digests.count >= Self.digestsMax { removeAll() }
    return digests.insert(digest).inserted
  }
}

extension FiledRecordReader {
  /// A text that is the same for records of one leg that say the same, wherever they stood.
  /// - Parameter range: of whole records, of one message and leg.
  static func digest(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    let digest = SHA256()
    var start = range.lowerBound
    while start < range.upperBound {
      let end = start + count(bytes, at: start)
      digest.update(bytes.extracting(start + 12..<start + 13))
      digest.update(bytes.extracting(start + FiledRecord.saysFrom..<end))
      start = end
    }
    return "\(place(bytes, at: range.lowerBound).leg) " + digest.finishHex()
  }
}

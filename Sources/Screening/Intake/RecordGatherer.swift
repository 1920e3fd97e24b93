internal import Bytes
internal import Records

/// Brings the records of one partition together, each message once.
///
/// Carriers and networks deliver the same message again and again. What a copy says of a leg is known
/// already: only where it stood may be nearer to the beginning of the input, and is taken over then.
struct RecordGatherer {
  private(set) var bytes: [UInt8] = []
  /// Person records in copies, by leg.
  private(set) var repeated: [UInt64: Int] = [:]
  /// Where the records of a message lie, by the digest of what they say.
  private var seen: [String: Range<Int>] = [:]
  private let ranks: [Int]

  /// - Parameter ranks: see ``FiledRecordReader``.
  init(ranks: [Int]) { self.ranks = ranks }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    repeated.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
  }

  /// Takes records: those that one message says of one leg stand together.
  mutating func take(_ stretch: [UInt8]) {
    let span = stretch.span
    var start = 0
    while start < span.count {
      let place = FiledRecordReader.place(span, at: start)
      var persons = 0
      var end = start
      repeat {
        if FiledRecordReader.isPerson(span, at: end) { persons += 1 }
        end += FiledRecordReader.count(span, at: end)
      } while end < span.count && FiledRecordReader.place(span, at: end) == place
      if ranks[Int(place.file)] >= 0 {
        let isAlone = place.leg == 0 || !FiledRecordReader.isDated(span, at: start)
        let key = isAlone ? nil : FiledRecordReader.digest(span, start..<end)
        add(span, start..<end, place, key, persons)
      }
      start = end
    }
  }

  private mutating func add(
    _ span: Span<UInt8>, _ range: Range<Int>, _ place: FiledRecord.Place, _ key: String?,
    _ persons: Int
  ) {
    // Nothing ties a person without a leg to another one, nor two tables: they have no key.
    guard let key, let known = seen[key] else {
      if let key { seen[key] = bytes.count..<bytes.count + range.count }
      bytes.append(copying: span.extracting(range))
      return
    }
    repeated[place.leg, default: 0] += persons
    let other = FiledRecordReader.place(bytes.span, at: known.lowerBound)
    let isEarlier =
      (ranks[Int(place.file)], place.ordinal) < (ranks[Int(other.file)], other.ordinal)
    guard isEarlier else { return }
    for index in 0..<range.count {
      bytes[known.lowerBound + index] = span[range.lowerBound + index]
    }
  }
}

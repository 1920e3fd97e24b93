import CXMLReader
import Feeds
import Glibc
import Records

/// One pass from bytes to records through the public door, as a run does it: blocks of 256 KiB, the batch
/// cleared before each.
struct Reading {
  var persons = 0
  /// Sum of all birth dates, so that every pass looks at its records.
  var births = 0
  var checksum: UInt64 = 0
  var diagnostics = 0

  static func run(_ bytes: [UInt8], checks: Bool) -> Reading {
    var reading = Reading()
    var batch = PassengerBatch()
    // Type B writes dates without a year.
    let context = FeedContext(today: PartialDate("2026-11-28"))
    let head = Array(bytes.prefix(FeedSniffer.headBytes))
    guard var parser = FeedSniffer.makeParser(for: head, context) else { return reading }
    var position = 0
    while position < bytes.count {
      let end = min(bytes.count, position + 256 * 1024)
      parser.consume(bytes.span.extracting(position..<end), into: &batch)
      reading.take(&batch, checks)
      position = end
    }
    parser.finish(into: &batch)
    reading.take(&batch, checks)
    return reading
  }

  private mutating func take(_ batch: inout PassengerBatch, _ checks: Bool) {
    persons += batch.passengers.count
    for passenger in batch.passengers { births &+= Int(passenger.birthDate?.packed ?? 0) }
    diagnostics += batch.diagnostics.count
    if checks {
      for passenger in batch.passengers {
        checksum &+= Sample.hash(
          surname: batch.bytes[passenger.name.surname.range],
          given: batch.bytes[passenger.name.given.range],
          birth: Int(passenger.birthDate?.packed ?? 0))
      }
      for found in batch.diagnostics.prefix(3) { print("\(found.code.rawValue): \(found.text)") }
    }
    batch.removeAll()
  }
}

/// What a pass is compared with: nothing can read the format without looking at this much.
enum Baseline: Sendable {
  /// memchr(3) from one of these bytes to the next, to the end.
  case memchr(UInt8)
  /// The reader of libxml2 from node to node, nothing looked at.
  case xmlReader

  var label: String {
    switch self {
    case .memchr(let byte): byte == 0x0A ? "memchr of line ends" : "memchr of terminators"
    case .xmlReader: "libxml2 xmlTextReader"
    }
  }

  func run(_ bytes: [UInt8]) -> Int {
    switch self {
    case .memchr(let byte):
      return bytes.withUnsafeBytes { buffer in
        guard var next = buffer.baseAddress else { return 0 }
        let end = next + buffer.count
        var count = 0
        while next < end, let found = Glibc.memchr(next, Int32(byte), end - next) {
          count += 1
          next = UnsafeRawPointer(found) + 1
        }
        return count
      }
    case .xmlReader:
      return bytes.withUnsafeBytes { buffer in
        let text = buffer.bindMemory(to: CChar.self).baseAddress
        guard let reader = xmlReaderForMemory(text, Int32(buffer.count), nil, nil, 0) else {
          return 0
        }
        defer { xmlFreeTextReader(reader) }
        var count = 0
        while xmlTextReaderRead(reader) == 1 { count += 1 }
        return count
      }
    }
  }
}

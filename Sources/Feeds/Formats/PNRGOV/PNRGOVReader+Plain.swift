import Bytes
import Records

/// DOCS in the usual form, which most persons come with: read where they lie in the block.
extension PNRGOVReader {
  /// Takes the text of a DOCS if nothing about it is unusual; false if it must be looked at.
  mutating func takePlainIdentity(
    _ bytes: Span<UInt8>, _ text: Range<Int>, _ start: Booking.Finding, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Bool {
    guard bytes.isPlainText(text, without: context.separators.release),
      let fields = DocumentText.readPlainDOCS(bytes, text)
    else { return false }
    return add(fields, bytes, start, at: offset, into: &batch)
  }

  private mutating func add(
    _ fields: DocumentText.PlainFields, _ bytes: Span<UInt8>, _ start: Booking.Finding,
    at offset: UInt64, into batch: inout PassengerBatch
  ) -> Bool {
    guard let name = NameReader.readPlain(bytes, fields.names, into: &booking.arena) else {
      return false
    }
    var finding = start
    finding.name = name
    if !booking.append(fields, bytes, to: finding, reference: referenceDate) {
      report(.dateImpossible, offset, "a birth date is no date", &batch)
    }
    return true
  }

  /// Takes a whole DOCS segment in one pass if it has eight components before a text without blanks, and
  /// behind it nothing but the reference of a traveller; false if it must be split and looked at.
  mutating func takePlainDocs(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ start: Booking.Finding, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Bool {
    let separators = context.separators
    let text = textStart(bytes, range)
    guard bytes[range.lowerBound &+ 3] == separators.element, text > 0, text < range.upperBound,
      bytes[text] == 0x2F,
      separators.release != 0x2F, separators.element != 0x2F, separators.element != 0x2D
    else { return false }
    let release = separators.release == 0 ? 0x2D : separators.release
    let scanner = ByteScanner(0x2F, 0x2D, separators.element, release)
    var slashes = DocumentText.Slashes(repeating: 0)
    var count = 0
    var end = range.upperBound
    var index = text
    while index < end {
      var (found, plain) = scanner.look(in: bytes, at: index)
      let left = end &- index
      var wanted: UInt32 = left < 16 ? (1 &<< UInt32(truncatingIfNeeded: left)) &- 1 : 0xFFFF
      found &= wanted
      while found != 0 {
        let lane = found.trailingZeroBitCount
        found &= found &- 1
        let byte = bytes[index &+ lane]
        if byte == 0x2F {
          guard count < 11 else { return false }
          slashes[count] = index &+ lane
          count &+= 1
        } else {
          guard byte == separators.element else { return false }
          end = index &+ lane
          wanted &= (1 &<< UInt32(truncatingIfNeeded: lane)) &- 1
          found = 0
        }
      }
      if ~plain & wanted != 0 { return false }
      index &+= 16
    }
    guard count >= 9, end &- text > 16 else { return false }
    slashes[count] = end
    slashes[13] = count &+ 1
    var finding = start
    if end < range.upperBound {
      guard let reference = reference(bytes, (end &+ 1)..<range.upperBound) else { return false }
      finding.reference = reference.isEmpty ? .empty : booking.arena.add(bytes, reference)
    }
    guard let fields = DocumentText.readPlainDOCS(bytes, slashes) else { return false }
    return add(fields, bytes, finding, at: offset, into: &batch)
  }

  /// Where the ninth component of the first element begins, -1 if another separator comes before.
  @inline(__always)
  private func textStart(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let separators = context.separators
    var index = range.lowerBound &+ 8
    var left = 8
    while index < range.upperBound {
      let byte = bytes[index]
      index &+= 1
      if byte == separators.component {
        left &-= 1
        if left == 0 { return index }
      } else if byte == separators.element || byte == separators.release {
        return -1
      }
    }
    return -1
  }

  /// The third component of an element that has two empty ones before it, in plain form; nil for others.
  @inline(__always)
  private func reference(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    let separators = context.separators
    guard range.count > 2, range.count <= 8, bytes[range.lowerBound] == separators.component,
      bytes[range.lowerBound &+ 1] == separators.component
    else { return nil }
    for index in (range.lowerBound &+ 2)..<range.upperBound {
      let byte = bytes[index]
      guard isAlphanumeric(byte), byte < 0x60 else { return nil }
    }
    return (range.lowerBound &+ 2)..<range.upperBound
  }
}

import Bytes
import Records

/// SSR: only what identifies a traveller is read; meals, medical and other services are passed over.
extension PNRGOVReader {
  mutating func takeService(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    guard range.count > 8 else { return }
    // Dispatch on the four letters behind `SSR+`, before the segment is split.
    guard let service = PNRGOVReader.service(bytes, at: range.lowerBound + 4) else { return }
    if service == .remark,
      HistoryText.documentFields(bytes, (range.lowerBound + 8)..<range.upperBound) == nil
    {
      return
    }
    guard hasRoom(at: offset, into: &batch) else { return }
    var finding = Booking.Finding(.identity)
    if scope == .passenger {
      finding.scope = currentTraveller >= 0 ? currentTraveller : Booking.Finding.unnamed
    }
    finding.leg = scope == .flight || scope == .checkIn ? booking.legs.count - 1 : -1
    finding.offset = offset
    if service == .docs, takePlainDocs(bytes, range, finding, at: offset, into: &batch) { return }
    tokens.read(bytes, range, context.separators)
    if service == .seat {
      takeSeats(bytes, finding)
      return
    }
    for element in 2...max(2, tokens.count) where finding.reference.isEmpty {
      finding.reference = keep(bytes, tokens.component(element, 2))
    }
    let text = textRange(bytes)
    if service == .docs, takePlainIdentity(bytes, text, finding, at: offset, into: &batch) {
      return
    }
    decoded.removeAll(keepingCapacity: true)
    _ = decode(bytes, text)
    var plain: [UInt8] = []
    swap(&plain, &decoded)
    let problem = services.read(
      service, plain, finding, reference: referenceDate, into: &booking)
    swap(&plain, &decoded)
    if let (code, words) = problem { report(code, offset, words, &batch) }
  }

  private static func service(
    _ bytes: Span<UInt8>, at start: Int
  ) -> ServiceReader.Service? {
    let word = bytes.word(at: start)
    // Four upper case letters are the code as they stand.
    let isPlain = word & 0xE0E0_E0E0 == 0x4040_4040
    return ServiceReader.service(
      isPlain ? ShortCode(packed: UInt64(word)) : ShortCode(bytes, start..<(start + 4)))
  }

  /// Whether an SSR with these letters behind its tag may be read: false only for a code of four upper
  /// case letters that is none of ``ServiceReader``.
  @inline(__always)
  static func mayRead(_ word: UInt32) -> Bool {
    guard word & 0xE0E0_E0E0 == 0x4040_4040 else { return true }
    return ServiceReader.service(ShortCode(packed: UInt64(word))) != nil
  }

  /// The free text of C334: the ninth component to the end of the element, since its own separators are
  /// not always escaped; where that is empty the tenth, or the first with a slash.
  func textRange(_ bytes: Span<UInt8>) -> Range<Int> {
    let ninth = tokens.tail(1, 8)
    if !tokens.component(1, 8).isEmpty { return ninth }
    if tokens.componentCount(1) > 9 { return tokens.tail(1, 9) }
    for component in 2..<max(2, tokens.componentCount(1)) {
      for index in tokens.component(1, component) where bytes[index] == 0x2F {
        return tokens.tail(1, component)
      }
    }
    return ninth
  }

  /// C332 seat : – : traveller reference, one per element. Outside a flight the ports say which one it is of,
  /// the seventh and eighth component; without them it is of the only one.
  private mutating func takeSeats(_ bytes: Span<UInt8>, _ segment: Booking.Finding) {
    var start = segment
    if start.leg >= 0 {
      guard booking.isPushedLeg[start.leg] else { return }
    } else {
      guard scope == .booking || scope == .passenger else { return }
      let from = ShortCode(bytes, tokens.component(1, 6))
      let to = ShortCode(bytes, tokens.component(1, 7))
      if from.isEmpty, to.isEmpty {
        start.leg = Booking.Finding.soleLeg
      } else if from != pushed.from || to != pushed.to {
        return
      }
    }
    for element in 2...max(2, tokens.count) {
      var finding = start
      finding.kind = .seat
      finding.seat = seat(bytes, tokens.component(element, 0))
      guard !finding.seat.isEmpty else { continue }
      finding.reference = keep(bytes, tokens.component(element, 2))
      booking.findings.append(finding)
    }
  }

  /// Two-digit years are measured by the flight's date, without one by the message's.
  var referenceDate: PartialDate? { pushed.date ?? context.preparation }
}

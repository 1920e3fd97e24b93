import Bytes
import Records

/// The segments of a booking (level 1), by tag.
extension PNRGOVReader {
  mutating func takeBookingSegment(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    switch tag {
    case .tif:
      let next = nameInside(bytes, range) ?? range.upperBound
      tokens.read(bytes, range.lowerBound..<next, context.separators)
      takeName(bytes, at: offset, into: &batch)
      guard next < range.upperBound else { return }
      hasLost = true
      report(.syntax, offset, "a segment has no terminator", &batch)
      let place = offset + UInt64(next - range.lowerBound)
      takeBookingSegment(.tif, bytes, next..<range.upperBound, at: place, into: &batch)
    case .ssr:
      if scope == .history {
        takeHistoryService(bytes, range, at: offset, into: &batch)
      } else {
        takeService(bytes, range, at: offset, into: &batch)
      }
    case .tvl:
      guard scope != .change, scope != .history, scope != .nonAir else { return }
      tokens.read(bytes, range, context.separators)
      takeFlight(bytes, at: offset, into: &batch)
    case .tra:
      guard scope == .flight, let last = booking.legs.indices.last else { return }
      tokens.read(bytes, range, context.separators)
      takeOperatingFlight(bytes, of: last, carrier: tokens.component(1), tokens.component(2))
    case .rci:
      tokens.read(bytes, range, context.separators)
      takeLocator(bytes)
      takeNameBehindLocator(bytes, range, at: offset, into: &batch)
    case .org:
      if scope == .booking, isBlank(bytes, range) { booking.isOriginEmpty = true }
    case .tri:
      tokens.read(bytes, range, context.separators)
      takeCheckIn(bytes, at: offset, into: &batch)
    case .ssd:
      guard scope == .checkIn, currentCheckIn >= 0 else { return }
      tokens.read(bytes, range, context.separators)
      booking.findings[currentCheckIn].seat = seat(bytes, tokens.component(1))
    case .dat:
      // Under a flight DAT opens the next check-in event.
      if scope == .checkIn { scope = .flight }
    case .eqn: scope = .split
    case .msg: scope = .nonAir
    case .abi: scope = .change
    case .sac: scope = .history
    case .lts: takeUnstructuredHistory(bytes, range, at: offset, into: &batch)
    default: break
    }
  }

  /// Where a TIF begins inside another one, whose terminator is lost: `TIF+DOE+JANE:A:1TIF+ROE`. Nothing in a
  /// name goes from a digit to that.
  private func nameInside(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count > 12 else { return nil }
    for index in (range.lowerBound + 8)..<(range.upperBound - 4)
    where bytes[index] == 0x54 && bytes[index - 1] >= 0x30 && bytes[index - 1] <= 0x39 {
      let tag = SegmentTag.plain(bytes, at: index, context.separators)
      if tag == .tif, bytes[index + 3] == context.separators.element { return index }
    }
    return nil
  }

  // MARK: Pieces

  /// Decodes a component behind what `decoded` holds; returns where.
  mutating func decode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let start = decoded.count
    context.charset.append(
      bytes, range, release: context.separators.release, to: &decoded)
    return start..<decoded.count
  }

  /// Decodes a component into the booking's store.
  mutating func keep(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TextReference {
    guard !range.isEmpty else { return .empty }
    if bytes.isPlainText(range, without: context.separators.release) {
      return booking.arena.add(bytes, range)
    }
    decoded.removeAll(keepingCapacity: true)
    let kept = decode(bytes, range)
    return kept.isEmpty ? .empty : booking.arena.add(decoded, kept)
  }

  /// A seat such as `12A`, without leading zeros; empty for anything that is none (`XXX`).
  mutating func seat(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TextReference {
    keep(bytes, ServiceReader.seatRange(bytes, range))
  }

  /// Whether the booking may grow; a booking over the limit is given out in pieces.
  mutating func hasRoom(at offset: UInt64, into batch: inout PassengerBatch) -> Bool {
    guard booking.isOverLimit(limits) else { return true }
    if !hasReportedSize {
      hasReportedSize = true
      report(.tooLarge, offset, "a booking over the limit is given out in pieces", &batch)
    }
    emitPeople(into: &batch)
    booking.removePeople()
    currentTraveller = -1
    currentCheckIn = -1
    if scope == .checkIn { scope = .flight }
    return true
  }

  private func isBlank(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range.dropFirst(3) where isAlphanumeric(bytes[index]) { return false }
    return true
  }

  // Compared as numbers, first letter lowest: a person costs several of them.
  static var group: ShortCode { ShortCode(packed: 0x47) }  // G
  static var toBeAdvised: ShortCode { ShortCode(packed: 0x41_4254) }  // TBA
  static var departureControl: ShortCode { ShortCode(packed: 0x43) }  // C

  static var adultTypes: TypeCodes { TypeCodes(first: 0x41, second: 0x54_4441) }  // A ADT
  static var infantTypes: TypeCodes {
    TypeCodes(first: 0x4E49, second: 0x46_4E49, third: 0x5349, fourth: 0x53_4E49)  // IN INF IS INS
  }

  /// A handful of codes of travellers' types.
  struct TypeCodes {
    var first: UInt64
    var second: UInt64
    var third: UInt64 = .max
    var fourth: UInt64 = .max

    @inline(__always)
    func contains(_ type: ShortCode) -> Bool {
      let code = type.packed
      return code == first || code == second || code == third || code == fourth
    }
  }
}

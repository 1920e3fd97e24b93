import Bytes
import Records

/// The other flights of a group, and the transfers of PTM.
extension TypeBReader {
  /// Flights kept per group.
  private static let flightMax = 16

  /// `.O/XX0456Y02JFKBOS0915HK`: flight, class, day, board and off point, time; `.I/` inbound.
  mutating func takeFlight(_ bytes: Span<UInt8>, _ range: Range<Int>, _ key: UInt8) {
    guard booking.legs.count < TypeBReader.flightMax, let leg = flight(bytes, range, key) else {
      return
    }
    booking.legs.append(leg)
    booking.isPushedLeg.append(false)
  }

  /// - Parameter key: the letter of the element.
  func flight(_ bytes: Span<UInt8>, _ range: Range<Int>, _ key: UInt8) -> FlightLeg? {
    guard var leg = TypeBReader.connection(bytes, range, near: days) else { return nil }
    if key == 0x49 {
      // The time of an inbound flight is that of its arrival.
      leg.arrivalMinute = leg.departureMinute
      leg.departureMinute = -1
    }
    return leg
  }

  static func connection(
    _ bytes: Span<UInt8>, _ range: Range<Int>, near days: TypeBDates.DaysAround
  ) -> FlightLeg? {
    if let plain = plainConnection(bytes, range, near: days) { return plain }
    var leg = FlightLeg()
    for length in [2, 3] {
      let digits = range.lowerBound + length
      var end = digits
      while end < range.upperBound, TypeBLine.isDigit(bytes[end]) { end += 1 }
      guard end > digits else { continue }
      var letters = end
      while letters < range.upperBound, isLetter(bytes[letters]) { letters += 1 }
      // The class, with an operational suffix before it where there are two letters.
      let suffix = letters - end >= 2 ? end + 1 : end
      FlightLegReader.setFlight(
        of: &leg, bytes, range.lowerBound..<suffix, carrier: .none)
      guard !leg.carrier.isEmpty, !leg.number.isEmpty else { continue }
      return complete(leg, bytes, letters..<range.upperBound, near: days)
    }
    return nil
  }

  /// `XX0456Y02JFKBOS0915HK`: two characters, four digits, one class, and all that follows; nil for what
  /// is written in another way.
  private static func plainConnection(
    _ bytes: Span<UInt8>, _ range: Range<Int>, near days: TypeBDates.DaysAround
  ) -> FlightLeg? {
    let start = range.lowerBound
    guard range.count >= 19, start &+ 24 <= bytes.count else { return nil }
    let carrier = UInt64(bytes.word(at: start) & 0xFFFF)
    let digits = bytes.word(at: start &+ 2)
    let ports = start &+ 9
    guard carrier & 0xE0E0 == 0x4040, isUpper(bytes[start]), isUpper(bytes[start &+ 1]),
      digits & 0xF0F0_F0F0 == 0x3030_3030, (digits &+ 0x0606_0606) & 0xF0F0_F0F0 == 0x3030_3030,
      isUpper(bytes[start &+ 6]), TypeBLine.isDigit(bytes[start &+ 7]),
      TypeBLine.isDigit(bytes[start &+ 8]), bytes.endOfLetters(from: ports) == ports &+ 6
    else { return nil }
    var leg = FlightLeg()
    leg.carrier = ShortCode(packed: carrier)
    let zeros = min(3, (digits ^ 0x3030_3030).trailingZeroBitCount / 8)
    leg.number = ShortCode(packed: UInt64(digits >> UInt32(8 * zeros)))
    let day = Int(bytes[start &+ 7] &- 0x30) &* 10 &+ Int(bytes[start &+ 8] &- 0x30)
    leg.date = days[day]
    leg.from = ShortCode(packed: UInt64(bytes.word(at: ports) & 0xFF_FFFF))
    leg.to = ShortCode(packed: UInt64(bytes.word(at: ports &+ 3) & 0xFF_FFFF))
    leg.departureMinute = DateReader.minute(bytes, (ports &+ 6)..<(ports &+ 10))
    return leg
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  /// `02JFKBOS0915HK`
  private static func complete(
    _ start: FlightLeg, _ bytes: Span<UInt8>, _ range: Range<Int>, near days: TypeBDates.DaysAround
  ) -> FlightLeg {
    var leg = start
    var index = range.lowerBound
    guard range.count >= 2, let day = DateReader.integer(bytes, index..<(index + 2)) else {
      return leg
    }
    index += 2
    leg.date = days[day]
    guard range.upperBound >= index + 6, (index..<(index + 6)).allSatisfy({ isLetter(bytes[$0]) })
    else { return leg }
    leg.from = ShortCode(bytes, index..<(index + 3))
    leg.to = ShortCode(bytes, (index + 3)..<(index + 6))
    index += 6
    if range.upperBound >= index + 4 {
      leg.departureMinute = DateReader.minute(bytes, index..<(index + 4))
    }
    return leg
  }

  /// `YY0456/02 BOS 2Y 3B.TESTERB/BRAMMR/BIANCAMRS` of PTM: the flight that a party goes on with, places by
  /// class, bags, and the names behind a full stop or a blank. Returns whether it is such a line.
  mutating func takeTransfer(
    _ bytes: Span<UInt8>, _ line: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Bool {
    var words = line.lowerBound
    while words < line.upperBound, bytes[words] > 0x20 { words += 1 }
    let flight = line.lowerBound..<words
    guard let slash = flight.first(where: { bytes[$0] == TypeBLine.slash }),
      DateReader.integer(bytes, (slash + 1)..<min(slash + 3, words)) != nil
    else { return false }
    var onward = FlightLeg()
    FlightLegReader.setFlight(of: &onward, bytes, line.lowerBound..<slash, carrier: .none)
    guard !onward.number.isEmpty, !onward.carrier.isEmpty else { return false }
    if let day = DateReader.integer(bytes, (slash + 1)..<min(slash + 3, words)) {
      onward.date = days[day]
    }
    onward.from = leg.to
    closeGroup(into: &batch)
    takeParty(bytes, words..<line.upperBound, onward, at: offset, into: &batch)
    return true
  }

  private mutating func takeParty(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ start: FlightLeg, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    var onward = start
    var places = 0
    var index = range.lowerBound
    while index < range.upperBound {
      while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
      var end = index
      while end < range.upperBound, bytes[end] > 0x20, bytes[end] != TypeBLine.dot { end += 1 }
      let word = index..<end
      if TypeBNameLine.begins(bytes, index..<range.upperBound, lettersMin: 1) { break }
      if word.isEmpty {
        // The mark before the names stands behind a blank.
        index = min(index + 1, range.upperBound)
        break
      }
      if TypeBLine.isDigit(bytes[index]) {
        // `2Y` counts travellers, `3B` their bags.
        let digits = word.prefix { TypeBLine.isDigit(bytes[$0]) }
        if bytes[end - 1] != 0x42 || places == 0 {
          places += DateReader.integer(bytes, digits) ?? 0
        }
      } else if onward.to.isEmpty, word.count == 3 {
        onward.to = ShortCode(bytes, word)
      } else {
        break
      }
      index = end
      if index < range.upperBound, bytes[index] == TypeBLine.dot {
        index += 1
        break
      }
    }
    let names = DateReader.trim(bytes, index..<range.upperBound)
    takeNames(bytes, names, places: places, onward: onward, at: offset, into: &batch)
  }
}

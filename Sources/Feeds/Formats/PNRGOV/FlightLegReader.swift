import Records

/// Flights as TVL, TRA and TDT write them.
enum FlightLegReader {
  /// Reads a TVL that is split into `tokens`.
  ///
  /// C310 date : time : arrival date : arrival time, C328 board, C328 off, C306 carrier, C308 number.
  /// - Returns: the leg, and whether one of its dates is no date.
  static func read(_ bytes: Span<UInt8>, _ tokens: SegmentTokens) -> (FlightLeg, Bool) {
    var leg = FlightLeg()
    var isImpossible = false
    let departure = DateReader.dayFirst(bytes, tokens.component(1, 0))
    leg.date = departure.value
    if departure == .impossible { isImpossible = true }
    leg.departureMinute = DateReader.minute(bytes, tokens.component(1, 1))
    let arrival = tokens.component(1, 2)
    if DateReader.trim(bytes, arrival).count == 4 {
      // The arrival time slipped into the slot of the arrival date.
      leg.arrivalMinute = DateReader.minute(bytes, arrival)
    } else {
      let reading = DateReader.dayFirst(bytes, arrival)
      leg.arrivalDate = reading.value
      if reading == .impossible { isImpossible = true }
      leg.arrivalMinute = DateReader.minute(bytes, tokens.component(1, 3))
    }
    leg.from = ShortCode(bytes, tokens.component(2))
    leg.to = ShortCode(bytes, tokens.component(3))
    leg.carrier = ShortCode(bytes, tokens.component(4))
    setNumber(of: &leg, bytes, tokens.component(5))
    if leg.suffix.isEmpty, tokens.component(5, 2).count == 1 {
      leg.suffix = ShortCode(bytes, tokens.component(5, 2))
    }
    return (leg, isImpossible)
  }

  /// Digits without leading zeros, and one letter behind them as operational suffix; OPEN and ARNK
  /// leave the number empty.
  static func setNumber(of leg: inout FlightLeg, _ bytes: Span<UInt8>, _ range: Range<Int>) {
    var range = DateReader.trim(bytes, range)
    leg.number = .none
    leg.suffix = .none
    guard let last = range.last else { return }
    if isLetter(bytes[last]), range.count > 1 {
      leg.suffix = ShortCode(bytes, last..<(last + 1))
      range = range.lowerBound..<last
    }
    guard DateReader.allDigits(bytes, range), range.count <= 5 else {
      leg.suffix = .none
      return
    }
    while range.count > 1, bytes[range.lowerBound] == 0x30 {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    leg.number = ShortCode(bytes, range)
  }

  /// Splits a flight id such as `KL1007`, `U2212`, `KLM1007A`: the carrier that the segment names, then
  /// two characters, then three letters.
  static func setFlight(
    of leg: inout FlightLeg, _ bytes: Span<UInt8>, _ range: Range<Int>, carrier: ShortCode
  ) {
    let range = DateReader.trim(bytes, range)
    leg.carrier = carrier
    for length in [carrier.count, 2, 3] where length >= 2 && range.count > length {
      let head = range.lowerBound..<(range.lowerBound + length)
      let code = ShortCode(bytes, head)
      if length == carrier.count && code != carrier && length != 2 && length != 3 { continue }
      guard isCarrier(bytes, head) else { continue }
      setNumber(of: &leg, bytes, head.upperBound..<range.upperBound)
      if !leg.number.isEmpty {
        leg.carrier = code
        return
      }
    }
    setNumber(of: &leg, bytes, range)
  }

  /// Two characters with a letter among them, or three letters.
  private static func isCarrier(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var letters = 0
    for index in range {
      guard isAlphanumeric(bytes[index]) else { return false }
      if isLetter(bytes[index]) { letters += 1 }
    }
    return range.count == 3 ? letters == 3 : letters > 0
  }

  /// Whether an itinerary leg is the flight that was pushed: the same ports and the same day, or the
  /// same ports and number (a date may have moved since).
  static func isSame(_ leg: FlightLeg, _ pushed: FlightLeg) -> Bool {
    let isSameNumber = leg.carrier == pushed.carrier && leg.number == pushed.number
    guard !pushed.from.isEmpty, !leg.from.isEmpty else {
      return isSameNumber && leg.date == pushed.date
    }
    guard leg.from == pushed.from, leg.to == pushed.to else { return false }
    return isSameNumber || (leg.date != nil && leg.date == pushed.date)
  }
}

import Records

/// The flights of one PAXLST message (SG2, SG3): TDT opens one, LOC and DTM give its ports and times.
///
/// The message is about the leg that crosses the border: from the last foreign port (LOC 125) to the
/// first port in the country of destination (LOC 87); LOC 92 are points before and behind.
struct PAXLSTItinerary {
  private static let maximumLegs = 64

  private var legs: [FlightLeg] = []
  private var flight = FlightLeg()
  private var hasLeg = false
  /// Index of the leg across the border, -1 where no port says so.
  private var border = -1
  /// What is read belongs to a leg behind those that are kept.
  private var isBeyond = false
  /// Where the flights stand in the batch, if they did not change since.
  private var emitted = ElementRun.empty

  var isEmpty: Bool { legs.isEmpty }

  /// The flight that the message is about.
  var leg: FlightLeg? { legs.isEmpty ? nil : legs[max(border, 0)] }

  /// Its day.
  var date: PartialDate? { leg?.date ?? leg?.arrivalDate }

  /// TDT: e2 flight id, e5 C040 carrier.
  mutating func openTransport(_ bytes: Span<UInt8>, _ tokens: SegmentTokens) {
    emitted = .empty
    flight = FlightLeg()
    FlightLegReader.setFlight(
      of: &flight, bytes, tokens.component(2), carrier: ShortCode(bytes, tokens.component(5)))
    hasLeg = false
    isBeyond = false
    openLeg(from: .none)
  }

  mutating func takePlace(_ qualifier: Int, _ bytes: Span<UInt8>, _ range: Range<Int>) {
    emitted = .empty
    var place = ShortCode(bytes, range)
    guard !place.isEmpty else { return }
    // The old US form has UN/LOCODE: country and port.
    if place.count == 5, qualifier < 10 { place = ShortCode(packed: place.packed >> 16) }
    if [125, 5, 87, 8, 92, 130].contains(qualifier) { isBeyond = false }
    switch qualifier {
    case 125, 5:
      if !isLegOpen || !legs[legs.count - 1].from.isEmpty { openLeg(from: .none) }
      set { $0.from = place }
      border = legs.count - 1
    case 87, 8:
      if !isLegOpen || !legs[legs.count - 1].to.isEmpty { openLeg(from: lastPort) }
      set { $0.to = place }
      border = legs.count - 1
    case 92:
      if !isLegOpen { openLeg(from: lastPort) }
      if legs[legs.count - 1].from.isEmpty {
        set { $0.from = place }
      } else if legs[legs.count - 1].to.isEmpty {
        set { $0.to = place }
      } else if place == lastPort {
        // Legs in pairs: AMS LHR, LHR JFK.
        openLeg(from: place)
      } else {
        openLeg(from: lastPort)
        set { $0.to = place }
      }
    case 130:
      // The final destination: of the leg that a departure has opened, or of none that has times.
      guard isLegOpen, place != lastPort else { return }
      if legs.count > 1, legs[legs.count - 1].to.isEmpty {
        set { $0.to = place }
      } else {
        isBeyond = true
      }
    default: break
    }
  }

  /// DTM 189 scheduled departure, 232 scheduled arrival; 136 and 132 in the old US form.
  mutating func takeDate(
    _ qualifier: Int, _ bytes: Span<UInt8>, _ tokens: SegmentTokens
  ) -> DateReader.Reading {
    emitted = .empty
    var value = tokens.component(1, 1)
    var time = 0..<0
    if value.isEmpty {
      value = tokens.component(2)
      time = tokens.component(3)
    }
    value = DateReader.trim(bytes, value)
    let reading = DateReader.yearFirst(bytes, value, reference: nil, .travel)
    if time.isEmpty, value.count == 10 || value.count == 12 {
      time = (value.upperBound - 4)..<value.upperBound
    }
    let minute = DateReader.minute(bytes, time)
    switch qualifier {
    case 189, 136:
      if !isLegOpen || isDeparture(reading.value, minute, ofNextLegThan: legs[legs.count - 1]) {
        openLeg(from: lastPort)
      }
      set {
        $0.date = reading.value
        $0.departureMinute = minute
      }
    case 232, 132:
      if isBeyond { return reading }
      if !isLegOpen { openLeg(from: lastPort) }
      set {
        $0.arrivalDate = reading.value
        $0.arrivalMinute = minute
      }
    default: return .absent
    }
    return reading
  }

  /// Appends the flights, the one across the border first; once for all persons that are given out one
  /// after another.
  mutating func emit(into batch: inout PassengerBatch) -> ElementRun {
    let start = batch.flights.count
    // In a batch that was emptied there are fewer flights, and in this message only this appends any.
    if !emitted.isEmpty, emitted.range.upperBound == start { return emitted }
    let first = max(border, 0)
    if first < legs.count { batch.flights.append(legs[first]) }
    for (index, leg) in legs.enumerated() where index != first { batch.flights.append(leg) }
    emitted = ElementRun(start: UInt32(start), count: UInt32(batch.flights.count - start))
    return emitted
  }

  /// Whether a departure is from the port where a leg ends: that one has its own already.
  private func isDeparture(
    _ date: PartialDate?, _ minute: Int16, ofNextLegThan leg: FlightLeg
  ) -> Bool {
    guard let date, let own = leg.date, !leg.to.isEmpty else { return false }
    return (date.packed, minute) > (own.packed, leg.departureMinute)
  }

  private var isLegOpen: Bool { hasLeg && !legs.isEmpty }
  private var lastPort: ShortCode { legs.last?.to ?? .none }

  private mutating func openLeg(from port: ShortCode) {
    guard legs.count < PAXLSTItinerary.maximumLegs else { return }
    var leg = flight
    leg.from = port
    legs.append(leg)
    hasLeg = true
  }

  private mutating func set(_ change: (inout FlightLeg) -> Void) {
    guard !legs.isEmpty else { return }
    change(&legs[legs.count - 1])
  }
}

public import Records

/// Which leg a run is about: `pnrscreen flight KL1007 --date 2026-11-28 [--from AMS] [--to LHR]`.
public struct FlightScope: Sendable, Equatable {
  public let carrier: ShortCode
  public let number: ShortCode
  public let suffix: ShortCode
  public let date: PartialDate
  public let from: ShortCode?
  public let to: ShortCode?

  /// Reads a flight designator: two or three letters or digits, one to four digits, at most one
  /// letter (IATA SSIM). Leading zeros of the number do not count, however many there are.
  /// - Returns: nil for anything else, or a date that is not a full day.
  public init?(designator: String, date: PartialDate, from: String? = nil, to: String? = nil) {
    guard date.isFull else { return nil }
    var text = designator.uppercased().filter { !$0.isWhitespace }
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    var suffix = ""
    if let last = text.last, last.isLetter {
      suffix = String(last)
      text.removeLast()
    }
    // `KLM1007` has a carrier of three letters (ICAO), `U21234` one of two with a digit in it.
    let carrierCount = text.prefix(3).allSatisfy { $0.isLetter } ? 3 : 2
    let carrier = text.prefix(carrierCount)
    let digits = text.dropFirst(carrierCount)
    let significant = digits.drop { $0 == "0" }
    guard carrier.count == carrierCount, carrier.contains(where: { $0.isLetter }),
      carrier.allSatisfy({ $0.isLetter || $0.isNumber }),
      !digits.isEmpty, significant.count <= 4, digits.allSatisfy({ $0.isNumber })
    else { return nil }
    self.carrier = ShortCode(String(carrier))
    number = ShortCode(significant.isEmpty ? "0" : String(significant))
    self.suffix = ShortCode(suffix)
    self.date = date
    self.from = from.map { ShortCode($0.uppercased()) }
    self.to = to.map { ShortCode($0.uppercased()) }
  }

  /// Whether this can be an airport: three letters (IATA location identifier).
  public static func isAirport(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
  }

  /// Whether this is the flight; airports count only where they were asked for.
  public func contains(_ leg: FlightLeg) -> Bool {
    leg.carrier == carrier && leg.number == number && leg.suffix == suffix && leg.date == date
      && (from == nil || leg.from == from) && (to == nil || leg.to == to)
  }

  /// A leg as `AMS-LHR` for a message; `?` for what has not the form of an airport and may be anything.
  static func shown(leg: String) -> String {
    let ports = leg.split(separator: "-", omittingEmptySubsequences: false)
    return (ports.count == 2 ? ports.map { ShownCodes.airport(ShortCode(String($0))) } : ["", ""])
      .map { $0.isEmpty ? "?" : $0 }.joined(separator: "-")
  }

  /// For the settings of a run: `KL1007 2026-11-28 AMS-LHR`.
  public var description: String {
    "\(carrier)\(number)\(suffix) \(date) \(from?.description ?? "*")-\(to?.description ?? "*")"
  }
}

extension PassengerBatch {
  /// Takes out what stands in test interchanges (UNB 0035), with a finding per message.
  /// - Returns: how many persons were taken out.
  mutating func takeOutTests() -> Int {
    guard messages.contains(where: { $0.isTest }) else { return 0 }
    let before = passengers.count
    let headers = messages
    passengers.removeAll { headers[Int($0.message)].isTest }
    for push in pushes where headers[Int(push.message)].isTest {
      diagnostics.append(
        Diagnostic(
          .outOfScope, at: push.offset, "a test interchange; nobody in it is screened",
          messageReference: headers[Int(push.message)].reference))
    }
    pushes.removeAll { headers[Int($0.message)].isTest }
    cancellations.removeAll { headers[Int($0.message)].isTest }
    bookingNames.removeAll { headers[Int($0.message)].isTest }
    return before - passengers.count
  }

  /// Reports messages whose time is yet to come: they are taken for messages without a time.
  mutating func reportTimesToCome(after today: PartialDate?) {
    guard let today else { return }
    for push in pushes {
      let header = messages[Int(push.message)]
      guard header.minute > MessageHeader.minute(of: today, 2 * 1440) else { continue }
      diagnostics.append(
        Diagnostic(
          .pushOrder, at: push.offset, "a message of a time that is yet to come",
          messageReference: header.reference))
    }
  }

  /// Takes out everybody whose message is about a flight out of scope, and what is said of such flights,
  /// before anything looks at them.
  /// - Parameter legs: gets `AMS-LHR` for every leg that was kept.
  /// - Returns: how many were taken out.
  mutating func keep(only scope: RunScope, legs: inout Set<String>) -> Int {
    let before = passengers.count
    let flights = flights
    func isIn(_ leg: FlightLeg?) -> Bool { leg.map(scope.contains) ?? scope.holdsUnknownFlights }
    pushes.removeAll { !isIn($0.leg) }
    cancellations.removeAll { !isIn($0.leg) }
    bookingNames.removeAll { !isIn($0.leg) }
    passengers.removeAll { person in
      guard !person.flights.isEmpty else { return !isIn(nil) }
      let leg = flights[Int(person.flights.start)]
      guard isIn(leg) else { return true }
      legs.insert("\(leg.from)-\(leg.to)")
      return false
    }
    return before - passengers.count
  }
}

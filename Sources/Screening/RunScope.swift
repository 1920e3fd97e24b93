public import Records

/// Which legs a run is about, where it is not about all of them.
public enum RunScope: Sendable, Equatable {
  /// `pnrscreen flight`.
  case flight(FlightScope)
  /// `screen --changed-since`: legs that may not have departed at this instant. Times of departure are local, so
  /// they are taken for the latest that they may be; a leg without a date is one of them.
  case departing(RunClock)

  /// The earliest local time in the world: UTC-12.
  private static let latestOffsetMinutes = 12 * 60

  public func contains(_ leg: FlightLeg) -> Bool {
    switch self {
    case .flight(let scope): return scope.contains(leg)
    case .departing(let clock):
      guard let date = leg.date else { return true }
      let minute = leg.departureMinute >= 0 ? Int(leg.departureMinute) : 24 * 60
      let latest = date.latest.dayNumber * 1440 + minute + Self.latestOffsetMinutes
      return latest * 60 >= clock.seconds
    }
  }

  /// Whether somebody of whom no flight is known is within the scope.
  var holdsUnknownFlights: Bool {
    if case .departing = self { true } else { false }
  }

  public var flight: FlightScope? {
    if case .flight(let scope) = self { scope } else { nil }
  }
}

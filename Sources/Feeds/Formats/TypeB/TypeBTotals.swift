import Records

/// What the totals of a list announce, and what was found; over all parts where they follow each other.
struct TypeBTotals {
  /// In this message; -1 where it states nothing.
  private(set) var announcedHere = -1
  private(set) var foundHere = 0
  /// Whether all parts so far were read, so that totals can be compared with names.
  var isWhole = true
  /// Whether the names that follow are among those announced.
  var isCounting = true
  private var announced = 0
  private var standby = 0
  private var found = 0
  private var part = 0
  private var kind = MessageKind.other
  private var leg = FlightLeg()
  private var last = ShortCode.none
  private var isFirstLine = false

  /// - Parameter part: 0 where the list names none.
  mutating func begin(part: Int, _ kind: MessageKind, _ leg: FlightLeg) {
    announcedHere = -1
    foundHere = 0
    isFirstLine = true
    isCounting = true
    var flight = leg
    flight.to = .none
    let follows = part > 1 && part == self.part + 1 && kind == self.kind && flight == self.leg
    self.part = part
    self.kind = kind
    self.leg = flight
    if follows { return }
    isWhole = part <= 1
    announced = 0
    standby = 0
    found = 0
    last = .none
  }

  /// - Parameter line: the line, since a part may begin with the totals that the one before ended in.
  mutating func add(_ count: Int, _ standby: Int, _ line: ShortCode = .none) {
    let isRepeated = isFirstLine && part > 1 && line == last && !line.isEmpty
    isFirstLine = false
    last = line
    guard !isRepeated else { return }
    announcedHere = max(announcedHere, 0) + count
    announced += count
    self.standby += standby
  }

  mutating func find(_ count: Int) {
    foundHere += count
    if isCounting { found += count }
  }

  /// Standby passengers may or may not be among the seats.
  var mismatch: (announced: Int, found: Int)? {
    let isStated = announced > 0 || announcedHere >= 0
    guard isWhole, isStated, kind != .adl, abs(announced - found) > standby else { return nil }
    return (announced, found)
  }
}

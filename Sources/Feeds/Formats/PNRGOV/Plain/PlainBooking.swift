import Bytes
import Records

/// A booking about which nothing is unusual, while it is read: most of them.
///
/// ``Booking`` can make sense of every booking, and asks a dozen questions per traveller for it. Here a
/// booking is given up at the first thing that would need such a question, and is then read that way.
/// What is left (one person per TIF, each with a reference of his own, documents under his reference and
/// his name, names of the history that somebody in it has) is kept as places in the block: nothing is
/// copied before it is complete. Both ways give the same records; the tests compare them.
struct PlainBooking: ~Copyable {
  /// A name where it lies.
  struct Name {
    var surname = 0..<0
    /// All given names, with what separates them in the message.
    var given = 0..<0
    /// What separates them, 0 if there is one only or they have blanks between.
    var separator: UInt8 = 0
  }

  /// A name of a traveller; several of them where a title was in doubt, or DOCS has further names.
  struct Spelling {
    var owner = 0
    var name = Name()
    var source = NameSource.tif
  }

  struct Traveller {
    /// Indices of the first spelling and of the one that is printed as the name.
    var firstName = 0
    var mainName = 0
    var reference = 0..<0
    /// The bytes of the reference, as a number.
    var code: UInt64 = 0
    var seat = 0..<0
    var isCheckedIn = false
    /// Index of the first identity of the traveller, -1 without one.
    var identity = -1
    /// Where TIF begins.
    var start = 0
  }

  /// What DOCS says.
  struct Identity {
    var code: UInt64 = 0
    var scope = -1
    var name = Name()
    var gender = Gender.unstated
    var birthDate: PartialDate?
    var nationality = ShortCode.none
    var document = Document()
    /// Index of the traveller, -1 before it is known.
    var owner = -1
  }

  /// The number is empty where there is none.
  struct Document {
    var number = 0..<0
    var type = ShortCode.none
    var issuer = ShortCode.none
    var expires: PartialDate?
  }

  struct Visa {
    var code: UInt64 = 0
    var scope = -1
    var document = Document()
    var owner = -1
  }

  /// A seat, or a check-in with or without one.
  struct Boarding {
    var code: UInt64 = 0
    var scope = -1
    var seat = 0..<0
    var isCheckIn = false
    var name = Name()
    /// Index of the leg, -1 outside one.
    var leg = -1
  }

  /// A name that a traveller had, or has.
  struct PastName {
    var code: UInt64 = 0
    var name = Name()
  }

  enum Scope { case booking, passenger, flight, checkIn, change, history, nonAir, split }

  var travellers = FixedList(Traveller(), capacity: 8)
  var spellings = FixedList(Spelling(), capacity: 32)
  var identities = FixedList(Identity(), capacity: 12)
  var visas = FixedList(Visa(), capacity: 12)
  var boardings = FixedList(Boarding(), capacity: 32)
  var pastNames = FixedList(PastName(), capacity: 24)
  var legs = FixedList(FlightLeg(), capacity: 8)
  /// One bit per leg: whether it is the flight that was pushed.
  var pushedLegs: UInt32 = 0
  var locator = 0..<0
  var locatorSystem = ShortCode.none
  var scope = Scope.booking
  /// Index of the check-in that is open, -1 if none.
  var checkIn = -1
  var context = Context()

  /// What holds for all bookings of a message.
  struct Context {
    var separators = EDIFACTSeparators()
    var pushed = FlightLeg()
    var referenceDate: PartialDate?
    var isUpdate = false
  }

  mutating func begin(_ context: Context) {
    self.context = context
    travellers.removeAll()
    spellings.removeAll()
    identities.removeAll()
    visas.removeAll()
    boardings.removeAll()
    pastNames.removeAll()
    legs.removeAll()
    pushedLegs = 0
    locator = 0..<0
    locatorSystem = .none
    scope = .booking
    checkIn = -1
  }

  /// The traveller in whose group a segment stands, -1 outside a group.
  var group: Int { scope == .passenger ? travellers.count &- 1 : -1 }

  /// The leg that is open, -1 outside one.
  var leg: Int { scope == .flight || scope == .checkIn ? legs.count &- 1 : -1 }

  func isPushed(_ leg: Int) -> Bool { leg < 0 || pushedLegs >> UInt32(leg) & 1 == 1 }

  /// The traveller with this reference, or in this group where there is none; -1 for nobody.
  @inline(__always)
  func traveller(_ code: UInt64, _ group: Int) -> Int {
    guard code != 0 else { return group }
    // No two of them have one reference.
    if group >= 0, travellers[group].code == code { return group }
    for index in 0..<travellers.count where travellers[index].code == code { return index }
    return -1
  }
}

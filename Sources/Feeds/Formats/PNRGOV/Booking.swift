import Records

/// One booking while its segments come in: what was found, in the order of the message.
///
/// Nothing is decided before the booking is complete, because names, documents and references of one
/// traveller may stand before, in and behind the passenger group. All arrays keep their memory from
/// booking to booking.
struct Booking {
  /// A traveller, with the heads of the lists of what belongs to it.
  struct Traveller {
    var kind = PassengerKind.passenger
    var gender = Gender.unstated
    var birthDate: PartialDate?
    var nationality = ShortCode.none
    var reference = TextReference.empty
    var seat = TextReference.empty
    var isCheckedIn = false
    /// What the traveller's own entry says of the journey (XML BoardingStatus), `.booked` if nothing.
    var status = TravelStatus.booked
    /// An infant with it, or a title, says that it is an adult.
    var isAdult = false
    /// An infant is said to be with it.
    var hasInfant = false
    /// TIF has type A.
    var isTypedAdult = false
    var hasDocumentName = false
    var offset: UInt64 = 0
    /// Indices of entries of ``Booking/names`` and ``Booking/documents``, -1 for none.
    var firstName = -1
    var lastName = -1
    var nameCount = 0
    var firstDocument = -1
    var lastDocument = -1
    /// Index of the name that is printed as the main one.
    var mainName = -1
  }

  struct Name {
    var name: ReadName
    var source: NameSource
    var next = -1
  }

  struct Document {
    var document: TravelDocument
    var next = -1
  }

  /// Something said of a traveller who is still to be found among the travellers.
  struct Finding {
    enum Kind { case identity, infant, visa, checkIn, history, seat, birth }

    var kind: Kind
    /// The traveller in whose group it stands, -1 outside a group.
    var scope = -1
    /// The group of somebody who has no name yet (`TBA`), or of no person.
    static let unnamed = -2
    var reference = TextReference.empty
    var name = ReadName()
    /// What the name is printed as coming from, of an identity.
    var source = NameSource.docs
    var gender = Gender.unstated
    var isInfant = false
    /// Stands in a remark, which may speak of anybody.
    var isRemark = false
    /// The remark has words of its own before it, such as `EMERGENCY CONTACT`.
    var isAside = false
    /// Of a history: the name stands where a traveller's own one would if no tag was lost.
    var isStray = false
    var birthDate: PartialDate?
    /// The birth date is one of under two years, and the century is not written.
    var isUnderTwo = false
    var nationality = ShortCode.none
    var document: TravelDocument?
    var seat = TextReference.empty
    /// Index of the leg, -1 outside one.
    var leg = -1
    /// What is said of the only leg, if there is one only.
    static let soleLeg = -2
    var offset: UInt64 = 0

    init(_ kind: Kind) { self.kind = kind }

    /// What a booking has of, so that nothing is looked for that is not there.
    struct Kinds: OptionSet {
      let rawValue: UInt8
      static let infant = Kinds(rawValue: 1)
      static let identity = Kinds(rawValue: 2)
      static let infantIdentity = Kinds(rawValue: 4)
      static let referring = Kinds(rawValue: 8)
      static let history = Kinds(rawValue: 16)
      static let underTwo = Kinds(rawValue: 32)

      @inline(__always)
      mutating func insert(_ finding: Finding) {
        switch finding.kind {
        case .infant: insert(.infant)
        case .identity where finding.isInfant: insert(.infantIdentity)
        case .identity:
          insert(.identity)
          if finding.isUnderTwo { insert(.underTwo) }
        case .history: insert(.history)
        case .visa, .checkIn, .seat, .birth: insert(.referring)
        }
      }
    }
  }

  var arena = TextArena()
  var travellers: [Traveller] = []
  var names: [Name] = []
  var documents: [Document] = []
  var findings: [Finding] = []
  var legs: [FlightLeg] = []
  /// For each leg, whether it is the flight that was pushed.
  var isPushedLeg: [Bool] = []
  var locator = TextReference.empty
  /// A locator of control type `C` (departure control) or of a flight: used where there is no better.
  var spareLocator = TextReference.empty
  /// Whose locator each of them is.
  var locatorSystem = ShortCode.none
  var spareLocatorSystem = ShortCode.none
  /// Further locators of the booking, of other systems.
  var otherLocators: [SystemLocator] = []
  var isCancelled = false
  /// ORG of the booking is empty.
  var isOriginEmpty = false
  /// Somebody in it is not named yet, or not legibly.
  var isInDoubt = false
  /// It has a group's name, or seats whose travellers are not named yet.
  var hasOpenSeats = false
  /// Where a remark stands that names somebody who may or may not travel, and is no person here.
  var strangerOffset: UInt64?
  var offset: UInt64 = 0
  /// 0, 1, 2 … as far as there ever were travellers: all of them are a slice of it.
  var order: [Int] = []
  var lookup = TravellerIndex()
  var isJoining = false

  /// Locators kept of one booking beside its first; more of them are no names of it.
  static let otherLocatorsMax = 8
  /// Reported of a booking in which nobody is named, and which is not named itself.
  static let namelessText = "a booking without names and locator"
  /// Reported of a remark on somebody who is no traveller of the booking.
  static let strangerText = "a remark names somebody who is no traveller of the booking"
  /// Until they are of this age, travellers are children.
  static let childYears = 12
  /// Names kept per person; beyond that a message repeats itself.
  static let namesPerPerson = 64

  mutating func begin(at offset: UInt64) {
    removePeople()
    if !legs.isEmpty {
      legs.removeAll(keepingCapacity: true)
      isPushedLeg.removeAll(keepingCapacity: true)
    }
    arena.removeAll()
    locator = .empty
    spareLocator = .empty
    locatorSystem = .none
    spareLocatorSystem = .none
    if !otherLocators.isEmpty { otherLocators.removeAll(keepingCapacity: true) }
    isCancelled = false
    isOriginEmpty = false
    isInDoubt = false
    hasOpenSeats = false
    self.offset = offset
  }

  /// Whether the booking, or the group of a list, is so large that it is given out in pieces.
  func isOverLimit(_ limits: Limits) -> Bool {
    travellers.count + findings.count / 8 >= limits.personsPerBooking || arena.bytes.count > 1 << 24
  }

  mutating func removePeople() {
    if !travellers.isEmpty { travellers.removeAll(keepingCapacity: true) }
    if !names.isEmpty { names.removeAll(keepingCapacity: true) }
    if !documents.isEmpty { documents.removeAll(keepingCapacity: true) }
    if !findings.isEmpty { findings.removeAll(keepingCapacity: true) }
    strangerOffset = nil
  }

  mutating func addTraveller(
    _ name: ReadName, _ source: NameSource, reference: TextReference, at offset: UInt64
  ) -> Int {
    var traveller = Traveller()
    traveller.reference = reference
    traveller.offset = offset
    travellers.append(traveller)
    let index = travellers.count - 1
    enter(index)
    add(name, source, to: index)
    return index
  }

  /// Adds a spelling unless the traveller has it; the first one becomes the main name.
  mutating func add(_ name: ReadName, _ source: NameSource, to index: Int, asMain: Bool = false) {
    guard !name.isEmpty else { return }
    var known = travellers[index].firstName
    while known >= 0 {
      if isSame(names[known].name, name) {
        if asMain {
          travellers[index].mainName = known
          names[known].source = source
        }
        return
      }
      known = names[known].next
    }
    guard travellers[index].nameCount < Booking.namesPerPerson else { return }
    names.append(Name(name: name, source: source))
    let added = names.count - 1
    if travellers[index].lastName >= 0 {
      names[travellers[index].lastName].next = added
    } else {
      travellers[index].firstName = added
      travellers[index].mainName = added
    }
    travellers[index].lastName = added
    travellers[index].nameCount += 1
    if asMain { travellers[index].mainName = added }
    enter(name, of: index)
    for spelling in name.otherReadings { add(ReadName(spelling), source, to: index) }
  }

  func isSame(_ first: ReadName, _ second: ReadName) -> Bool {
    arena.equal(first.surname, second.surname) && arena.equal(first.given, second.given)
  }

  /// Adds a document unless the traveller has its number already.
  mutating func add(_ document: TravelDocument, to index: Int) {
    guard !document.number.isEmpty else { return }
    var known = travellers[index].firstDocument
    var count = 0
    while known >= 0 {
      if arena.equal(documents[known].document.number, document.number) { return }
      known = documents[known].next
      count += 1
    }
    guard count < Booking.namesPerPerson else { return }
    documents.append(Document(document: document))
    let added = documents.count - 1
    if travellers[index].lastDocument >= 0 {
      documents[travellers[index].lastDocument].next = added
    } else {
      travellers[index].firstDocument = added
    }
    travellers[index].lastDocument = added
  }
}

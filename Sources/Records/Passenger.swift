/// What role a person has on the flight (contract, `kind`).
public enum PassengerKind: UInt8, Sendable, CaseIterable {
  case passenger, infant, crew, transit
  public var label: String { ["passenger", "infant", "crew", "transit"][Int(rawValue)] }
}

/// How far the journey has come (contract, `status`).
public enum TravelStatus: UInt8, Sendable, CaseIterable {
  case unstated, booked, checkedIn, boarded, noShow, cancelled
  public var label: String {
    ["", "booked", "checkedIn", "boarded", "noShow", "cancelled"][Int(rawValue)]
  }
}

public enum Gender: UInt8, Sendable, CaseIterable {
  case unstated, male, female, unspecified
  /// `M`, `F`, `X`; empty when unstated.
  public var label: String { ["", "M", "F", "X"][Int(rawValue)] }

  /// Reads `M`, `F` or `X` in any case; everything else is unstated.
  public init(letter: UInt8) {
    // By the place of the letter, two bits each, without a branch: it is as often the one as the other.
    let values: UInt64 = letter & 0xC0 == 0x40 ? 0x3_0000_0400_2000 : 0
    let value = values &>> (UInt64(letter & 0x1F) &* 2) & 3
    self = Gender(rawValue: UInt8(truncatingIfNeeded: value)) ?? .unstated
  }
}

/// Which part of a message a name came from (contract, `nameSource` and `source`).
public enum NameSource: UInt8, Sendable, CaseIterable {
  case tif, docs, inft, nad, pnl, history, csv, checkIn, adl, prl, pfs, etl, ptm, psm, pdt
  /// `Passenger` element of PNRGOV XML.
  case xml
  /// SSR PSPT, the older form of DOCS.
  case pspt
  case asl, ftl, pil
  public var label: String {
    [
      "TIF", "DOCS", "INFT", "NAD", "PNL", "history", "CSV", "checkIn", "ADL", "PRL", "PFS", "ETL",
      "PTM", "PSM", "PDT", "XML", "PSPT", "ASL", "FTL", "PIL",
    ][Int(rawValue)]
  }
}

/// One spelling of a name, as received: upper case, title taken off, UTF-8.
public struct PersonName: Sendable {
  public var surname: TextReference
  public var given: TextReference
  public var source: NameSource

  public init(surname: TextReference, given: TextReference, source: NameSource) {
    self.surname = surname
    self.given = given
    self.source = source
  }
}

/// A travel document; `type` is the DOCS letter (P, V, I, A, C, AC, IP, F, T, M).
public struct TravelDocument: Sendable {
  public var type: ShortCode
  public var number: TextReference
  public var issuer: ShortCode
  public var expires: PartialDate?

  public init(type: ShortCode, number: TextReference, issuer: ShortCode, expires: PartialDate?) {
    self.type = type
    self.number = number
    self.issuer = issuer
    self.expires = expires
  }
}

/// One flight of an itinerary. Local times in minutes after midnight, -1 where unknown.
public struct FlightLeg: Hashable, Sendable {
  public var carrier = ShortCode.none
  /// Without leading zeros; may be empty (an open segment).
  public var number = ShortCode.none
  public var suffix = ShortCode.none
  /// Local date of departure.
  public var date: PartialDate?
  public var from = ShortCode.none
  public var to = ShortCode.none
  public var departureMinute: Int16 = -1
  public var arrivalDate: PartialDate?
  public var arrivalMinute: Int16 = -1

  public init() {}
}

/// One traveller of one booking, as ``PassengerBatch`` stores it: references into the batch.
public struct Passenger: Sendable {
  public var kind = PassengerKind.passenger
  public var status = TravelStatus.unstated
  public var gender = Gender.unstated
  /// The message says all of the traveller anew, in place of what its sender's lists said before (CHG of
  /// ADL).
  public var isChange = false
  public var name: PersonName
  /// Further spellings, in ``PassengerBatch/names``.
  public var otherNames = ElementRun.empty
  public var birthDate: PartialDate?
  /// ISO 3166 alpha-3; empty when unstated.
  public var nationality = ShortCode.none
  /// In ``PassengerBatch/documents``.
  public var documents = ElementRun.empty
  /// In ``PassengerBatch/flights``; the first is the flight that the message is about.
  public var flights = ElementRun.empty
  public var recordLocator = TextReference.empty
  /// The carrier or system that gave out the locator (RCI C330): it means one booking only there; empty
  /// when unstated.
  public var locatorSystem = ShortCode.none
  public var passengerReference = TextReference.empty
  public var seat = TextReference.empty
  /// In ``PassengerBatch/messages``.
  public var message: UInt32 = 0
  /// Byte offset in the file of the segment or row that opened this person.
  public var offset: UInt64 = 0
  /// How many messages tell of this person; more than one after merging.
  public var pushes: UInt32 = 1
  /// Empty before merging, when everything comes from ``message``.
  public var sources = FieldSources()

  public init(name: PersonName) { self.name = name }
}

/// Which types of message gave the value of each field of a merged passenger.
public struct FieldSources: Hashable, Sendable {
  public var name = MessageKinds()
  public var birthDate = MessageKinds()
  public var gender = MessageKinds()
  public var nationality = MessageKinds()
  public var documents = MessageKinds()
  public var status = MessageKinds()
  public var seat = MessageKinds()

  public init() {}
}

/// A set of ``MessageKind``.
public struct MessageKinds: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public init(_ kind: MessageKind) { rawValue = 1 << UInt16(kind.rawValue) }

  /// In the order of ``MessageKind``.
  public var kinds: [MessageKind] { MessageKind.allCases.filter { contains(MessageKinds($0)) } }
}

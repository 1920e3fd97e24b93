public import Matching
public import Records

/// A passenger who resembles a listed person, with everything that the hit files show (contract,
/// "One hit"). Values are texts as they are written; empty means absent.
public struct Hit: Sendable, Equatable {
  /// `h_` and 16 hex digits; the same from run to run, see ``HitIdentity``.
  public var id: String
  public var band: Band
  /// 0 to 1 in millionths.
  public var scoreMillionths: Int
  public var passenger: HitPassenger
  /// nil where the feed named no flight.
  public var flight: HitFlight?
  public var booking: HitBooking
  public var listed: HitListed
  public var evidence: [FieldEvidence]
  public var source: HitSource
  /// `j_` and 16 hex digits: the same for the legs of one traveller's trip.
  public var journey: String

  public init(
    id: String, band: Band, scoreMillionths: Int, passenger: HitPassenger, flight: HitFlight?,
    booking: HitBooking, listed: HitListed, evidence: [FieldEvidence], source: HitSource,
    journey: String
  ) {
    self.id = id
    self.band = band
    self.scoreMillionths = scoreMillionths
    self.passenger = passenger
    self.flight = flight
    self.booking = booking
    self.listed = listed
    self.evidence = evidence
    self.source = source
    self.journey = journey
  }

  /// Where it stands in every hit file.
  public var rank: HitRank { HitRank(scoreMillionths: scoreMillionths, id: id) }
}

/// The order of every hit file: best score first, then by id.
public struct HitRank: Comparable, Sendable {
  public var scoreMillionths: Int
  public var id: String

  public init(scoreMillionths: Int, id: String) {
    self.scoreMillionths = scoreMillionths
    self.id = id
  }

  public static func < (left: HitRank, right: HitRank) -> Bool {
    if left.scoreMillionths != right.scoreMillionths {
      return left.scoreMillionths > right.scoreMillionths
    }
    return left.id < right.id
  }
}

/// The traveller as the feed has it; never contact, payment or service data.
public struct HitPassenger: Sendable, Equatable {
  public var surname = ""
  public var given = ""
  public var birthDate: PartialDate?
  public var gender = ""
  public var nationality = ""
  public var documents: [HitDocument] = []
  public var nameSource = ""
  public var otherNames: [HitName] = []
  /// Which types of message gave each field, where the traveller is told of in several.
  public var sources: [HitFieldSource] = []

  public init() {}
}

/// The types of message that gave one field: `birthDate` from `PNRGOV` and `PAXLST`.
public struct HitFieldSource: Sendable, Equatable {
  public var field: String
  public var messages: [String]

  public init(field: String, messages: [String]) {
    self.field = field
    self.messages = messages
  }
}

public struct HitDocument: Sendable, Equatable {
  public var type = ""
  public var number = ""
  public var issuer = ""
  public var expires: PartialDate?

  public init() {}
}

/// A further spelling of the passenger's name and the part of the message it came from.
public struct HitName: Sendable, Equatable {
  public var surname: String
  public var given: String
  public var source: String

  public init(surname: String, given: String, source: String) {
    self.surname = surname
    self.given = given
    self.source = source
  }
}

/// The leg that the message is about.
public struct HitFlight: Sendable, Equatable {
  public var carrier = ""
  public var number = ""
  public var suffix = ""
  public var date: PartialDate?
  public var from = ""
  public var to = ""
  /// Local time, `YYYY-MM-DDTHH:MM`.
  public var departure = ""
  /// `outbound` or `inbound`, seen from the Netherlands; empty for other legs.
  public var direction = ""

  public init() {}
}

public struct HitBooking: Sendable, Equatable {
  public var recordLocator = ""
  public var passengerReference = ""
  public var status = ""
  public var seat = ""
  /// Whether the feed told nothing of a booking.
  public var isEmpty: Bool { self == HitBooking() }

  public init() {}
}

/// The entry of the list, and what a reader needs to look it up.
public struct HitListed: Sendable, Equatable {
  public var list = ""
  public var entry = ""
  /// The name that matched.
  public var name = ""
  public var nameQuality = ""
  /// ISO 8601: a date, a year, `from..to`; `~` after it where the publisher says "about".
  public var birthDates: [String] = []
  public var placeOfBirth = ""
  public var listedOn: PartialDate?
  public var reference = ""
  public var listDate: PartialDate?
  public var handling = ""

  public init() {}
}

/// Where the passenger was read.
public struct HitSource: Sendable, Equatable {
  /// The input's base name.
  public var file: String
  /// Bytes from the beginning of the file.
  public var offset: UInt64
  public var message: String
  public var reference: String
  /// In how many pushes of the run the traveller is told of.
  public var pushes = 1

  public init(file: String, offset: UInt64, message: String, reference: String) {
    self.file = file
    self.offset = offset
    self.message = message
    self.reference = reference
  }
}

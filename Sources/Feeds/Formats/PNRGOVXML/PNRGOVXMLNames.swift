import Bytes

/// The elements and attributes of PNRGOV XML that are read, as numbers.
///
/// Only local names count: the namespace may be absent, or stand on children only.
enum PNRGOVXMLName {
  // Elements.
  static let other: UInt8 = 0
  static let notification: UInt8 = 1
  static let answer: UInt8 = 2
  static let originator: UInt8 = 3
  static let flightLeg: UInt8 = 4
  static let departureAirport: UInt8 = 5
  static let arrivalAirport: UInt8 = 6
  static let bookings: UInt8 = 7
  static let booking: UInt8 = 8
  static let bookingReference: UInt8 = 9
  static let passenger: UInt8 = 10
  static let givenName: UInt8 = 11
  static let surname: UInt8 = 12
  static let service: UInt8 = 13
  static let text: UInt8 = 14
  static let identity: UInt8 = 15
  static let visa: UInt8 = 16
  static let flight: UInt8 = 17
  static let operatingAirline: UInt8 = 18
  static let marketingAirline: UInt8 = 19
  static let boardingNumber: UInt8 = 20
  static let seatNumber: UInt8 = 21
  static let infant: UInt8 = 22
  static let fare: UInt8 = 23
  /// Elements that say nothing themselves and leave what is in them where it was.
  static let wrapper: UInt8 = 24
  /// Money, contacts, loyalty, baggage: passed over with all that is in them.
  static let passedOver: UInt8 = 25
  static let company: UInt8 = 26

  // Attributes.
  static let version: UInt8 = 40
  static let transaction: UInt8 = 41
  static let correlation: UInt8 = 42
  static let timeStamp: UInt8 = 43
  static let function: UInt8 = 44
  static let airlineCode: UInt8 = 45
  static let carrierCode: UInt8 = 46
  static let flightNumber: UInt8 = 47
  static let suffix: UInt8 = 48
  static let departure: UInt8 = 49
  static let arrival: UInt8 = 50
  static let locationCode: UInt8 = 51
  static let numberOfBookings: UInt8 = 52
  static let numberOfPassengers: UInt8 = 53
  static let id: UInt8 = 54
  static let type: UInt8 = 55
  static let code: UInt8 = 56
  static let reference: UInt8 = 57
  static let boardingStatus: UInt8 = 58
  static let withInfant: UInt8 = 59
  static let serviceCode: UInt8 = 60
  static let birthDate: UInt8 = 61
  static let gender: UInt8 = 62
  static let issuer: UInt8 = 63
  static let expiry: UInt8 = 64
  static let nationality: UInt8 = 65
  static let firstGivenName: UInt8 = 66
  static let secondGivenName: UInt8 = 67
  static let documentType: UInt8 = 68
  static let documentNumber: UInt8 = 69
  static let country: UInt8 = 70
  static let passengerType: UInt8 = 71
  static let status: UInt8 = 72
  static let cancelled: UInt8 = 73

  static let root = "IATA_PNRGOV_NotifRQ"

  /// Elements by which a message is known whose root has lost its start tag. `PNRs` and `PNR` may be
  /// roots themselves.
  private static let inMessage = ["ORIGINATOR", "FLIGHTLEG"].map { Array($0.utf8) }
  private static let inBooking = [
    "BOOKINGREFID", "PASSENGER", "GIVENNAME", "SURNAME", "DOC_SSR", "BOARDINGNUMBER",
  ].map { Array($0.utf8) }
  private static let units = ["PNRS", "PNR"].map { Array($0.utf8) }

  /// The start tags that are lost before a root of this name (local, in upper case), empty for none.
  static func lostTags(before name: [UInt8]) -> String {
    if inMessage.contains(name) { return "<\(root)>" }
    return inBooking.contains(name) ? "<\(root)><PNRs><PNR>" : ""
  }

  /// Whether a root of this name (local, in upper case) stands in messages itself.
  static func isWithoutRoot(_ name: [UInt8]) -> Bool { units.contains(name) }

  /// What no traveller, flight or service holds.
  private static let outside = [flightLeg, bookings, booking, bookingReference]

  static let vocabulary = XMLVocabulary(
    elements + attributes, text: [givenName, surname, text, seatNumber, service],
    skipped: [passedOver], unit: booking, units: bookings,
    followers: [
      booking: [booking], passenger: [passenger, flight] + outside,
      flight: [flight, passenger] + outside, boardingNumber: [boardingNumber] + outside,
      infant: [infant, passenger, flight] + outside,
      service: [service, passenger, flight, boardingNumber] + outside,
    ], parts: [passenger: [givenName, surname]])

  private static let elements: [(String, UInt8)] = [
    ("IATA_PNRGOV_NotifRQ", notification), ("IATA_PNRGOV_NotifRS", answer),
    ("IATA_PNRGOV_RQ", answer), ("IATA_PNRGOV_RS", answer), ("IATA_PNRGOV_AckRQ", answer),
    ("IATA_PNRGOV_AckRS", answer), ("Originator", originator), ("FlightLeg", flightLeg),
    ("DepartureAirport", departureAirport), ("ArrivalAirport", arrivalAirport),
    ("PNRs", bookings), ("PNR", booking), ("BookingRefID", bookingReference),
    ("Passenger", passenger), ("GivenName", givenName), ("Surname", surname), ("SSR", service),
    ("DOC_SSR", service), ("Text", text), ("DOCS", identity), ("DOCO", visa),
    ("Flight", flight), ("OperatingAirline", operatingAirline),
    ("MarketingAirline", marketingAirline), ("BoardingNumber", boardingNumber),
    ("SeatNumber", seatNumber), ("Infant", infant), ("InfantInfo", infant),
    ("AccompaniedInfant", infant), ("InfantName", infant), ("FareInfo", fare),
    ("Passengers", wrapper), ("Flights", wrapper), ("PersonName", wrapper),
    ("PassengerName", wrapper), ("SSRs", wrapper), ("CheckInInfo", wrapper), ("Airline", wrapper),
    ("CompanyName", company), ("FlightInfo", wrapper), ("Equipment", wrapper),
    ("BookingRefIDs", wrapper), ("TicketDocument", passedOver), ("PaymentInfo", passedOver),
    ("ContactInfo", passedOver), ("CustLoyalty", passedOver), ("POS", passedOver),
    ("PrepaidBag", passedOver), ("ExcessBaggage", passedOver), ("Bags", passedOver),
    ("DOCA", passedOver),
  ]

  private static let attributes: [(String, UInt8)] = [
    ("Version", version), ("TransactionIdentifier", transaction), ("CorrelationID", correlation),
    ("TimeStamp", timeStamp), ("MessageFunction", function), ("MessageFunctionCode", function),
    ("AirlineCode", airlineCode), ("CarrierCode", carrierCode), ("FlightNumber", flightNumber),
    ("OperationalSuffix", suffix), ("DepartureDateTime", departure),
    ("ArrivalDateTime", arrival), ("LocationCode", locationCode),
    ("NumberOfPnrs", numberOfBookings), ("NumberOfPassengers", numberOfPassengers), ("ID", id),
    ("Type", type), ("Code", code), ("RPH", reference), ("BoardingStatus", boardingStatus),
    ("AccompaniedByInfantInd", withInfant), ("SSRCode", serviceCode), ("SSR_Code", serviceCode),
    ("DateOfBirth", birthDate), ("Gender", gender), ("IssuingLoc", issuer),
    ("ExpiryDate", expiry), ("PaxNationality", nationality), ("FirstGivenName", firstGivenName),
    ("SecondGivenName", secondGivenName), ("TravelDocType", documentType),
    ("TravelDocNbr", documentNumber), ("CountryState", country), ("PTC_Code", passengerType),
    ("Status", status), ("PNR_Status", status), ("BookingStatus", status),
    ("CancelInd", cancelled), ("CancelledInd", cancelled),
  ]
}

public import Matching
public import Records
public import Watchlists

extension Hit {
  /// Collects what the files show of one match.
  /// - Parameters:
  ///   - match: names the passenger of `batch` and the entry of `list`.
  ///   - batch: where the passenger was read.
  ///   - list: the list that `match.list` stands for.
  ///   - file: the input's base name.
  public init(_ match: Match, of batch: PassengerBatch, on list: Watchlist, file: String) {
    let person = batch.passengers[match.passenger]
    let entry = list.entry(match.entry)
    let leg = person.flights.isEmpty ? nil : batch.flights[Int(person.flights.start)]
    let identity = HitIdentity.passenger(match.passenger, of: batch)
    let message =
      batch.messages.indices.contains(Int(person.message))
      ? batch.messages[Int(person.message)] : MessageHeader(type: "")
    self.init(
      id: HitIdentity.hit(leg: leg, list: list.id, entry: entry.entry, passenger: identity),
      band: match.explanation.band, scoreMillionths: match.explanation.scoreMillionths,
      passenger: HitPassenger(person, of: batch), flight: leg.map(HitFlight.init),
      booking: HitBooking(person, of: batch),
      listed: HitListed(entry, of: list, name: match.explanation.listedName),
      evidence: match.explanation.evidence,
      source: HitSource(
        file: file, offset: person.offset, message: message.type, reference: message.reference),
      journey: HitIdentity.journey(
        recordLocator: batch.text(person.recordLocator), passenger: identity))
    source.pushes = Int(person.pushes)
  }
}

extension HitPassenger {
  fileprivate init(_ person: Passenger, of batch: PassengerBatch) {
    self.init()
    surname = batch.text(person.name.surname)
    given = batch.text(person.name.given)
    birthDate = person.birthDate
    gender = person.gender.label
    nationality = person.nationality.description
    nameSource = person.name.source.label
    documents = batch.documents[person.documents.range].map { document in
      var copy = HitDocument()
      copy.type = document.type.description
      copy.number = batch.text(document.number)
      copy.issuer = document.issuer.description
      copy.expires = document.expires
      return copy
    }
    for name in batch.names[person.otherNames.range] {
      let other = HitName(
        surname: batch.text(name.surname), given: batch.text(name.given),
        source: name.source.label)
      if !other.surname.isEmpty || !other.given.isEmpty { otherNames.append(other) }
    }
    sources = HitPassenger.sources(person.sources)
  }

  /// Only where messages of several types tell of the traveller: otherwise `source` says it all.
  private static func sources(_ sources: FieldSources) -> [HitFieldSource] {
    let fields: [(String, MessageKinds)] = [
      ("name", sources.name), ("birthDate", sources.birthDate), ("gender", sources.gender),
      ("nationality", sources.nationality), ("documents", sources.documents),
      ("status", sources.status), ("seat", sources.seat),
    ]
    let all = fields.reduce(into: MessageKinds()) { $0.formUnion($1.1) }
    guard all.kinds.count > 1 else { return [] }
    return fields.filter { !$0.1.isEmpty }.map { field, kinds in
      HitFieldSource(field: field, messages: kinds.kinds.map(\.label))
    }
  }
}

extension HitFlight {
  /// The Dutch airports with scheduled and charter traffic.
  private static let dutchAirports = Set(["AMS", "RTM", "EIN", "MST", "GRQ"])

  fileprivate init(_ leg: FlightLeg) {
    self.init()
    carrier = leg.carrier.description
    number = leg.number.description
    suffix = leg.suffix.description
    date = leg.date
    from = leg.from.description
    to = leg.to.description
    if let date = leg.date, leg.departureMinute >= 0 {
      departure = "\(date)T\(HitFlight.clock(Int(leg.departureMinute)))"
    }
    if HitFlight.dutchAirports.contains(from) {
      direction = "outbound"
    } else if HitFlight.dutchAirports.contains(to) {
      direction = "inbound"
    }
  }

  private static func clock(_ minute: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    return two(minute / 60) + ":" + two(minute % 60)
  }
}

extension HitBooking {
  fileprivate init(_ person: Passenger, of batch: PassengerBatch) {
    self.init()
    recordLocator = batch.text(person.recordLocator)
    passengerReference = batch.text(person.passengerReference)
    status = person.status.label
    seat = batch.text(person.seat)
  }
}

extension HitListed {
  fileprivate init(_ person: ListedPerson, of list: Watchlist, name index: Int) {
    self.init()
    self.list = list.id
    entry = person.entry
    if person.names.indices.contains(index) {
      name = person.names[index].full
      nameQuality = person.names[index].quality.rawValue
    }
    birthDates = person.birthDates.map(HitListed.text)
    placeOfBirth = person.placesOfBirth.joined(separator: "; ")
    listedOn = person.listedOn
    reference = person.reference ?? ""
    listDate = list.published
    handling = list.handling ?? ""
  }

  /// The shortest reading of an interval: a day, a month, a year, or `from..to`.
  private static func text(_ date: ListedBirthDate) -> String {
    let first = date.interval.from
    let shorter = [
      PartialDate(year: first.year), PartialDate(year: first.year, month: first.month), first,
    ]
    let exact = shorter.compactMap { $0 }.first { DateInterval($0) == date.interval }
    let text = exact?.description ?? "\(first)..\(date.interval.to)"
    return date.approximate ? text + "~" : text
  }
}

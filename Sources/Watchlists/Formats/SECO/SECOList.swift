internal import Records

/// The targets of a list of SECO with the places and programmes that they refer to.
struct SECOList {
  /// What the records refer to, by their position.
  private struct References {
    var places: [String] = []
    var sets: [String] = []
  }

  private var collection: RecordCollection
  private let published: PartialDate?
  private var references: [References] = []
  private var places: [String: [String]] = [:]
  /// Programme by the id of its sets of sanctions.
  private var programmes: [String: String] = [:]

  init(_ source: WatchlistSource, published: PartialDate?, limits: Limits) {
    self.published = published
    collection = RecordCollection(source, limits: limits)
  }

  mutating func noteUnknownElement() {
    collection.findings.warn("element(s) of an unknown name are left out")
  }

  mutating func add(place: ListElement) {
    guard let id = place.attribute("ssid") else { return }
    places[id] = ["location", "area", "country"].compactMap { place.value($0) }
  }

  mutating func add(programme: ListElement) {
    let keys = programme.all("program-key")
    let english = keys.first { $0.attribute("lang")?.lowercased() == "eng" }
    guard let key = english?.value ?? programme.value("program-key") else { return }
    for set in programme.all("sanctions-set") {
      if let id = set.attribute("ssid") { programmes[id] = key }
    }
  }

  mutating func add(target: ListElement) throws(WatchlistError) {
    let modifications = SECOModifications(target, published: published, &collection.findings)
    guard !modifications.isDelisted else {
      return collection.findings.warn("de-listed target(s) are left out")
    }
    guard let id = target.attribute("ssid") else {
      return collection.findings.hold("target(s) without an id", at: "line \(target.line)")
    }
    guard let (subject, kind) = subject(of: target) else {
      return collection.findings.hold(
        "target(s) that are no individual, entity or object", at: "line \(target.line)")
    }
    var identity = SECOIdentities(entry: id, kind: kind)
    identity.read(subject, &collection.findings)
    identity.record.addListing(modifications.listed)
    identity.record.addReference(target.value("foreign-identifier"))
    try collection.append(identity.record, line: target.line)
    references.append(
      References(places: identity.places, sets: target.values("sanctions-set-id")))
  }

  /// Joins what the targets refer to.
  consuming func finish() -> WatchlistContents {
    for (index, references) in references.enumerated() {
      for id in references.places {
        if let place = places[id] {
          collection.records[index].addPlace(place)
        } else {
          collection.findings.hold("place(s) of birth that are not in the file; fetch it again")
        }
      }
      for id in references.sets {
        if let programme = programmes[id] {
          collection.records[index].addProgramme(programme)
        } else {
          collection.findings.hold("set(s) of sanctions that are not in the file; fetch it again")
        }
      }
    }
    if published == nil { collection.findings.hold("missing date of publication; fetch it again") }
    return collection.finish(published: published)
  }

  private mutating func subject(of target: ListElement) -> (ListElement, ListedKind)? {
    if let individual = target.first("individual") { return (individual, .person) }
    if let entity = target.first("entity") { return (entity, .organisation) }
    guard let object = target.first("object") else { return nil }
    switch object.attribute("object-type")?.lowercased() {
    case "vessel", "ship": return (object, .vessel)
    case "aircraft": return (object, .aircraft)
    default:
      collection.findings.hold("object(s) of an unknown type", at: "line \(target.line)")
      return (object, .unknown)
    }
  }
}

/// What was done to a target, and when.
struct SECOModifications {
  /// The newest listing or de-listing is a de-listing.
  private(set) var isDelisted = false
  /// First listing.
  private(set) var listed: PartialDate?

  /// - Parameter published: the date of the list; who is de-listed from a later day on is listed until then.
  init(_ target: ListElement, published: PartialDate?, _ findings: inout ListFindings) {
    var newest: PartialDate?
    for modification in target.all("modification") {
      let type = modification.attribute("modification-type")?.lowercased()
      guard type == "listed" || type == "de-listed" else {
        if type != "amended" {
          findings.hold("modification(s) of an unknown type", at: "line \(target.line)")
        }
        continue
      }
      let date = ["effective-date", "enactment-date", "publication-date"].lazy
        .compactMap { modification.attribute($0) }.first.flatMap { PartialDate(isoDateOf: $0) }
      guard let date else {
        findings.hold("listing(s) or de-listing(s) without a date", at: "line \(target.line)")
        continue
      }
      if type == "de-listed", let published, date.dayNumber > published.dayNumber {
        findings.warn("de-listing(s) of a day after the date of the list: still listed")
        continue
      }
      if type == "listed", listed.map({ date.packed < $0.packed }) ?? true { listed = date }
      // Listed and de-listed on one day: rather kept.
      let isNewer = newest.map { date.packed > $0.packed } ?? true
      if isNewer || (date == newest && type == "listed") {
        newest = date
        isDelisted = type == "de-listed"
      }
    }
  }
}

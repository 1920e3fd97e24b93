internal import Records
internal import Watchlists

/// The contract's listed person, as far as it is compared.
struct ComparedListed: Decodable {
  struct Name: Decodable {
    var full: String?
    var surname: String?
    var given: String?
    var type: String?
    var quality: String?
    var script: String?
  }
  struct BirthDate: Decodable {
    var from: String
    var to: String?
    var approximate: Bool?
    var raw: String?
  }
  struct Document: Decodable {
    var type: String?
    var number: String
    var issuer: String?
  }

  var list: String?
  var entry: String?
  var names: [Name]
  var birthDates: [BirthDate]?
  var placesOfBirth: [String]?
  var gender: String?
  var nationalities: [String]?
  var documents: [Document]?

  /// A list that holds this person alone.
  func watchlist() throws(Comparison.InvalidObject) -> Watchlist {
    var listed: [ListedName] = []
    for name in names {
      let parts = [name.given, name.surname].compactMap { $0 }.filter { !$0.isEmpty }
      let full = name.full ?? parts.joined(separator: " ")
      guard !full.isEmpty else { continue }
      listed.append(
        ListedName(
          full: full, surname: name.surname, given: name.given,
          type: name.type.flatMap { ListedNameType(rawValue: $0) } ?? .primary,
          quality: name.quality.flatMap { ListedNameQuality(rawValue: $0) } ?? .unstated,
          script: name.script))
    }
    guard !listed.isEmpty else {
      throw Comparison.InvalidObject(text: "--listed has no name in \"names\"")
    }
    var person = ListedPerson(entry: entry ?? "compared", kind: .person, names: listed)
    for date in birthDates ?? [] { person.birthDates.append(try date.value()) }
    person.placesOfBirth = placesOfBirth ?? []
    person.gender = gender?.utf8.first.map { Gender(letter: $0) } ?? .unstated
    person.nationalities = nationalities ?? []
    person.documents = (documents ?? []).map { document in
      ListedDocument(
        type: document.type ?? "other", number: document.number, issuer: document.issuer)
    }
    return Watchlist(
      id: list ?? "compared", format: "compared", sha256: "", published: nil, entries: [person],
      warnings: [])
  }
}

extension ComparedListed.BirthDate {
  fileprivate func value() throws(Comparison.InvalidObject) -> ListedBirthDate {
    guard let first = PartialDate(from), let last = PartialDate(to ?? from),
      let interval = DateInterval(from: first.earliest, to: last.latest)
    else {
      throw Comparison.InvalidObject(
        text:
          "--listed: a date in \"birthDates\" is not YYYY-MM-DD, YYYY-MM or YYYY, from before to")
    }
    return ListedBirthDate(
      interval: interval, approximate: approximate ?? false, raw: raw ?? from)
  }
}

/// What a column of a British table holds, as far as it is read.
enum UKColumn {
  case entry, kind, name6, name1, name2, name3, name4, name5, nameType, strength, nonLatin
  case birth, town, country, nationality, gender, regime, designated, listed, information
  case passport, passportDetails, identity, identityDetails

  var isName: Bool {
    switch self {
    case .name6, .name1, .name2, .name3, .name4, .name5: true
    default: false
    }
  }
}

/// The titles of a British table; columns may stand in any order.
struct UKLayout {
  /// By title in lower case; all of them must be there.
  let columns: [String: UKColumn]
  /// Titles of columns that are not read.
  let others: Set<String>
  /// Text that is not UTF-8 is Windows-1252.
  var mayBeWindows1252 = false

  /// How many of the titles are columns of this layout.
  func count(in titles: [String]) -> Int { titles.count { columns[$0] != nil } }

  /// The UK Sanctions List, 58 columns.
  static let sanctionsList = UKLayout(
    columns: names.merging([
      "unique id": .entry, "designation type": .kind, "name type": .nameType,
      "alias strength": .strength, "name non-latin script": .nonLatin, "d.o.b": .birth,
      "nationality(/ies)": .nationality, "gender": .gender, "regime name": .regime,
      "date designated": .designated, "passport number": .passport,
      "passport additional information": .passportDetails,
      "national identifier number": .identity,
      "national identifier additional information": .identityDetails,
    ]) { $1 },
    others: addresses.union([
      "last updated", "ofsi group id", "un reference number", "title", "non-latin script type",
      "non-latin script language", "designation source", "sanctions imposed", "other information",
      "uk statement of reasons", "address postal code", "address country", "phone number",
      "website", "email address", "position", "type of entity", "subsidiaries", "parent company",
      "business registration number (s)", "imo number", "current owner/operator (s)",
      "previous owner/operator (s)", "current believed flag of ship", "previous flags",
      "type of ship", "tonnage of ship", "length of ship", "year built",
      "hull identification number (hin)",
    ]))

  /// ConList since 2022, 36 columns.
  static let conList = UKLayout(
    columns: oldColumns.merging([
      "name non-latin script": .nonLatin, "alias quality": .strength,
      "passport number": .passport, "national identification number": .identity,
      "national identification details": .identityDetails,
    ]) { $1 }.filter { $0.key != "ni number" },
    // The date of designation is that of the United Nations where the listing follows theirs.
    others: oldOthers.union([
      "non-latin script type", "non-latin script language", "uk sanctions list date designated",
    ]))

  /// ConList before 2022, 29 columns: numbers of documents within prose, no qualities.
  static let oldConList = UKLayout(
    columns: oldColumns, others: oldOthers, mayBeWindows1252: true)

  private static let names: [String: UKColumn] = [
    "name 6": .name6, "name 1": .name1, "name 2": .name2, "name 3": .name3, "name 4": .name4,
    "name 5": .name5, "town of birth": .town, "country of birth": .country,
  ]
  private static let oldColumns = names.merging([
    "group id": .entry, "group type": .kind, "alias type": .nameType, "dob": .birth,
    "nationality": .nationality, "passport details": .passportDetails,
    "ni number": .identityDetails, "regime": .regime, "listed on": .listed,
    "other information": .information,
  ]) { $1 }
  private static let addresses = Set(
    (1...6).flatMap { ["address line \($0)", "address \($0)"] })
  private static let oldOthers = addresses.union([
    "title", "position", "post/zip code", "country", "last updated",
  ])
}

internal import Foundation

/// The columns of the Dutch list, found by the text of their headers (reference, A1 "Layout").
struct NLTerrorismHeader {
  enum Column: String, CaseIterable {
    case surname = "Surname"
    case given = "First name(s)"
    case alias = "Alias"
    case birthDate = "Date of Birth"
    case birthPlace = "Place of Birth"
    case decision = "Date of ministerial decision"
    case link = "Link official notification"

    /// Without these a row says nothing that can be screened.
    static let mandatory: [Column] = [.surname, .given, .birthDate]
  }

  /// Where each column stands.
  private(set) var positions: [Column: Int] = [:]
  private(set) var duplicates: [Column] = []
  /// Columns with a text that is none of the known.
  private(set) var unknown = 0

  /// - Returns: nil when fewer than four cells hold the texts of known columns.
  init?(_ row: SpreadsheetRow) {
    for (index, cell) in row.cells.enumerated() where !cell.isEmpty {
      guard let column = NLTerrorismHeader.titles[NLTerrorismHeader.normalised(cell.text)] else {
        unknown += 1
        continue
      }
      if positions[column] == nil { positions[column] = index } else { duplicates.append(column) }
    }
    guard positions.count >= 4 else { return nil }
  }

  var missing: [Column] { Column.allCases.filter { positions[$0] == nil } }

  /// NFKC, lower case, white space collapsed, no blank before `(`, without a hint such as
  /// `(DD-MM-JJJJ)`.
  static func normalised(_ text: String) -> String {
    let composed = text.precomposedStringWithCompatibilityMapping
    var title = ListedText.clean(composed).lowercased().replacing(" (", with: "(")
    if title.hasSuffix(")"), let open = title.lastIndex(of: "("),
      title[open...].hasPrefix("(dd")
    {
      title = ListedText.clean(String(title[..<open]))
    }
    return title
  }

  private static let titles: [String: Column] = [
    "surname": .surname, "achternaam": .surname, "family name": .surname, "last name": .surname,
    "first name(s)": .given, "first names": .given, "first name": .given, "voornaam": .given,
    "voornamen": .given, "voorna(a)m(en)": .given, "voornaam(en)": .given,
    "alias": .alias, "aliases": .alias, "alias(es)": .alias, "aliassen": .alias,
    "date of birth": .birthDate, "geboortedatum": .birthDate,
    "place of birth": .birthPlace, "geboorteplaats": .birthPlace,
    "date of ministerial decision": .decision, "datum ministerieel besluit": .decision,
    "datum ministeriële beslissing": .decision, "datum besluit": .decision,
    "link official notification": .link, "link offical notification": .link,
    "link officiële bekendmaking": .link, "link officiele bekendmaking": .link,
    "link bekendmaking": .link,
  ]
}

extension PersonsTable {
  /// What a cell of a table of persons holds.
  enum Column: String, CaseIterable {
    case entry, name, surname, given, quality
    case birthDate = "birth_date"
    case gender, nationality
    case documentNumber = "document_number"
    case placeOfBirth = "place_of_birth"
    case reference
    /// In the table of a profile only: the rows of our own tables are persons.
    case kind

    /// The columns of the contract.
    static let titles = allCases.filter { $0 != .kind }

    var isName: Bool { self == .name || self == .surname || self == .given }

    /// Where its cell stands among those of a row: the order of `allCases`.
    var slot: Int {
      switch self {
      case .entry: 0
      case .name: 1
      case .surname: 2
      case .given: 3
      case .quality: 4
      case .birthDate: 5
      case .gender: 6
      case .nationality: 7
      case .documentNumber: 8
      case .placeOfBirth: 9
      case .reference: 10
      case .kind: 11
      }
    }
  }
}

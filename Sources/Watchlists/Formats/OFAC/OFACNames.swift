internal import Records

/// How OFAC writes kinds and names, the same in all its formats.
enum OFACNames {
  /// Of `Individual`, `entity`, …; nil for another word.
  static func kind(_ text: String?) -> ListedKind? {
    switch text?.lowercased() {
    case "individual": .person
    case "entity": .organisation
    case "vessel": .vessel
    case "aircraft": .aircraft
    default: nil
    }
  }

  /// Of `aka`, `F.K.A.`, …; nil for another word.
  static func aliasType(_ text: String?) -> ListedNameType? {
    switch text?.lowercased().filter({ $0 != "." }) {
    case "aka", "nka": .alias
    case "fka": .former
    default: nil
    }
  }
}

extension RecordBuilder {
  /// Adds `LAST, First Middle`, of persons taken apart at the first comma.
  mutating func addName(
    lastFirst text: String, type: ListedNameType, quality: ListedNameQuality = .unstated
  ) {
    guard kind.isScreened, let comma = text.firstRange(of: ", ") else {
      return addName(text, type: type, quality: quality)
    }
    addName(
      surname: String(text[..<comma.lowerBound]), given: String(text[comma.upperBound...]),
      type: type, quality: quality)
  }

  /// Adds a number of this kind, which is none where ``OFACDocuments`` does not know it.
  mutating func addDocument(
    kind: String, number: String?, issuer: String?, _ findings: inout ListFindings
  ) {
    guard let type = OFACDocuments.type(of: kind) else {
      return findings.warn("number(s) of unknown kinds of documents are left out")
    }
    addDocument(type, text: number, issuer: issuer, &findings)
  }

  /// Adds the number in a text such as `A1 (Iran)`.
  mutating func addDocument(
    _ type: ListedDocumentType, text: String?, issuer: String?, _ findings: inout ListFindings
  ) {
    guard let number = text.flatMap({ OFACDocuments.number($0[...]) }) else {
      return findings.warn("document(s) without a number are left out")
    }
    addDocument(type, number: number, issuer: issuer)
  }
}

/// A name that is made of typed parts, in the order of the publisher.
struct OFACNameParts {
  private var surname: [String] = []
  private var given: [String] = []
  private var patronymic: [String] = []
  private var matronymic: [String] = []
  private var maiden: [String] = []
  /// Parts of one whole: names of entities, nicknames.
  private var whole: [String] = []

  /// - Parameter type: as in the publisher's table of name part types.
  mutating func add(_ value: String?, type: String?, _ findings: inout ListFindings) {
    guard let value = value.flatMap({ ListedText.name($0) }) else { return }
    switch type {
    case "Last Name": surname.append(value)
    case "First Name", "Middle Name": given.append(value)
    case "Patronymic": patronymic.append(value)
    case "Matronymic": matronymic.append(value)
    case "Maiden Name": maiden.append(value)
    case "Entity Name", "Vessel Name", "Aircraft Name", "Nickname": whole.append(value)
    default:
      whole.append(value)
      findings.hold("name part(s) of an unknown type")
    }
  }

  /// Adds the name, and with a maiden name a former one.
  func add(
    to record: inout RecordBuilder, type: ListedNameType, quality: ListedNameQuality
  ) {
    // A patronymic beside a surname is a middle name; without one, both parents' names are the surname.
    let given = given + (surname.isEmpty ? [] : patronymic)
    let surname = (surname.isEmpty ? patronymic : surname) + matronymic
    if !whole.isEmpty {
      record.addName(
        (given + surname + whole).joined(separator: " "), type: type, quality: quality)
    } else if given.isEmpty || surname.isEmpty {
      let all = given + surname + (given.isEmpty && surname.isEmpty ? maiden : [])
      record.addName(all.joined(separator: " "), type: type, quality: quality)
    } else {
      record.addName(
        surname: surname.joined(separator: " "), given: given.joined(separator: " "),
        type: type, quality: quality)
    }
    if !maiden.isEmpty, !given.isEmpty {
      record.addName(
        surname: maiden.joined(separator: " "), given: given.joined(separator: " "), type: .former,
        quality: quality)
    }
  }
}

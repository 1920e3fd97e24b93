internal import Records

/// By what a record finds its traveller, the strongest first.
enum MatchLevel: UInt64, CaseIterable {
  /// A document, and a name that may be the same.
  case document = 1
  /// Locator and the same name: references are sometimes dealt out anew.
  case bookingName
  /// Locator and reference, and a name that may be the same.
  case reference
  /// Locator and a name that is longer, cut or shares a word.
  case booking
  /// Name and birth date.
  case birthName
  /// Birth date and a name that is longer or cut.
  case birth
  /// The name alone, if nobody else on either side has it.
  case name

  static func identityKey(_ record: LegRecord) -> UInt64 { LegHash.of(0, record.identity) }

  var leastLikeness: SpellingLikeness {
    switch self {
    case .reference, .document: .changed
    case .booking: .word
    case .birth: .cut
    case .bookingName, .birthName, .name: .equal
    }
  }

  /// Other systems do not always say who is an infant.
  var ignoresRole: Bool { self == .document || self == .birthName || self == .birth }

  /// Titles, from which the gender often comes, are wrong more often than numbers are.
  var ignoresGender: Bool { self == .reference || self == .document }

  var candidatesMax: Int32 { self == .name ? 1 : Int32(LegTravellers.candidatesMax) }

  /// How many keys a record looks under.
  func keyCount(_ record: LegRecord) -> Int {
    self == .document ? Int(record.documents.count) : 1
  }

  /// The key that a record looks under.
  func key(_ place: Int, _ record: LegRecord, _ records: borrowing LegRecords) -> UInt64? {
    switch self {
    case .bookingName, .birthName, .name:
      record.name == 0 ? nil : key(record, name: record.name)
    default: entry(place, record, records)
    }
  }

  /// How many keys a traveller is entered under for a record: for each spelling, for each document.
  func entryCount(_ record: LegRecord) -> Int {
    switch self {
    case .bookingName, .birthName, .name: Int(record.spellings.count)
    default: keyCount(record)
    }
  }

  /// One of the keys that a traveller is entered under for a record.
  func entry(_ place: Int, _ record: LegRecord, _ records: borrowing LegRecords) -> UInt64? {
    switch self {
    case .document:
      return LegHash.of(rawValue, records.documentKeys[Int(record.documents.start) + place])
    case .reference:
      guard record.locator != 0, record.reference != 0 else { return nil }
      return LegHash.of(rawValue, record.locator, record.reference)
    case .booking:
      return record.locator == 0 ? nil : LegHash.of(rawValue, record.locator)
    case .birth:
      guard let born = record.birthDate, born.isFull else { return nil }
      return LegHash.of(rawValue, UInt64(truncatingIfNeeded: born.packed))
    case .bookingName, .birthName, .name:
      let name = records.names.spellings[Int(record.spellings.start) + place].key
      return name == 0 ? nil : key(record, name: name)
    }
  }

  private func key(_ record: LegRecord, name: UInt64) -> UInt64? {
    switch self {
    case .bookingName:
      return record.locator == 0 ? nil : LegHash.of(rawValue, record.locator, name)
    case .birthName:
      guard let born = record.birthDate, born.isFull else { return nil }
      return LegHash.of(rawValue, UInt64(truncatingIfNeeded: born.packed), name)
    default: return LegHash.of(rawValue, name)
    }
  }
}

extension MessageKind.Channel {
  var bit: UInt8 { 1 << rawValue }
}

extension PartialDate {
  /// Whether no day is meant by both.
  func conflicts(with other: PartialDate) -> Bool {
    if year != other.year { return true }
    if month == 0 || other.month == 0 { return false }
    if month != other.month { return true }
    return day != 0 && other.day != 0 && day != other.day
  }
}

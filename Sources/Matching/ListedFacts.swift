import Bytes
import Records

/// What the lists say of each person beside names and documents, as it is compared.
final class ListedFacts: Sendable {
  private let image: MemoryImage
  private let entries: FlatTable<UInt64>
  private let dateStarts: FlatTable<UInt32>
  private let dates: FlatTable<ListedDay>
  private let genders: FlatTable<UInt8>
  private let nationalityStarts: FlatTable<UInt32>
  private let nationalities: FlatTable<UInt64>

  static let sectionCount = 6

  init(_ image: MemoryImage, from section: Int) {
    self.image = image
    entries = image.table(section, of: UInt64.self)
    dateStarts = image.table(section + 1, of: UInt32.self)
    dates = image.table(section + 2, of: ListedDay.self)
    genders = image.table(section + 3, of: UInt8.self)
    nationalityStarts = image.table(section + 4, of: UInt32.self)
    nationalities = image.table(section + 5, of: UInt64.self)
  }

  /// Writes the sections; persons in the order of their numbers, each with its place in the lists.
  static func write(
    _ persons: [(place: (list: Int, entry: Int), person: ListedPerson)], to image: inout ImageWriter
  ) {
    var dateStarts: [UInt32] = [0]
    var dates: [ListedDay] = []
    var nationalityStarts: [UInt32] = [0]
    var nationalities: [UInt64] = []
    for (_, person) in persons {
      for date in person.birthDates {
        dates.append(ListedDay(interval: date.interval, approximate: date.approximate))
      }
      for nationality in person.nationalities {
        nationalities.append(ShortCode(nationality).packed)
      }
      dateStarts.append(UInt32(dates.count))
      nationalityStarts.append(UInt32(nationalities.count))
    }
    image.add(persons.map { UInt64($0.place.list) << 32 | UInt64($0.place.entry) })
    image.add(dateStarts)
    image.add(dates)
    image.add(persons.map(\.person.gender.rawValue))
    image.add(nationalityStarts)
    image.add(nationalities)
  }

  /// Where a person stands in the lists.
  func place(of person: Int) -> (list: Int, entry: Int) {
    (Int(entries[person] >> 32), Int(entries[person] & 0xFFFF_FFFF))
  }

  /// The number of the person who stands there; nil for nobody who is screened.
  func person(list: Int, entry: Int) -> Int? {
    let place = UInt64(list) << 32 | UInt64(entry)
    return entries.indices.first { entries[$0] == place }
  }

  /// The strongest relation of a birth date to any of a person's; nil when either side has none.
  func compare(_ date: PartialDate?, with person: Int) -> DateComparison? {
    guard let date else { return nil }
    var best: DateComparison?
    for index in Int(dateStarts[person])..<Int(dateStarts[person + 1]) {
      let comparison = BirthDateEvidence.compare(date, dates[index])
      if comparison.weight > best?.weight ?? Int.min { best = comparison }
    }
    return best
  }

  func gender(of person: Int) -> Gender { Gender(rawValue: genders[person]) ?? .unstated }

  /// Whether a nationality is among a person's; nil where none is known.
  func has(_ nationality: ShortCode, person: Int) -> Bool? {
    let range = Int(nationalityStarts[person])..<Int(nationalityStarts[person + 1])
    return range.isEmpty ? nil : range.contains { nationalities[$0] == nationality.packed }
  }
}

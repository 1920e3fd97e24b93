internal import Records

/// What a list of documents has beside its records, so that a later version that lost it is seen: how many numbers
/// they cover, and of how many records each fact is known.
struct DocumentProfile {
  /// Items of ``ListSchema`` that are compared as numbers.
  static let numbers = "numbers of documents"
  static let documents = "different documents"
  /// Items of ``ListSchema`` that are compared as shares of the records, read behind "have".
  static let shares =
    [issuer, report, range] + TravelDocumentType.allCases.map(title)
    + DocumentStatus.allCases.map(title)

  /// A list of which more than this part of the records says nothing new is held.
  static let repeatedPercent = 10

  private static let issuer = "an issuing_state"
  private static let report = "a report_date"
  private static let range = "a number_to"
  private static func title(_ type: TravelDocumentType) -> String { "doc_type \(type)" }
  private static func title(_ status: DocumentStatus) -> String { "status \(status.code)" }

  /// Those of a range with its width.
  private var numbers = 0
  private var issued = 0
  private var reported = 0
  private var ranges = 0
  /// By their raw values.
  private var types = [Int](repeating: 0, count: 8)
  private var statuses = [Int](repeating: 0, count: 8)

  mutating func count(_ record: DocumentRecord) {
    numbers += record.width
    if record.isRange { ranges += 1 }
    if !record.facts.issuer.isEmpty { issued += 1 }
    if record.facts.reported != nil { reported += 1 }
    types[Int(record.facts.type.rawValue)] += 1
    statuses[Int(record.facts.status.rawValue)] += 1
  }

  /// As items of ``ListSchema``, which later versions are compared with; also those of which there are none.
  var items: [String: Int] {
    var items = [
      Self.numbers: numbers, Self.issuer: issued, Self.report: reported, Self.range: ranges,
    ]
    for type in TravelDocumentType.allCases { items[Self.title(type)] = types[Int(type.rawValue)] }
    for status in DocumentStatus.allCases {
      items[Self.title(status)] = statuses[Int(status.rawValue)]
    }
    return items
  }
}

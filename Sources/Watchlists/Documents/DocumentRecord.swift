internal import Bytes
public import Records

/// One row of a list of documents: a number, or a run of them.
struct DocumentRecord {
  /// ``DocumentNumber/packed(_:)`` of the number, or of the first of a range.
  let first: UInt64
  let last: UInt64
  let facts: DocumentFacts
  /// How many numbers there are from the first to the last.
  var width = 1

  var isRange: Bool { first != last }

  /// Stable, and different for documents that differ in number, type or issuer; the number itself is not in it.
  /// - Parameters: `first` and `last` number, scattered (``DocumentNumber/scattered(_:)``).
  static func entry(_ first: UInt64, _ last: UInt64, _ facts: DocumentFacts) -> String {
    let parts = [first, last, facts.identity].map { String($0, radix: 16) }
    return "d-" + SHA256.hex(parts.joined(separator: " ")).prefix(20)
  }

  /// The entry as `watchlist show` has it, and as it stands on a hit.
  /// - Parameter number: as published.
  func listed(number: String) -> ListedPerson {
    let entry = DocumentRecord.entry(
      DocumentNumber.scattered(first), DocumentNumber.scattered(last), facts)
    var listed = ListedPerson(entry: entry, kind: .unknown, names: [])
    let issuer = facts.issuer.description
    listed.documents = [
      ListedDocument(
        type: facts.type.listedType.rawValue, number: number, issuer: issuer.isEmpty ? nil : issuer)
    ]
    listed.listedOn = facts.reported
    listed.reference = facts.sentence
    return listed
  }
}

/// What was counted in a list of documents.
public struct DocumentCounts: Sendable, Equatable {
  /// All rows, of which the list may declare the number.
  public var rows = 0
  /// Rows that can be compared.
  public var records = 0
  public var ranges = 0
  /// The number of rows that the file, else the register, declares.
  public var declared: Int?
  /// The latest date of a report.
  public var lastReport: PartialDate?

  public init() {}
}

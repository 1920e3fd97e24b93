internal import Bytes
internal import Matching
internal import Records

extension CSVHitWriter {
  /// One column of the table.
  struct Column: Sendable {
    let name: String
    /// A number that we write ourselves; everything else is made harmless.
    let isNumber: Bool
    let value: @Sendable (Hit) -> String

    init(_ name: String, isNumber: Bool = false, _ value: @escaping @Sendable (Hit) -> String) {
      self.name = name
      self.isNumber = isNumber
      self.value = value
    }
  }

  /// The table from left to right; new columns go to the end, so that intakes by position survive.
  static let columns: [Column] = [
    Column("id") { $0.id },
    Column("band") { $0.band.rawValue },
    Column("score", isNumber: true) { decimal($0.scoreMillionths, digits: 6) },
    Column("surname") { $0.passenger.surname },
    Column("given") { $0.passenger.given },
    Column("birth_date") { $0.passenger.birthDate?.description ?? "" },
    Column("gender") { $0.passenger.gender },
    Column("nationality") { $0.passenger.nationality },
    Column("documents") { hit in
      hit.passenger.documents.map { "\($0.type):\($0.number):\($0.issuer)" }.joined(separator: "|")
    },
    Column("name_source") { $0.passenger.nameSource },
    Column("other_names") { hit in
      hit.passenger.otherNames.map { "\($0.surname)/\($0.given)" }.joined(separator: "|")
    },
    Column("carrier") { $0.flight?.carrier ?? "" },
    Column("flight_number") { ($0.flight?.number ?? "") + ($0.flight?.suffix ?? "") },
    Column("date") { $0.flight?.date?.description ?? "" },
    Column("from") { $0.flight?.from ?? "" },
    Column("to") { $0.flight?.to ?? "" },
    Column("departure") { $0.flight?.departure ?? "" },
    Column("direction") { $0.flight?.direction ?? "" },
    Column("record_locator") { $0.booking.recordLocator },
    Column("passenger_reference") { $0.booking.passengerReference },
    Column("status") { $0.booking.status },
    Column("seat") { $0.booking.seat },
    Column("list") { $0.listed.list },
    Column("entry") { $0.listed.entry },
    Column("listed_name") { $0.listed.name },
    Column("name_quality") { $0.listed.nameQuality },
    Column("listed_birth_dates") { $0.listed.birthDates.joined(separator: "|") },
    Column("place_of_birth") { $0.listed.placeOfBirth },
    Column("listed_on") { $0.listed.listedOn?.description ?? "" },
    Column("listed_reference") { $0.listed.reference },
    Column("list_date") { $0.listed.listDate?.description ?? "" },
    Column("handling") { $0.listed.handling },
    Column("name_score", isNumber: true) { evidence(.name, of: $0).map(score) ?? "" },
    Column("name_weight", isNumber: true) { weight(.name, of: $0) },
    Column("birth_date_relation") { evidence(.birthDate, of: $0)?.relation ?? "" },
    Column("birth_date_weight", isNumber: true) { weight(.birthDate, of: $0) },
    Column("gender_weight", isNumber: true) { weight(.gender, of: $0) },
    Column("nationality_weight", isNumber: true) { weight(.nationality, of: $0) },
    Column("place_of_birth_weight", isNumber: true) { weight(.placeOfBirth, of: $0) },
    Column("document_weight", isNumber: true) { weight(.document, of: $0) },
    Column("file") { $0.source.file },
    Column("offset", isNumber: true) { String($0.source.offset) },
    Column("message") { $0.source.message },
    Column("reference") { $0.source.reference },
    Column("pushes", isNumber: true) { String($0.source.pushes) },
    Column("journey") { $0.journey },
  ]

  private static func evidence(_ field: EvidenceField, of hit: Hit) -> FieldEvidence? {
    hit.evidence.first { $0.field == field }
  }

  private static func weight(_ field: EvidenceField, of hit: Hit) -> String {
    evidence(field, of: hit).map { decimal($0.weightCentibits, digits: 2) } ?? ""
  }

  private static func score(_ field: FieldEvidence) -> String {
    field.score.map { decimal(Int(($0 * 1_000_000).rounded()), digits: 6) } ?? ""
  }

  /// `value / 10^digits` without going through a Double: the same bytes everywhere.
  static func decimal(_ value: Int, digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let fraction = String(value.magnitude % UInt(scale) + UInt(scale)).dropFirst()
    return (value < 0 ? "-" : "") + String(value.magnitude / UInt(scale)) + "." + fraction
  }
}

internal import Bytes
internal import Records

/// Brings the rows of the table to the elements of the XML: the groups of columns are named as those are.
struct EUFSFHeader {
  private struct Column {
    let index: Int
    let attribute: String
  }

  /// Number of columns.
  let count: Int
  private let publication: Int
  private let groups: [String: [Column]]
  /// Titles of the publisher's columns that say something of a person and are not there.
  let missing: [String]

  /// Element by the first part of a title.
  private static let elements = [
    "entity": "sanctionEntity", "namealias": "nameAlias", "birthdate": "birthdate",
    "identification": "identification", "citizenship": "citizenship",
  ]

  /// Attributes whose titles differ from their names in the XML, by group and the rest of the title.
  private static let attributes = [
    "entity_eu_referencenumber": "euReferenceNumber",
    "birthdate_day": "dayOfMonth", "birthdate_month": "monthOfYear",
    "identification_typecode": "identificationTypeCode",
    "entity_subjecttype": "code", "entity_subjecttype_classificationcode": "classificationCode",
    "entity_regulation_programme": "programme",
  ]

  private static let names = [
    "logicalId", "unitedNationId", "designationDate", "delistingDate", "lastName", "firstName",
    "middleName", "wholeName", "gender", "strong", "birthdate", "year", "yearRangeFrom",
    "yearRangeTo", "circa", "calendarType", "region", "place", "city", "countryIso2Code",
    "countryDescription", "number", "latinNumber", "identificationTypeCode",
  ]

  private static let mandatory = [
    "filegenerationdate", "entity_logicalid", "entity_eu_referencenumber", "entity_subjecttype",
    "namealias_wholename", "namealias_lastname", "namealias_firstname", "namealias_middlename",
    "birthdate_birthdate", "birthdate_year", "identification_number",
    "citizenship_countryiso2code",
  ]

  private static let expected = [
    "entity_unitednationid", "entity_designationdate", "entity_subjecttype_classificationcode",
    "entity_regulation_programme", "namealias_gender", "birthdate_day", "birthdate_month",
    "birthdate_yearrangefrom", "birthdate_yearrangeto", "birthdate_circa", "birthdate_calendartype",
    "birthdate_region", "birthdate_place", "birthdate_city",
  ]

  /// - Throws: ``WatchlistError/refused(path:reason:)`` where a column that is needed is missing or twice.
  init(_ row: borrowing CSVRow, _ source: WatchlistSource) throws(WatchlistError) {
    var positions: [String: Int] = [:]
    var groups: [String: [Column]] = [:]
    source.schema.add(titles: (0..<row.count).map { row.text($0) })
    for index in 0..<row.count {
      let title = ListedText.clean(row.text(index)).lowercased()
      guard positions.updateValue(index, forKey: title) == nil else {
        throw source.refused("column \(index + 1) has the title of another column")
      }
      guard let group = title.split(separator: "_").first,
        let attribute = EUFSFHeader.attributes[title]
          ?? EUFSFHeader.names.first(where: { "\(group)_\($0.lowercased())" == title })
      else { continue }
      let element =
        title.hasPrefix("entity_subjecttype")
        ? "subjectType"
        : title.hasPrefix("entity_regulation_") ? "regulation" : EUFSFHeader.elements[String(group)]
      if let element {
        groups[element, default: []].append(Column(index: index, attribute: attribute))
      }
    }
    for title in EUFSFHeader.mandatory where positions[title] == nil {
      throw source.refused(
        "no column has the title \(title); check that this is version 1.1 of the EU's list")
    }
    missing = EUFSFHeader.expected.filter { positions[$0] == nil }
    count = row.count
    publication = positions["filegenerationdate"] ?? 0
    self.groups = groups
  }

  /// `dd/mm/yyyy`
  func published(_ row: borrowing CSVRow) -> PartialDate? {
    let parts = row.text(publication).split(separator: "/").map { Int($0) ?? 0 }
    guard parts.count == 3, parts[0] > 0, parts[1] > 0 else { return nil }
    return PartialDate(year: parts[2], month: parts[1], day: parts[0])
  }

  /// The record that the row belongs to, without what is in it.
  func entity(_ row: borrowing CSVRow) -> ListElement { element("sanctionEntity", row).element }

  /// Adds the details that the row holds.
  func addDetails(of row: borrowing CSVRow, to entity: inout ListElement) {
    for name in [
      "subjectType", "regulation", "nameAlias", "birthdate", "identification", "citizenship",
    ] {
      let detail = element(name, row)
      if detail.hasContent { entity.children.append(detail.element) }
    }
  }

  private func element(
    _ name: String, _ row: borrowing CSVRow
  ) -> (element: ListElement, hasContent: Bool) {
    var element = ListElement(name: name, namespace: "", line: row.line)
    for column in groups[name] ?? [] {
      let text = row.text(column.index)
      if ListedText.value(text) != nil { element.add(attribute: column.attribute, text) }
    }
    return (element, !element.attributes.isEmpty)
  }
}

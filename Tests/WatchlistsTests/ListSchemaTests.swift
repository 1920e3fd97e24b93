import Records
import Testing

@testable import Watchlists

@Suite struct ListSchemaTests {
  private func schema(_ format: String, _ text: String) throws -> [String: Int] {
    let source = WatchlistSource(path: "l", bytes: Array(text.utf8))
    return try WatchlistFile.read(format: format, sources: [source]).schema.counts
  }

  @Test func elementsAndAttributesOfXMLAreCounted() throws {
    let found = try schema(
      "eu-fsf-xml",
      """
      <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-09-15">
      <other><deep a="1"/></other>
      <sanctionEntity logicalId="1"><subjectType code="person"/><nameAlias wholeName="Abu Denkbeeld"/>
      <nameAlias wholeName="Umm Denkbeeld" strong="true"/></sanctionEntity></export>
      """)
    #expect(
      found == [
        "export": 1, "export@generationDate": 1, "export/other": 1, "other/deep": 1, "deep@a": 1,
        "export/sanctionEntity": 1, "sanctionEntity@logicalId": 1, "sanctionEntity/subjectType": 1,
        "subjectType@code": 1, "sanctionEntity/nameAlias": 2, "nameAlias@wholeName": 2,
        "nameAlias@strong": 1,
      ])
  }

  @Test func keysOfJSONAreCountedByTheKindOfEntity() throws {
    let found = try schema(
      "ftm-json",
      #"{"id":"1","schema":"Person","properties":{"name":["A B"],"birthDate":["1990"]}}"# + "\n"
        + #"{"id":"2","schema":"Company","properties":{"name":["C"]}}"# + "\n")
    #expect(
      found == [
        "Person/id": 1, "Person/schema": 1, "Person/properties": 1, "Person/name": 1,
        "Person/birthDate": 1, "Company/id": 1, "Company/schema": 1, "Company/properties": 1,
        "Company/name": 1,
      ])
  }

  @Test func titlesOfTablesStandForEveryRow() throws {
    let found = try schema(
      "opensanctions-simple-csv",
      "id,schema,name,aliases,birth_date,New One\n1,Person,A B,,1990,x\n")
    #expect(
      Set(found.keys) == ["id", "schema", "name", "aliases", "birth_date", "new one"]
        && found.values.allSatisfy { $0 == ListSchema.always })
  }

  /// A list without its titles has a person in their place.
  @Test(arguments: [
    ("Name 6", "name 6"), ("D.O.B", "d.o.b"), ("Nationality(/ies)", "nationality(/ies)"),
    ("JANSEN JAN 1970-01-01 NX1234567", nil), ("jan@example", nil), ("NX123", nil),
    ("Identification_RegulationOrganisationType", "identification_regulationorganisationtype"),
    (String(repeating: "a ", count: 30), nil),
  ])
  func whatLooksLikeDataIsNotShown(_ title: String, _ shown: String?) {
    let recorder = ListSchemaRecorder()
    recorder.add(titles: [title])
    var schema = ListSchema()
    recorder.add(to: &schema)
    #expect(Array(schema.counts.keys) == [shown ?? "(a title with digits)"])
  }

  @Test func namesAreShortAndPlain() {
    let recorder = ListSchemaRecorder()
    recorder.add(element: "naam\u{E9}\t\n\u{1B}[31m" + String(repeating: "x", count: 500), in: "")
    var schema = ListSchema()
    recorder.add(to: &schema)
    let name = schema.counts.keys.first ?? ""
    #expect(name.hasPrefix("naam????31m".prefix(4)) && name.utf8.count == 48)
    #expect(name.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    #expect(ListSchema(text: schema.text) == schema)
  }

  @Test func itemsAreLimited() {
    let recorder = ListSchemaRecorder()
    for number in 0..<(ListSchemaRecorder.itemsMax + 7) {
      recorder.add(element: "\(number)", in: "")
    }
    var schema = ListSchema()
    recorder.add(to: &schema)
    #expect(schema.counts[ListSchema.others] == 7)
    #expect(schema.counts.count == ListSchemaRecorder.itemsMax + 1)
  }
}

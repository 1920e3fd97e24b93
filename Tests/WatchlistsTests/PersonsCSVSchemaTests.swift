import TestSupport
import Testing

@testable import Watchlists

@Suite struct PersonsCSVSchemaTests {
  @Test func itsColumnsAreItsSchema() throws {
    let table = Array("entry,Surname,birth_date\n1,Bedacht,\n".utf8)
    let list = try withTemporaryFile(table, name: "l.csv") {
      try WatchlistFile.read(format: "persons-csv", paths: [$0])
    }
    #expect(Set(list.schema.counts.keys) == ["entry", "surname", "birth_date"])
  }
}

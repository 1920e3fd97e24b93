import Records
import Testing

@testable import Feeds

/// Names in the history of a booking are other names of its travellers.
@Suite struct HistoryNamesTests {
  private static let smith = "SRC'RCI+ZZ:AAA111'TIF+SMITH+JOHN:A:1'TIF+DOE+JANE:A:2'"

  /// `main names | other names` of each person.
  private func names(_ bookings: String, block: Int = 1 << 20) -> [String] {
    var found: [String] = []
    eachBatch(of: Array(pnrgov(bookings).utf8), block: block) { batch in
      func text(_ name: PersonName) -> String {
        "\(batch.text(name.surname))/\(batch.text(name.given)) \(name.source.label)"
      }
      for person in batch.passengers {
        let others = batch.names[person.otherNames.range].map(text)
        found.append(([text(person.name)] + others).joined(separator: "|"))
      }
    }
    return found
  }

  @Test(arguments: [
    "LTS+0/O/NM/SMYTH/JOHN MR(ADT)", "LTS+0/O/NM/1.1SMYTH/JOHN(ADT)/SS *1A/E* + X:Y",
    "LTS+NM1SMYTH/JOHN MR(ADT)2BROWN/BEN(ADT)",
    "ABI+4'SAC+++X'SSR+DOCS:HK:1:ZZ:::::/P/NLD/NQ1/NLD/01JAN80/M/01JAN31/SMYTH/JOHN",
    "LTS+0/O/SR/SSRDOCSZZHK1/P/NLD/NQ1/NLD/01JAN80/M/01JAN31/SMYTH/JOHN",
  ]) func anOtherSpelling(segment: String) {
    for block in [1, 1 << 20] {
      #expect(
        names(Self.smith + segment + "'", block: block) == [
          "SMITH/JOHN TIF|SMYTH/JOHN history", "DOE/JANE TIF",
        ])
    }
  }

  @Test(arguments: [
    "LTS+0/O/NM/BROWN/BEN(ADT)", "LTS+0/O/SS/ZZ 602 (HK1)", "LTS+DOCS ARE/MISSING", "LTS+(ADT)",
    "LTS+(INF/BABY/01JAN25)", "LTS+0/O/NM/SMYTH/J2(ADT)", "LTS+", "LTS",
    "LTS+0/O/SR/SSRDOCSZZHK1/P/NLD/NQ1/NLD/01JAN80/M/01JAN31/BROWN/BEN",
    "SSR+OTHS:HK::ZZ:::::DOCS MISSING/SMYTH/JOHN", "SSR+OTHS:HK::ZZ:::::DOCS",
  ]) func nobodyNew(segment: String) {
    let parsed = parse(pnrgov(Self.smith + segment + "'"))
    #expect(names(Self.smith + segment + "'") == ["SMITH/JOHN TIF", "DOE/JANE TIF"])
    #expect(parsed.codes == [])
  }

  @Test(arguments: ["(INF/SUE ANN/01MAR25)", "(INFSMITH/SUE ANN/01MAR25)"])
  func infantsInTheText(infant: String) {
    let booking =
      "SRC'TIF+SMITH+JOHN:A:1'TIF+SMITH+SUE:IN:2'LTS+0/O/NM/SMITH/JOHN MR(ADT)\(infant)'"
    #expect(
      names(booking) == ["SMITH/JOHN TIF", "SMITH/SUE TIF|SMITH/SUE ANN history"])
  }

  @Test func whoeverIsNowhereElseIsAPerson() {
    let booking =
      "SRC'RCI+ZZ:AAA111'ORG'LTS+0/O/NM/SMITH/JOHN MR(ADT)(INF/SUE/01MAR25)'"
      + "LTS+0/O/SR/SSRDOCSZZHK1/P/NLD/NQ1/NLD/01JAN80/M/01JAN31/SMITH/JOHN'"
    #expect(names(booking) == ["SMITH/JOHN history", "SMITH/SUE history"])
    let persons = parse(pnrgov(booking, function: "141")).persons
    #expect(persons.allSatisfy { $0.contains(#""status":"cancelled""#) })
    #expect(persons.last?.contains(#""kind":"infant""#) == true)
  }

  @Test func documentsOfTheHistoryAreNotTheTravellers() {
    let text = pnrgov(
      Self.smith + "ABI+4'SAC+++X'SSR+DOCS:HK:1:ZZ:::::/P/NLD/NQ1/NLD/01JAN80/M//SMYTH/JOHN'")
    #expect(!parse(text).persons.contains { $0.contains("NQ1") || $0.contains("1980") })
  }
}

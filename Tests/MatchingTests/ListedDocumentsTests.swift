import Foundation
import Records
import Testing

@testable import Matching
@testable import Watchlists

@Suite struct ListedDocumentsTests {
  static let rows = [
    "P,NX1234567,NLD,stolen,2026-03-01,", "I,LX1234567,NLD,lost,2026-03-01,",
    "other,ZX1234567,,revoked,2026-03-01,", "P,AB1000000,BEL,stolen_blank,,AB1000999",
  ]

  private func list(_ rows: [String]) throws -> Watchlist {
    let path = NSTemporaryDirectory() + "listed-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let head =
      "# records: \(rows.count)\ndoc_type,doc_number,issuing_state,status,report_date,number_to\n"
    try (head + rows.map { $0 + "\n" }.joined())
      .write(toFile: path, atomically: false, encoding: .utf8)
    return try DocumentTableFiles(folder: nil).read(path, id: "documents", limits: .standard)
  }

  private func batch(_ documents: [(type: String, number: String, issuer: String)])
    -> PassengerBatch
  {
    var batch = makeBatch([TestPassenger(surname: "VERZINSEL", given: "PIET")])
    batch.passengers[0].documents = ElementRun(start: 0, count: UInt32(documents.count))
    for document in documents {
      batch.documents.append(
        TravelDocument(
          type: ShortCode(document.type), number: batch.store(document.number),
          issuer: ShortCode(document.issuer), expires: nil))
    }
    return batch
  }

  private func matches(
    _ documents: [(type: String, number: String, issuer: String)], _ rows: [String] = rows
  ) throws -> [Match] {
    let lists = [
      Watchlist(
        id: "persons", format: "persons-csv", sha256: "", published: nil,
        entries: [makeListed("1", [("VERZINSEL", "PIET")])], warnings: []),
      try list(rows),
    ]
    let index = MatchIndex(lists: lists)
    var found: [[Match]] = []
    for exhaustive in [false, true] {
      var matcher = Matcher(index: index, exhaustive: exhaustive)
      var matches: [Match] = []
      matcher.screen(batch(documents), into: &matches)
      #expect(matches.contains { $0.list == 0 })
      found.append(matches.filter { $0.list == 1 })
    }
    #expect(found[0] == found[1])
    return found[0]
  }

  private func evidence(_ match: Match) -> FieldEvidence? {
    match.explanation.evidence.first { $0.field == .document }
  }

  @Test func theSameNumberOfTheSameStateIsStrong() throws {
    let found = try matches([("P", "nx 123-4567", "NLD")])
    #expect(found.count == 1)
    #expect(found[0].explanation.band == .strong)
    #expect(evidence(found[0])?.weightCentibits == 2000)
    #expect(evidence(found[0])?.listed == "NX1234567" && evidence(found[0])?.relation == "equal")
    #expect(
      found[0].explanation.evidence.map(\.field) == [
        .name, .birthDate, .gender, .nationality, .document,
      ])
    #expect(found[0].explanation.evidence.dropLast().allSatisfy { $0.verdict == .unknown })
    let list = try list(Self.rows)
    let shown = list.entry(found[0].entry)
    #expect(shown.reference == "stolen, reported 2026-03-01" && shown.names.isEmpty)
  }

  @Test func anotherIssuerIsAnotherDocument() throws {
    #expect(try matches([("P", "NX1234567", "BEL")]).isEmpty)
    #expect(try matches([("P", "NX1234568", "NLD")]).isEmpty)
    for issuer in ["", "XXX"] {
      let unknown = try matches([("P", "NX1234567", issuer)])
      #expect(unknown.count == 1 && unknown[0].explanation.band == .medium)
    }
    #expect(try matches([("P", "ZX1234567", "BEL")]).count == 1)
  }

  @Test func anotherTypeWeighsLessAndHidesNothing() throws {
    let found = try matches([("P", "LX1234567", "NLD")])
    #expect(found.count == 1 && evidence(found[0])?.weightCentibits == 1650)
    #expect(evidence(found[0])?.relation == "otherType")
    #expect(try evidence(matches([("IP", "LX1234567", "NLD")])[0])?.weightCentibits == 2000)
    #expect(try evidence(matches([("T", "NX1234567", "NLD")])[0])?.weightCentibits == 2000)
    // The heavier of two documents of one number.
    let both = try matches([("P", "LX1234567", "NLD"), ("I", "LX1234567", "NLD")])
    #expect(both.count == 1 && evidence(both[0])?.weightCentibits == 2000)
  }

  @Test func aRangeIsSaidAsSuch() throws {
    let found = try matches([("P", "AB1OOO5OO", "BEL")])
    #expect(found.count == 1 && evidence(found[0])?.relation == "withinRange")
    #expect(evidence(found[0])?.listed == "AB1000000..AB1000999")
    #expect(evidence(found[0])?.passenger == "AB1OOO5OO")
    #expect(try matches([("P", "AB1001000", "BEL")]).isEmpty)
  }

  @Test func theLimitOfHitsHolds() throws {
    let rows = (0..<50).map { "P,AB1000000,BEL,lost,2026-01-01,AB10009\($0 + 10)" }
    let index = MatchIndex(lists: [try list(rows)])
    var matcher = Matcher(index: index, matchesMax: 10)
    var matches: [Match] = []
    matcher.screen(batch([("P", "AB1000500", "BEL")]), into: &matches)
    #expect(matches.count == 10 && matcher.saturated.map(\.matches) == [50])
    #expect(matches.map(\.entry) == matches.map(\.entry).sorted())
  }
}

import HitFiles
import Matching
import Records
import Testing

@testable import Screening

struct LegCollectorTests {
  private func hit(_ id: String, score: Int, offset: UInt64) -> Hit {
    Hit(
      id: id, band: .strong, scoreMillionths: score, passenger: HitPassenger(), flight: nil,
      booking: HitBooking(), listed: HitListed(), evidence: [],
      source: HitSource(file: "a", offset: offset, message: "PNRGOV", reference: "1"),
      journey: "j")
  }

  private func result(_ number: Int, _ hits: [Hit]) -> LegResult {
    var result = LegResult()
    result.hits = hits
    result.records = 6
    result.merged = 1
    result.screened = 5
    result.screenedByFile = [0: 5]
    result.findings = [(0, Diagnostic(.pushOrder, at: UInt64(9 - number), "x"))]
    return result
  }

  @Test func givesTheSameWhateverTheOrderOfArrival() throws {
    let results = [
      result(0, [hit("h_b", score: 5, offset: 1)]),
      result(1, [hit("h_a", score: 5, offset: 2), hit("h_b", score: 7, offset: 3)]),
      result(2, [hit("h_b", score: 6, offset: 4)]),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]] {
      var collector = LegCollector(files: 1)
      for index in order { collector.accept(results[index]) }
      let found = try collector.finish().get()
      #expect(found.hits.map { $0.id } == ["h_a", "h_b"])
      #expect(found.hits.map { $0.source.offset } == [2, 1])
      #expect(found.hits.map { $0.source.pushes } == [1, 3])
      #expect(found.matches == 4)
      #expect(found.repeated == 2)
      #expect(found.records == 18)
      #expect(found.merged == 3)
      #expect(found.screenedByFile == [15])
      #expect(found.findings.map(\.found.offset) == [7, 8, 9])
    }
  }
}

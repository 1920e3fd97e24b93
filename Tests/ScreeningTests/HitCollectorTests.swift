import HitFiles
import Matching
import Records
import Testing

@testable import Screening

struct HitCollectorTests {
  private func hit(_ id: String, score: Int, offset: UInt64) -> Hit {
    Hit(
      id: id, band: .strong, scoreMillionths: score, passenger: HitPassenger(), flight: nil,
      booking: HitBooking(), listed: HitListed(), evidence: [],
      source: HitSource(file: "a", offset: offset, message: "PNRGOV", reference: "1"),
      journey: "j")
  }

  private func result(_ sequence: Int, _ hits: [Hit]) -> BatchResult {
    var result = BatchResult(ticket: BatchTicket(sequence: sequence, file: 0))
    result.hits = hits
    result.screened = 5
    result.diagnostics = [Diagnostic(.syntax, at: UInt64(sequence), "x")]
    return result
  }

  @Test func givesTheSameWhateverTheOrderOfArrival() throws {
    let results = [
      result(0, [hit("h_b", score: 5, offset: 1)]),
      result(1, [hit("h_a", score: 5, offset: 2), hit("h_b", score: 7, offset: 3)]),
      result(2, [hit("h_b", score: 6, offset: 4)]),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]] {
      var collector = HitCollector(quarantine: QuarantineFile(nil, names: ["a"]))
      for index in order { collector.accept(results[index]) }
      let found = try collector.finish().get()
      #expect(found.hits.map { $0.id } == ["h_b", "h_a"])
      // The latest push in the order of the input keeps its content.
      #expect(found.hits.map { $0.source.offset } == [4, 2])
      #expect(found.hits.map { $0.source.pushes } == [3, 1])
      #expect(found.matches == 4)
      #expect(found.tallies[0]?.screened == 15)
      #expect(found.tallies[0]?.findings == [.syntax: 3])
    }
  }

  @Test func waitsForWhatIsMissing() throws {
    var collector = HitCollector(quarantine: QuarantineFile(nil, names: ["a"]))
    collector.accept(result(1, [hit("h_a", score: 5, offset: 2)]))
    #expect(collector.hitCount == 0)
    collector.accept(result(0, []))
    #expect(collector.hitCount == 1)
  }
}

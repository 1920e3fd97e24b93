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
      #expect(found.hits.map { $0.id } == ["h_b", "h_a"])
      // The best score stays.
      #expect(found.hits.map { $0.source.offset } == [3, 2])
      #expect(found.hits.map { $0.source.pushes } == [3, 1])
      #expect(found.matches == 4)
      #expect(found.repeated == 2)
      #expect(found.records == 18)
      #expect(found.merged == 3)
      #expect(found.screenedByFile == [15])
      #expect(found.findings.map(\.found.offset) == [7, 8, 9])
    }
  }

  @Test func whatIsShownDoesNotDependOnTheNamesOfFiles() throws {
    func booked(_ reference: String, file: String) -> Hit {
      var hit = hit("h_1", score: 5, offset: 1)
      hit.booking.passengerReference = reference
      hit.source.file = file
      return hit
    }
    for files in [["a", "b"], ["b", "a"]] {
      var collector = LegCollector(files: 1)
      var result = LegResult()
      result.hits = [booked("", file: files[0]), booked("U1", file: files[1])]
      collector.accept(result)
      let found = try collector.finish().get()
      #expect(found.hits.map(\.booking.passengerReference) == ["U1"])
      #expect(found.hits[0].source.file == files[1] && found.repeated == 1)
    }
  }

  @Test func showsEverybodyOfTheSameNumberWhateverTheFilesAreCalled() throws {
    func hit(_ given: String, _ score: Int, file: String) -> Hit {
      var passenger = HitPassenger()
      passenger.surname = "VOORBEELD"
      passenger.given = given
      return Hit(
        id: "h_1", band: .strong, scoreMillionths: score, passenger: passenger, flight: nil,
        booking: HitBooking(), listed: HitListed(), evidence: [],
        source: HitSource(file: file, offset: 1, message: "PNRGOV", reference: "1"), journey: "j")
    }
    var seen: [[String]] = []
    for files in [["a", "b"], ["b", "a"]] {
      var collector = LegCollector(files: 1)
      var result = LegResult()
      result.hits = [hit("AAP", 5, file: files[0]), hit("NOOT", 9, file: files[1])]
      collector.accept(result)
      let found = try collector.finish().get()
      #expect(found.hits.map(\.passenger.given) == ["NOOT", "AAP"])
      #expect(found.hits[0].id == "h_1")
      #expect(found.hits.map(\.source.pushes) == [1, 1])
      #expect(found.repeated == 0)
      seen.append(found.hits.map(\.id))
    }
    #expect(seen[0] == seen[1])
    #expect(Set(seen[0]).count == 2)
  }
}

import Foundation
import Records
import TestSupport
import Testing

@testable import Feeds
@testable import Screening

/// Pushes of the corpus, parsed and resolved: they are of one flight.
@Suite(.enabled(if: SharedFolder.isPresent))
struct CorpusLegTests {
  private let parts = (1...3).map { "pnrgov_multipart_\($0)of3.edi" }

  private func parse(_ names: [String]) throws -> PassengerBatch {
    let folder = try #require(SharedFolder.url).appending(path: "corpus/feeds/own")
    var batch = PassengerBatch()
    for name in names {
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      var parser = try #require(FeedSniffer.makeParser(for: bytes, FeedContext()))
      parser.consume(bytes.span, into: &batch)
      parser.finish(into: &batch)
    }
    return batch
  }

  @Test func threePartsAreOneCompletePushInAnyOrder() throws {
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]] {
      let found = resolve(try parse(order.map { parts[$0] }))
      #expect(found.aboard == ["TESTERA/ADAM", "TESTERB/BRAM", "TESTERC/CAS"])
      #expect(found.account.pushes.count == 1)
      let push = try #require(found.account.pushes.first)
      #expect(push.parts == 3)
      #expect(push.announcedBookings == 3)
      #expect(push.foundBookings == 3)
      #expect(push.function == .full)
      #expect(found.codes.isEmpty)
    }
  }

  @Test func aPartThatIsMissingIsReported() throws {
    let found = resolve(try parse([parts[0], parts[2]]))
    #expect(found.account.travellers == 2)
    #expect(found.account.pushes.map(\.isComplete) == [false])
    #expect(
      found.codes == [
        "COUNT_MISMATCH 2 of 3 parts",
        "COUNT_MISMATCH EQN announces 3 bookings over all parts, found 2",
      ])
  }

  @Test func theUpdateCancelsOneBookingOnly() throws {
    // It is made at 04:01 on the day of the flight, and cancels TSTAB1.
    let cancelled = resolve(try parse(["pnrgov_update_cancelled_pnr.edi"]))
    #expect(cancelled.off == ["TESTER/ADAM"])
    let all = try parse(parts + ["pnrgov_update_cancelled_pnr.edi"])
    let found = resolve(all)
    #expect(found.off == ["TESTER/ADAM"])
    #expect(found.aboard == ["TESTERA/ADAM", "TESTERB/BRAM", "TESTERC/CAS"])
  }
}

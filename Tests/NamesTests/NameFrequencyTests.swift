import Foundation
import Testing

@testable import Names

@Suite struct NameFrequencyTests {
  private func power(_ exponent: Double) -> Double { exp2(exponent) }
  private func logarithm(_ value: Double) -> Double { log2(value) }

  private func own(
    _ travellers: Int, minBearers: Int = 10, _ rows: KeyValuePairs<String, Int> = [:]
  ) -> NameFrequency {
    let rows = rows.map { NameFrequencyFile.Row(token: NameToken($0.key), bearers: $0.value) }
    return NameFrequency(
      own: NameFrequencyFile(
        travellers: travellers, minBearers: minBearers, rows: rows, leftOutTokens: 0,
        leftOutBearers: 0))
  }

  /// Against the textbook's formula in floating point.
  @Test func sharesAndRaritiesAreEachOther() {
    for centibits in 0...NameFrequency.unknownCentibits {
      let share = NameShare.share(ofCentibits: centibits)
      let twin = power(-Double(centibits) / 100) * power(32)
      #expect(abs(Double(share) - twin) <= 1)
      #expect(NameShare.centibits(ofShare: share) == centibits)
    }
    #expect(NameShare.centibits(ofShare: 0) == NameFrequency.unknownCentibits)
    #expect(NameShare.centibits(ofShare: 2 * NameShare.one) == 0)
  }

  /// So few that nobody can be said to be missing among them.
  @Test func aTableOfFewTravellersChangesNothingThatItLacks() {
    let few = own(9, minBearers: 10)
    for (token, centibits) in NameFrequency.shipped.tokens {
      #expect(few.centibits(of: token) == centibits)
    }
    #expect(few.centibits(of: NameToken("XQZVYKW")) == nil)
    // Half of twenty travellers: a fifth of a per mille among ten thousand others.
    let met = own(20, ["XQZVYKW": 10]).centibits(of: NameToken("XQZVYKW"))
    #expect(met == Int((-100 * logarithm((10 + 10_000 * power(-16)) / 10_020)).rounded()))
  }

  @Test func isTheShareOfBothTablesTogether() throws {
    let own = own(1_000_000, ["AALTS": 300, "MOHAMED": 40_000, "XQZVYKW": 12])
    func blended(_ token: String, _ bearers: (Double) -> Double) throws -> Int {
      let shipped = NameFrequency.shipped.centibits(of: NameToken(token)) ?? 1600
      let share = power(-Double(shipped) / 100)
      let both = (bearers(share * 1_000_000) + 10_000 * share) / 1_010_000
      return min(1600, Int((-100 * logarithm(both)).rounded()))
    }
    for (token, count) in [("AALTS", 300.0), ("MOHAMED", 40_000), ("XQZVYKW", 12)] {
      #expect(own.centibits(of: NameToken(token)) == (try blended(token) { _ in count }))
    }
    // Common by the shipped table and not met ten times: nine bearers at most. Rare: as it was.
    for token in ["AHMED", "JAN", "ZWINDRECHT"] {
      #expect(own.centibits(of: NameToken(token)) == (try blended(token) { min($0, 9) }))
    }
  }

  @Test func nothingIsRarerThanAnUnknownToken() {
    let many = own(900_000_000, minBearers: 2, ["ANNA": 2, "XQZVYKW": 2])
    #expect(many.tokens.allSatisfy { (0...NameFrequency.unknownCentibits).contains($0.centibits) })
    #expect(many.centibits(of: NameToken("XQZVYKW")) == NameFrequency.unknownCentibits)
    #expect(many.centibits(of: NameToken("NOSUCHTOKEN")) == nil)
    let all = own(900_000_000, ["XQZVYKW": 900_000_000])
    #expect(all.centibits(of: NameToken("XQZVYKW")) == 0)
  }

  @Test func theVersionNamesBothTables() {
    let shipped = NameFrequency.shipped.version
    let (one, other) = (own(100).version, own(101).version)
    #expect(one.hasPrefix(shipped + "+") && other.hasPrefix(shipped + "+"))
    #expect(one != other)
  }
}

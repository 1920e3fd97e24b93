import Testing

@testable import Names

@Suite struct NameCountsTests {
  static func traveller(_ names: String) -> Set<NameToken> {
    Set(names.split(separator: " ").map { NameToken(String($0)) })
  }

  private func counts(_ names: [String], minBearers: Int = 2) -> NameCounts {
    var counts = NameCounts(minBearers: minBearers)
    for name in names { counts.add(traveller: Self.traveller(name)) }
    return counts
  }

  private func rows(_ counts: NameCounts) -> [String] {
    counts.table.rows.map { "\($0.token) \($0.bearers)" }
  }

  @Test func countsEachTokenOncePerTraveller() {
    let counts = counts(["AAP NOOT AAP", "AAP MIES", "NOOT ZUS", "WIM", ""])
    #expect(counts.travellers == 4)
    #expect(rows(counts) == ["AAP 2", "NOOT 2"])
    #expect(counts.table.leftOutTokens == 3)
    #expect(counts.table.leftOutBearers == 3)
  }

  /// Somebody who flies every week is one person, and so is a name that is written in another order.
  @Test func leavesOutATokenOfOnePersonHoweverOftenHeTravels() {
    #expect(rows(counts(["AAP NOOT", "NOOT AAP", "AAP NOOT", "AAP"])) == ["AAP 4"])
    let weekly = counts([String](repeating: "AAP NOOT", count: 100) + ["AAP MIES"])
    #expect(rows(weekly) == ["AAP 101"])
    #expect(weekly.table.leftOutBearers == 101)
  }

  @Test(arguments: [2, 3, 10])
  func theLimitIsTheFirstNumberThatIsEnough(minBearers: Int) {
    let others = (0..<minBearers).map { "AAP " + String(repeating: "B", count: $0 + 1) }
    #expect(rows(counts(Array(others.dropLast()), minBearers: minBearers)).isEmpty)
    #expect(rows(counts(others, minBearers: minBearers)) == ["AAP \(minBearers)"])
  }

  @Test func aLimitBelowTwoIsTwo() {
    #expect(rows(counts(["AAP", "AAP NOOT", "MIES"], minBearers: 0)) == ["AAP 2"])
  }

  @Test func neitherOrderNorPartsChangeTheTable() {
    let given = ["AAP", "NOOT", "MIES", "WIM", "ZUS"]
    var names = (0..<200).map {
      "\(given[$0 % 5]) \(given[$0 * 7 % 3]) \(String(repeating: "X", count: $0 % 90 + 1))"
    }
    let whole = counts(names, minBearers: 3).table
    #expect(!whole.rows.isEmpty && whole.leftOutTokens > 0)
    for size in [1, 7, 64] {
      names.reverse()
      var sum = NameCounts(minBearers: 3)
      for start in stride(from: 0, to: names.count, by: size) {
        sum.add(counts(Array(names[start..<min(names.count, start + size)]), minBearers: 3))
      }
      #expect(sum.table.bytes == whole.bytes)
    }
  }
}

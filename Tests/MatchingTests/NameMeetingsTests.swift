import Bytes
import Names
import Testing

@testable import Matching

@Suite struct NameMeetingsTests {
  /// Against a look at the neighbours of every unit: names with initials, with tokens said twice, alike and glued.
  @Test(arguments: [
    ["AL", "HAKIM", "N", "W"], ["ALI", "ALI"], ["MOHAMED", "MUHAMMAD", "ALI", "MOHAMED"], ["X"],
    ["EL", "AMRANI", "ELAMRANI", "Y"],
  ])
  func agreesWithEveryNeighbour(name: [String]) {
    let listed = [
      "AL HAKIM NADIR WAFA", "ALHAKIM NADIR", "MOHAMED ALI", "MUHAMAD ALY W", "EL AMRANI N",
    ].enumerated().map { makeListed("e\($0.offset)", [("", $0.element)]) }
    let index = MatchIndex(lists: [makeList(listed)])
    var resolver = TokenResolver(index: index, exhaustive: false)
    var query = NameQuery()
    // Of another name before it nothing may stay.
    for tokens in [["MOHAMED", "ALI", "NADIR"], name] {
      query.begin(FoldedName(tokens: tokens.map { NameToken($0) }), &resolver)
    }
    var met = 0
    for token in 0..<UInt32(index.names.tokens.count) {
      var mask: UInt16 = 0
      var gain = TokenGain.zero
      for unit in query.units.indices {
        for place in query.units[unit].known.range
        where resolver.neighbours[place].token == token {
          let neighbour = resolver.neighbours[place]
          mask |= query.units[unit].mask
          gain = gain.most(
            TokenGain(
              similarity: neighbour.similarity, weight: query.units[unit].weight,
              bits: Int(neighbour.bits) + query.units[unit].extra))
        }
      }
      if mask != 0 { met += 1 }
      #expect(query.tokens(meeting: token, resolver.neighbours) == mask)
      // No more listed tokens than slots: none fall together.
      #expect(query.meetings.gain(of: token) == gain)
    }
    #expect(met > 0 || name == ["X"])
  }
}

import Bytes
import Similarity

/// Which listed tokens a passenger's name meets. Thousands of names ask, so it is kept by ``TokenSlot`` in a few
/// kilobytes that stay near the processor, however long the lists are.
struct NameMeetings: ~Copyable {
  /// A neighbour of one of the name's units. (Not private: in a debug build the compiler looks for it from other files.)
  struct Link: BitwiseCopyable {
    /// In ``TokenResolver/neighbours``.
    var place: UInt32
    /// The next one of the same slot, counted from 1; 0 for none.
    var next: UInt32
    var slot: UInt16
  }

  /// By slot the most that a unit gains by one of its tokens: a ``TokenGain``.
  private(set) var gains = SlotWords()
  /// By slot the first link, counted from 1.
  private var heads = ScratchList<UInt32>(repeating: 0, count: TokenSlot.count)
  private var links = ScratchList<Link>(capacity: 512)

  init() { gains[TokenSlot.any] = TokenGain.open.packed }

  mutating func removeAll() {
    for place in links.indices {
      let slot = links[place].slot
      gains[slot] = 0
      heads[Int(slot)] = 0
    }
    links.removeAll()
  }

  /// Adds the neighbours of a unit.
  mutating func add(_ unit: QueryUnit, _ neighbours: borrowing ScratchList<Neighbour>) {
    links.reserve(links.count + unit.known.range.count)
    for place in unit.known.range {
      let neighbour = neighbours[place]
      let gain = TokenGain(
        similarity: neighbour.similarity, weight: unit.weight,
        bits: Int(neighbour.bits) + unit.extra)
      let slot = TokenSlot.of(neighbour.token)
      let known = gains[slot]
      gains[slot] = known == 0 ? gain.packed : TokenGain(packed: known).most(gain).packed
      links.appendWithinRoom(
        Link(place: UInt32(truncatingIfNeeded: place), next: heads[Int(slot)], slot: slot))
      heads[Int(slot)] = UInt32(truncatingIfNeeded: links.count)
    }
  }

  /// The most that a unit gains by a listed token.
  @inline(__always)
  func gain(of token: UInt32) -> TokenGain { TokenGain(packed: gains[TokenSlot.of(token)]) }

  /// The first place after `link` where a neighbour is this token; nil when there is none.
  /// - Parameter link: where the last one was found, 0 to begin with.
  @inline(__always)
  func nextPlace(
    of token: UInt32, _ neighbours: borrowing ScratchList<Neighbour>, after link: inout UInt32
  ) -> Int? {
    link = link == 0 ? heads[Int(TokenSlot.of(token))] : links[Int(link) - 1].next
    while link != 0 {
      let place = Int(links[Int(link) - 1].place)
      if neighbours[place].token == token { return place }
      link = links[Int(link) - 1].next
    }
    return nil
  }
}

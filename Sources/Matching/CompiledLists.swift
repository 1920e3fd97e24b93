import Bytes
import Records
import Watchlists

/// Lists as flat tables in one ``MemoryImage``: the same lists give the same bytes.
enum CompiledLists {
  /// Where the sections of each part begin.
  enum Section {
    static let counts = 0
    static let facts = 1
    static let birthDates = facts + ListedFacts.sectionCount
    static let documents = birthDates + BirthDateIndex.sectionCount
    static let names = documents + DocumentIndex.sectionCount
  }

  static func make(_ lists: [Watchlist], rarity: Rarity) -> MemoryImage {
    let folded = FoldedList(lists: lists)
    func person(_ index: Int) -> ListedPerson {
      let place = folded.entries[index]
      return lists[place.list].entries[place.entry]
    }
    // By birthday, so that those who share one lie together.
    let birthdays = folded.entries.indices.map { BirthDateIndex.birthday(person($0)) }
    let order = folded.entries.indices.sorted {
      birthdays[$0] != birthdays[$1] ? birthdays[$0] < birthdays[$1] : $0 < $1
    }
    var image = ImageWriter()
    image.add([folded.nameCount, folded.unmatchable, folded.shortened].map(UInt64.init))
    ListedFacts.write(order.map { (folded.entries[$0], person($0)) }, to: &image)
    BirthDateIndex.write(order.map { person($0).birthDates }, to: &image)
    DocumentIndex.write(order.map { person($0).documents }, to: &image)
    let tokens = RankedTokens(folded, rarity: rarity)
    _ = ListedNamesWriter(folded, tokens, persons: order, to: &image)
    return image.finish()
  }
}

import Bytes
import Records
import Watchlists

/// Lists as flat tables in one ``MemoryImage``: the same lists give the same bytes.
enum CompiledLists {
  /// Where the sections of each part begin.
  enum Section {
    static let lineage = 0
    static let counts = 1
    static let facts = 2
    static let birthDates = facts + ListedFacts.sectionCount
    static let documents = birthDates + BirthDateIndex.sectionCount
    static let names = documents + DocumentIndex.sectionCount
    static let end = names + ListedNames.sectionCount
  }

  /// What the image was made from, a line for each list; of a list of documents nothing is in it.
  static func lineage(_ lists: [Watchlist]) -> [UInt8] {
    Array(
      lists.map { list in
        list.documentCounts == nil
          ? "\(list.id)\t\(list.format)\t\(list.sha256)\t\(list.published?.description ?? "-")\n"
          : "\n"
      }.joined().utf8)
  }

  /// Whether an image may be of these lists, as far as its sections and lineage tell.
  static func mayBe(_ image: MemoryImage, of lists: [Watchlist]) -> Bool {
    guard image.sectionCount == Section.end else { return false }
    let found = image.table(Section.lineage, of: UInt8.self)
    return found.indices.map { found[$0] } == lineage(lists)
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
    image.add(lineage(lists))
    image.add([folded.nameCount, folded.unmatchable, folded.shortened].map(UInt64.init))
    ListedFacts.write(order.map { (folded.entries[$0], person($0)) }, to: &image)
    BirthDateIndex.write(order.map { person($0).birthDates }, to: &image)
    DocumentIndex.write(order.map { person($0).documents }, to: &image)
    let tokens = RankedTokens(folded, rarity: rarity)
    _ = ListedNamesWriter(folded, tokens, persons: order, to: &image)
    return image.finish()
  }
}

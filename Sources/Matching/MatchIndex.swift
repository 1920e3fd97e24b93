public import Bytes
public import Names
import Records
public import Watchlists

/// The lists, prepared for screening; immutable and shared by all workers.
public final class MatchIndex: Sendable {
  public let lists: [Watchlist]
  /// The compiled lists: the same lists, table of frequencies and program give the same bytes.
  public let image: MemoryImage
  let names: ListedNames
  let facts: ListedFacts
  let families: VariantIndex
  let birthDates: BirthDateIndex
  let documents: DocumentIndex
  /// Of the lists of documents, each with its place among the lists.
  let documentTables: [(list: Int, table: DocumentTable)]
  let rarity: Rarity
  /// Neighbours of passengers' tokens, resolved once for all workers.
  let memo = NeighbourMemo()
  /// Names without a letter that folds to A–Z: they cannot be met by name.
  public let unmatchableNames: Int
  /// Names of which only the first 16 tokens are compared.
  public let shortenedNames: Int
  /// Names that are compared, spellings of one name counted apart.
  public let nameCount: Int

  /// Folds all names and builds the indexes: about half a second per hundred thousand names.
  /// - Parameter frequency: how common names are among travellers.
  public convenience init(lists: [Watchlist], frequency: NameFrequency = .shipped) {
    let image = CompiledLists.make(lists, rarity: Rarity(frequency))
    self.init(lists: lists, frequency: frequency, image: image)
  }

  /// Takes lists that were compiled before.
  /// - Parameter image: of these lists, this table of frequencies and this program.
  /// - Returns: nil where it is visibly of others.
  public convenience init?(
    lists: [Watchlist], frequency: NameFrequency, compiled image: MemoryImage
  ) {
    guard CompiledLists.mayBe(image, of: lists) else { return nil }
    self.init(lists: lists, frequency: frequency, image: image)
  }

  private init(lists: [Watchlist], frequency: NameFrequency, image: MemoryImage) {
    self.lists = lists
    self.image = image
    documentTables = lists.enumerated().compactMap { place, list in
      list.documents.map { (place, $0) }
    }
    rarity = Rarity(frequency)
    let counts = image.table(CompiledLists.Section.counts, of: UInt64.self)
    nameCount = Int(counts[0])
    unmatchableNames = Int(counts[1])
    shortenedNames = Int(counts[2])
    facts = ListedFacts(image, from: CompiledLists.Section.facts)
    birthDates = BirthDateIndex(image, from: CompiledLists.Section.birthDates)
    documents = DocumentIndex(image, from: CompiledLists.Section.documents)
    names = ListedNames(image, from: CompiledLists.Section.names)
    families = VariantIndex(table: names.tokens)
  }

  /// Entries that are compared.
  public var personCount: Int { names.personCount }

  func person(_ index: Int) -> ListedPerson {
    let place = facts.place(of: index)
    return lists[place.list].entries[place.entry]
  }

  /// The rarity of a passenger's token: the list's own figure where the list has it.
  func rarity(of token: NameToken) -> Int {
    if let id = names.tokens.id(of: token) { return Int(names.tokens.rarity[Int(id)]) }
    return rarity.ofUnlisted(token)
  }
}

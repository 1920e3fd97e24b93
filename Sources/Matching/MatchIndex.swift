public import Names
import Records
public import Watchlists

/// The lists, prepared for screening; immutable and shared by all workers.
public final class MatchIndex: Sendable {
  public let lists: [Watchlist]
  let names: ListedNames
  let families: VariantIndex
  let birthDates: BirthDateIndex
  let documents: DocumentIndex
  let rarity: Rarity
  /// Neighbours of passengers' tokens, resolved once for all workers.
  let memo = NeighbourMemo()

  /// Folds all names and builds the indexes: about a second per hundred thousand names.
  /// - Parameter frequency: how common names are among travellers.
  public init(lists: [Watchlist], frequency: NameFrequency = .shipped) {
    self.lists = lists
    rarity = Rarity(frequency)
    let names = ListedNames(lists: lists, rarity: rarity)
    self.names = names
    families = VariantIndex(table: names.tokens)
    let person = { (index: Int) -> ListedPerson in
      let place = names.entries[index]
      return lists[place.list].entries[place.entry]
    }
    birthDates = BirthDateIndex(persons: names.personCount) { person($0).birthDates }
    documents = DocumentIndex(persons: names.personCount) { person($0).documents }
  }

  /// Names that are compared, spellings of one name counted apart.
  public var nameCount: Int { names.nameCount }
  /// Entries that are compared.
  public var personCount: Int { names.personCount }
  /// Names without a letter that folds to A–Z: they cannot be met by name.
  public var unmatchableNames: Int { names.unmatchableNames }
  /// Names of which only the first 16 tokens are compared.
  public var shortenedNames: Int { names.shortenedNames }

  func person(_ index: Int) -> ListedPerson {
    let place = names.entries[index]
    return lists[place.list].entries[place.entry]
  }

  func birthDates(ofPerson index: Int) -> [ListedBirthDate] {
    let place = names.entries[index]
    return lists[place.list].entries[place.entry].birthDates
  }

  /// The rarity of a passenger's token: the list's own figure where the list has it.
  func rarity(of token: NameToken) -> Int {
    if let id = names.tokens.id(of: token) { return Int(names.tokens.rarity[Int(id)]) }
    return rarity.ofUnlisted(token)
  }
}

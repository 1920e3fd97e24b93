internal import Matching
public import Names
internal import Records
internal import Synchronization
public import Watchlists

/// How many candidates the entries of lists are to be expected to give, before a night is screened with them.
///
/// The model: ``DrawnTravellers`` are screened by the ``Matcher`` itself, so spellings, misspellings, glued and missing
/// tokens, rarity and thresholds are those of a run by construction, and what is estimated is only who travels.
/// Everybody is compared twice: with the name alone, as in feeds without API data, and with a birth date
/// beside it. A birth date that conflicts leaves little but exact names; one that is compatible, which with a listed
/// year is one in 55, makes candidates of names that are too short or too unlike by themselves.
///
/// Counts of draws vary by chance: about √n for n of them (``PreviewedEntry/drawn``). The same lists and table
/// give the same counts, on any number of threads.
public struct ListPreview: Sendable {
  /// So many travellers the figures are for.
  public static let passengers = 100_000
  /// So many are drawn if nothing else is said.
  public static let standardDraws = 1_000_000
  private static let batchSize = 10_000

  /// What a list gives in all.
  public struct Total: Sendable, Equatable {
    public let list: String
    /// Candidates per ``passengers``, of whom nothing but the name is known.
    public let expected: Double
    /// The same of passengers with a birth date.
    public let expectedDated: Double
  }

  /// Entries that met anybody, those with the most candidates first, without or with birth dates.
  public let entries: [PreviewedEntry]
  /// In the order of the lists.
  public let totals: [Total]
  /// How many travellers were drawn.
  public let draws: Int

  /// - Parameters:
  ///   - lists: as a run would take them, together: a token that many listed persons share counts as common.
  ///   - frequency: how common names are among travellers.
  ///   - draws: how many travellers are drawn, rounded up to whole batches.
  public init(
    _ lists: [Watchlist], frequency: NameFrequency, jobs: Int, draws: Int = standardDraws
  ) {
    let index = MatchIndex(lists: lists, frequency: frequency)
    let drawing = NameDrawing(
      frequency, tokensPerTraveller: DrawnTravellers.tokensPerTraveller)
    let batches = max(1, (draws + Self.batchSize - 1) / Self.batchSize)
    let next = Atomic(0)
    let found = Mutex(PreviewCounts(lists))
    Threads.run(min(jobs, batches)) {
      var matcher = Matcher(index: index, matchesMax: max(1, index.personCount))
      var counts = PreviewCounts(lists)
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if number >= batches { break }
        counts.take(DrawnTravellers(drawing, seed: UInt64(number)), Self.batchSize, &matcher)
      }
      found.withLock { $0.add(counts) }
    }
    let counts = found.withLock { $0 }
    self.draws = batches * Self.batchSize
    let scale = Double(Self.passengers) / Double(self.draws)
    let entries = counts.entries(lists, scale: scale)
    totals = lists.indices.map { list in
      let own = entries.filter { $0.list == lists[list].id }
      return Total(
        list: lists[list].id, expected: own.reduce(0) { $0 + $1.expected },
        expectedDated: own.reduce(0) { $0 + $1.expectedDated })
    }
    // Equal ones stay in the order of the lists.
    self.entries = entries.sorted { ($0.most, $0.expected) > ($1.most, $1.expected) }
  }
}

/// What is to be expected of one entry.
public struct PreviewedEntry: Sendable, Equatable {
  /// The name that most of the candidates resemble best.
  public struct Name: Sendable, Equatable {
    /// Its place in `ListedPerson.names`, from 0.
    public let index: Int
    public let full: String
    /// How many tokens it is compared by.
    public let tokens: Int
    public let quality: String
    /// Candidates by this name, of ``PreviewedEntry/expected``.
    public let expected: Double
  }

  public let list: String
  public let entry: String
  /// Candidates per ``ListPreview/passengers``, of whom nothing but the name is known.
  public let expected: Double
  /// The same of passengers with a birth date.
  public let expectedDated: Double
  /// How many candidates were drawn, of whom only the name is known: what the figure rests on.
  public let drawn: Int
  public let name: Name

  /// With birth dates there are more where a name is too short to be a candidate by itself.
  fileprivate var most: Double { max(expected, expectedDated) }
}

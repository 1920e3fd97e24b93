import Bytes

/// Which of a passenger's names was compared: of a name in another script also which spelling.
struct PassengerName: BitwiseCopyable, Comparable {
  /// 0 = main name, n = n-th other name.
  var number: Int
  var spelling: Int

  static func < (a: PassengerName, b: PassengerName) -> Bool {
    (a.number, a.spelling) < (b.number, b.spelling)
  }
}

/// A passenger's name beside a listed one, with what their alignment gave.
struct NamePair: BitwiseCopyable {
  var passengerName: PassengerName
  /// Number in ``ListedNames``.
  var name: Int
  var score: NameScore

  /// By weight, then quality; ties go to the first names, so that the order of comparing is without effect.
  func isBetter(than other: NamePair) -> Bool {
    if score.weight != other.score.weight { return score.weight > other.score.weight }
    if score.quality != other.score.quality { return score.quality > other.score.quality }
    if passengerName != other.passengerName { return passengerName < other.passengerName }
    return name < other.name
  }
}

/// What a worker remembers while it compares one passenger.
struct PairScratch: ~Copyable {
  /// A person with an acceptable name pair, or with the same document.
  struct Found: BitwiseCopyable {
    var person: Int
    /// The heaviest; nil where there is only the document.
    var best: NamePair?
    var hasDocument = false
    var isExact = false
  }

  private var seenNames = NumberTable()
  private var places = NumberTable()
  private(set) var found = ScratchList<Found>()

  mutating func beginPassenger() {
    places.removeAll()
    found.removeAll()
  }

  mutating func beginName() { seenNames.removeAll() }

  /// True once per name and ``beginName()``.
  mutating func isNew(_ name: Int) -> Bool { seenNames.insert(UInt32(name)) }

  func hasDocument(_ person: Int) -> Bool {
    !found.isEmpty && places[UInt32(person)].map { found[Int($0)].hasDocument } == true
  }

  mutating func keepDocument(of person: Int) { found[place(of: person)].hasDocument = true }

  /// Remembers the pair if it is the person's heaviest so far.
  mutating func keep(_ pair: NamePair, person: Int, isExact: Bool) {
    let place = place(of: person)
    if isExact { found[place].isExact = true }
    if let best = found[place].best, !pair.isBetter(than: best) { return }
    found[place].best = pair
  }

  private mutating func place(of person: Int) -> Int {
    if let place = places[UInt32(person)] { return Int(place) }
    _ = places.insert(UInt32(person), value: UInt32(found.count))
    found.append(Found(person: person))
    return found.count - 1
  }
}

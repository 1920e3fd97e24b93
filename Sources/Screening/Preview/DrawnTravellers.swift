internal import Names
internal import Records

/// Invents travellers for ``ListPreview``; the same seed gives the same ones.
///
/// A traveller has two to four name tokens, each drawn from the table of name frequencies independently of the
/// others; a token that the table lacks is one that nobody on a list has. So MARIA is met as often as the table says,
/// and a surname as often beside any given name: that names of one part of the world go together is not in the
/// table, and real namesakes are more than are drawn. Nobody has a single name, and nobody is misspelt.
struct DrawnTravellers {
  /// Of a hundred travellers, how many have two, three, four tokens.
  private static let tokenCounts = [50, 38, 12]
  /// In hundredths, for ``NameDrawing``.
  static let tokensPerTraveller = tokenCounts.enumerated().reduce(0) { $0 + ($1.0 + 2) * $1.1 }
  /// Stand for tokens that the table lacks; one for each place, since two that are equal would be one name.
  private static let unknown = ["QXJZWQXV", "XQZJVXQW", "ZQXVJWXQ", "JXQWZVQX"].map {
    NameToken($0)
  }
  /// The years over which the weights of birth dates take them to be spread.
  private static let birthYears = 1950...2004

  private let drawing: NameDrawing
  private var generator: SplitMix64

  init(_ drawing: NameDrawing, seed: UInt64) {
    self.drawing = drawing
    generator = SplitMix64(state: seed)
  }

  /// Fills a batch with travellers of whom nothing but the name is known.
  mutating func fill(_ batch: inout PassengerBatch, count: Int) {
    batch.removeAll()
    for _ in 0..<count {
      let tokens = name()
      // Of three, the second is more often a given name (ANNA MARIA) than of the surname (VAN DIJK).
      let surnames = tokens.count == 4 || (tokens.count == 3 && one(of: 4) == 0) ? 2 : 1
      let given = Self.text(tokens.dropFirst(surnames))
      batch.passengers.append(
        Passenger(
          name: PersonName(
            surname: batch.store(Self.text(tokens.prefix(surnames))), given: batch.store(given),
            source: .csv)))
    }
  }

  /// Gives everybody in the batch a birth date, evenly spread.
  mutating func addBirthDates(_ batch: inout PassengerBatch) {
    for person in batch.passengers.indices {
      let year = Self.birthYears.lowerBound + one(of: Self.birthYears.count)
      batch.passengers[person].birthDate = PartialDate(
        year: year, month: 1 + one(of: 12), day: 1 + one(of: 28))
    }
  }

  private mutating func name() -> [NameToken] {
    var number = one(of: 100)
    var count = 2
    for share in Self.tokenCounts {
      if number < share { break }
      number -= share
      count += 1
    }
    return (0..<count).map { drawing.draw(using: &generator) ?? Self.unknown[$0] }
  }

  private mutating func one(of count: Int) -> Int {
    Int(generator.next(upperBound: UInt64(count)))
  }

  private static func text(_ tokens: ArraySlice<NameToken>) -> [UInt8] {
    Array(tokens.map(\.letters).joined(separator: [0x20]))
  }
}

/// Steele, Lea, Flood (2014): small, seeded, good enough to draw by.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

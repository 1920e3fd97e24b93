import BenchmarkSupport

/// An invented person.
struct Person {
  var surname: [String] = []
  var given: [String] = []
  var isFemale = false
  var country = ""
  var year = 0
  var month = 0
  var day = 0
  var hasDate = true
  /// Gender and nationality are known.
  var hasDetails = true

  init(_ pool: NamePool, _ random: inout SeededGenerator) {
    surname = (0..<(random.chance(20) ? 2 : 1)).map { _ in pool.draw(&random) }
    given = (0..<random.number(1...2)).map { _ in pool.draw(&random) }
    isFemale = random.chance(40)
    country = random.pick(Person.countries)
    year = random.number(1945...2005)
    month = random.number(1...12)
    day = random.number(1...28)
  }

  static let countries = ["NLD", "DEU", "FRA", "GBR", "ESP", "TUR", "MAR", "USA", "IND", "SYR"]

  var date: String {
    guard hasDate else { return "" }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// `surname,given`
  var names: String { surname.joined(separator: " ") + "," + given.joined(separator: " ") }
  var details: String { hasDetails ? (isFemale ? "F" : "M") + "," + country : "," }
}

/// A list, passengers, and who of them is who: CSV in the formats of the contract, and as in the corpus.
struct NameSet {
  var list = "entry,surname,given,birth_date,gender,nationality\n"
  var passengers = "reference,surname,given,birth_date,gender,nationality\n"
  /// By reference of the passenger.
  var truth: [Int: (entry: Int, distortion: String)] = [:]

  /// - Parameters:
  ///   - persons: listed persons; each has about three names.
  ///   - travellers: of whom one in 26 is a listed person, distorted.
  init(persons: Int, travellers: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pool = NamePool(tailCount: 500_000)
    var planted: [(entry: Int, person: Person)] = []
    let step = max(1, persons / max(1, travellers / 26))
    for entry in 0..<persons {
      let person = Person(pool, &random)
      if entry % step == 0 { planted.append((entry, person)) }
      list += "\(entry),\(person.names),\(random.chance(88) ? person.date : ""),\(person.details)\n"
      for _ in 0..<random.number(0...4) {
        list += "\(entry),\(person.alias(pool, &random).names),,,\n"
      }
    }
    for reference in 0..<travellers {
      var person = Person(pool, &random)
      person.hasDate = !random.chance(8)
      if reference % 26 == 0, !planted.isEmpty {
        let (entry, listed) = planted[reference / 26 % planted.count]
        let kinds = Distortion.allCases
        let distortion = kinds[reference / 26 % kinds.count]
        person = distortion.apply(to: listed, &random)
        truth[reference] = (entry, distortion.rawValue)
      }
      passengers += "\(reference),\(person.names),\(person.date),\(person.details)\n"
    }
  }

  /// `truth.csv` as in the corpus.
  var truthText: String {
    truth.sorted { $0.key < $1.key }.reduce(into: "reference,entry,class\n") {
      $0 += "\($1.key),\($1.value.entry),\($1.value.distortion)\n"
    }
  }
}

extension Person {
  /// Another name of the same person: misspelt, in another order, without a part, or another name.
  func alias(_ pool: NamePool, _ random: inout SeededGenerator) -> Person {
    var other = self
    switch random.number(0...4) {
    case 0, 1: other.misspell(&random)
    case 2: (other.surname, other.given) = (given, surname)
    case 3: if given.count > 1 { other.given.removeFirst() }
    default: other.surname = [pool.draw(&random)]
    }
    return other
  }
}

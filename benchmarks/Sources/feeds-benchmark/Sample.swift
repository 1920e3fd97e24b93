import BenchmarkSupport

/// One generated feed and what a right reader finds in it.
struct Sample {
  var bytes: [UInt8] = []
  var persons = 0
  /// Sum over all persons of ``Sample/hash(surname:given:birth:)``: no order, nothing left out or doubled.
  var checksum: UInt64 = 0

  mutating func expect(surname: String, given: String, birth: Int) {
    persons += 1
    checksum &+= Sample.hash(surname: Array(surname.utf8), given: Array(given.utf8), birth: birth)
  }

  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  static func hash(
    surname: some Sequence<UInt8>, given: some Sequence<UInt8>, birth: Int
  ) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func take(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in surname { take(byte) }
    take(0x2F)
    for byte in given { take(byte) }
    take(0x2F)
    for shift in [0, 8, 16, 24] { take(UInt8(truncatingIfNeeded: birth >> shift)) }
    return hash
  }
}

/// An invented traveller. Names are made of open syllables, so that none begins
/// or ends in the letters of a title.
struct Traveller {
  var surname = ""
  var first = ""
  var second = ""
  var isFemale = false
  var year = 0
  var month = 0
  var day = 0
  var document = ""
  var country = ""

  static let countries = ["NLD", "DEU", "FRA", "GBR", "ESP", "TUR", "MAR", "USA", "IND", "CHN"]
  static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]
  private static let syllables = [
    "BA", "DO", "KE", "LI", "MU", "NA", "RO", "SE", "TA", "VE", "ZU", "GA", "FI", "JO", "PE", "WA",
    "BRA", "GRO", "KLE", "STI", "TRU", "VLA", "SHO", "CHE",
  ]

  init(_ random: inout SeededGenerator, surname: String? = nil) {
    func word(_ range: ClosedRange<Int>) -> String {
      (0..<random.number(range)).map { _ in random.pick(Traveller.syllables) }.joined()
    }
    self.surname = surname ?? word(3...4)
    first = word(2...3)
    second = random.chance(40) ? word(2...3) : ""
    isFemale = random.chance(50)
    // Few men's names end in a vowel, behind which MR may belong to the name.
    if !isFemale, random.chance(90) { first += "N" }
    year = random.number(1940...2005)
    month = random.number(1...12)
    day = random.number(1...28)
    document = "X" + random.digits(8)
    country = random.pick(Traveller.countries)
  }

  var given: String { second.isEmpty ? first : first + " " + second }
  var birth: Int { year * 10_000 + month * 100 + day }
  var sex: String { isFemale ? "F" : "M" }
  var title: String { isFemale ? "MRS" : "MR" }
  /// `DDMMMYY`.
  var birthText: String { Traveller.text(day, month, year) }

  static func text(_ day: Int, _ month: Int, _ year: Int) -> String {
    two(day) + months[month - 1] + two(year % 100)
  }

  static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// The text of SSR DOCS.
  func docs(_ random: inout SeededGenerator) -> String {
    let expiry = Traveller.text(random.number(1...28), random.number(1...12), 2031)
    let names = second.isEmpty ? "\(surname)/\(first)" : "\(surname)/\(first)/\(second)"
    return "/P/\(country)/\(document)/\(country)/\(birthText)/\(sex)/\(expiry)/\(names)"
  }
}

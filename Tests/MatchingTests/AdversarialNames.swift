import Records
import TestSupport

/// Names made to break an index: one-letter and repeated tokens, spelling variants, tokens beyond 32
/// letters, names beyond 16 tokens, other scripts, glued and parted tokens.
struct AdversarialNames {
  var random: SeededGenerator
  private var pool: [String] = []

  private static let foreign = [
    "Иванов", "Παπαδόπουλος", "გიორგი", "כהן", "محمد", "王小明", "김철수", "Müller", "Ødegård",
    "O'BRIEN", "M\u{200B}O\u{202E}H", "МOHAMMED", "Ｗａｎｇ", "ÄÖÜ",
  ]
  private static let families = [
    ["MOHAMMED", "MUHAMAD", "MOHAMED", "MEHMET"], ["ABDULLAH", "ABDALLA", "ABDOULAYE"],
    ["YUSUF", "YOUSSEF", "JOSEPH"], ["ABDUL", "ABDEL", "ABD"], ["WILLIAM", "BILL"],
  ]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    for _ in 0..<60 { pool.append(freshToken()) }
  }

  mutating func pick<T>(_ values: [T], or other: T) -> T {
    values.randomElement(using: &random) ?? other
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func freshToken() -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: pick(["A", "B", "J", "K", "M"], or: "A")
    case 1: pick(["AL", "EL", "AB", "LI", "VD"], or: "AL")
    case 2, 3: pick(pick(Self.families, or: []), or: "ALI")
    case 4: pick(Self.foreign, or: "ALI")
    case 5: String(repeating: pick(["A", "H", "N"], or: "A"), count: size(1...40))
    case 6: (0..<6).reduce(into: "") { text, _ in text += RandomNames.token(&random) }
    default: RandomNames.token(&random)
    }
  }

  private mutating func size(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func token() -> String { chance(60) ? pick(pool, or: "ALI") : freshToken() }

  /// 1 to 20 tokens; now and then one token many times.
  mutating func name() -> [String] {
    let count = pick([1, 2, 2, 3, 3, 4, 5, 8, 16, 20], or: 3)
    if chance(8) { return Array(repeating: token(), count: count) }
    return (0..<count).map { _ in token() }
  }

  /// The name as a passenger may bear it.
  mutating func distorted(_ name: [String]) -> [String] {
    var tokens = name
    for _ in 0..<size(0...4) where !tokens.isEmpty {
      let place = size(0...tokens.count - 1)
      switch size(0...9) {
      case 0: tokens[place] = RandomNames.misspelt(tokens[place], edits: 1, &random)
      case 1: tokens[place] = RandomNames.misspelt(tokens[place], edits: 3, &random)
      case 2: tokens[place] = String(tokens[place].prefix(size(1...6)))
      case 3 where place + 1 < tokens.count: tokens[place] += tokens.remove(at: place + 1)
      case 4: tokens.shuffle(using: &random)
      case 5: tokens.remove(at: place)
      case 6: tokens.insert(tokens[place], at: place)
      case 7 where tokens[place].count > 2:
        let head = tokens[place].prefix(size(1...tokens[place].count - 1))
        tokens.insert(String(tokens[place].dropFirst(head.count)), at: place + 1)
        tokens[place] = String(head)
      case 8: tokens[place] = String(tokens[place].prefix(1))
      default: tokens.insert(token(), at: place)
      }
    }
    return tokens
  }

  /// The tokens parted into surname and given names anywhere.
  mutating func parted(_ tokens: [String]) -> (surname: String, given: String) {
    let cut = size(0...tokens.count)
    return (
      tokens[..<cut].joined(separator: chance(20) ? "-" : " "),
      tokens[cut...].joined(separator: " ")
    )
  }

  mutating func date() -> String {
    let month = chance(10) ? 1 : size(1...12)
    let day = month == 1 ? 1 : size(1...12)
    return PartialDate(year: 1960 + size(0...6), month: month, day: day)?.description ?? "1960"
  }

  mutating func listed(_ number: Int) -> (person: ListedPerson, names: [[String]]) {
    let names = (0..<size(1...3)).map { _ in name() }
    var dates: [String] = []
    switch size(0...5) {
    case 0: break
    case 1: dates = ["\(1960 + size(0...6))"]
    case 2: dates = ["1961~1964"]
    case 3: dates = [date(), date()]
    default: dates = [date()]
    }
    let person = makeListed(
      "\(number)", names.map { parted($0) }, birthDates: dates,
      documents: number % 9 == 0 ? ["DOC\(10_000 + number)"] : [])
    return (person, names)
  }

  mutating func passenger(like listed: (person: ListedPerson, names: [[String]])) -> TestPassenger {
    let tokens = chance(85) ? distorted(pick(listed.names, or: [])) : name()
    let name = parted(tokens)
    var passenger = TestPassenger(surname: name.surname, given: name.given)
    let known = listed.person.birthDates.first?.interval.from.description
    if chance(60) { passenger.birthDate = chance(50) ? known : date() }
    if chance(8) { passenger.birthDate = passenger.birthDate.map { String($0.prefix(4)) } }
    if chance(4) { passenger.document = "DOC\(10_000 + size(0...200))" }
    if chance(15) { passenger.otherNames = [parted(distorted(tokens))] }
    return passenger
  }
}

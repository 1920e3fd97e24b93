import Bytes
import Foundation
import Names
import Records
import TestSupport
import Testing

@testable import Matching

/// Index and exhaustive scan must agree to the byte; these tests look for a pair that breaks it.
@Suite struct LosslessIndexTests {
  static func name(
    _ random: inout SeededGenerator, pool: [String]
  ) -> (surname: String, given: String) {
    func part(_ most: Int) -> String {
      (0..<Int.random(in: 0...most, using: &random)).map { _ in
        Bool.random(using: &random)
          ? pool.randomElement(using: &random) ?? "A" : RandomNames.token(&random)
      }.joined(separator: " ")
    }
    return (part(3), part(4))
  }

  static func date(_ random: inout SeededGenerator) -> String {
    let year = 1960 + Int.random(in: 0...12, using: &random)
    if Int.random(in: 0..<6, using: &random) == 0 { return "\(year)" }
    let month = Int.random(in: 1...12, using: &random)
    let day = Int.random(in: 1...12, using: &random)
    return PartialDate(year: year, month: month, day: day)?.description ?? "\(year)"
  }

  /// A listed name as a passenger may bear it: misspelt, glued, cut, reordered, with initials.
  static func distorted(
    _ name: (surname: String, given: String), _ random: inout SeededGenerator
  ) -> (surname: String, given: String) {
    var tokens = (name.surname + " " + name.given).split(separator: " ").map(String.init)
    for _ in 0..<Int.random(in: 0...3, using: &random) where !tokens.isEmpty {
      let place = Int.random(in: 0..<tokens.count, using: &random)
      switch Int.random(in: 0..<7, using: &random) {
      case 0: tokens[place] = RandomNames.misspelt(tokens[place], edits: 1, &random)
      case 1: tokens[place] = RandomNames.misspelt(tokens[place], edits: 2, &random)
      case 2: tokens[place] = String(tokens[place].prefix(Int.random(in: 1...4, using: &random)))
      case 3 where place + 1 < tokens.count: tokens[place] += tokens.remove(at: place + 1)
      case 4: tokens.shuffle(using: &random)
      case 5: tokens.remove(at: place)
      default: tokens.insert(RandomNames.token(&random), at: place)
      }
    }
    let cut = tokens.isEmpty ? 0 : Int.random(in: 0...tokens.count, using: &random)
    return (tokens[..<cut].joined(separator: " "), tokens[cut...].joined(separator: " "))
  }

  /// 62,500 pairs each; more of them by `PNRSCREEN_ROUNDS`.
  private static let seeds: [UInt64] = {
    let rounds = ProcessInfo.processInfo.environment["PNRSCREEN_ROUNDS"].flatMap { UInt64($0) }
    return Array(11..<11 + (rounds ?? 6))
  }()

  @Test(arguments: seeds) func agreesWithTheExhaustiveScan(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // A small pool makes common tokens, so that everybody resembles somebody.
    let pool = (0..<40).map { _ in RandomNames.token(&random) } + ["MOHAMMED", "YUSUF", "AL", "J"]
    var entries: [ListedPerson] = []
    for number in 0..<250 {
      let names = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Self.name(&random, pool: pool)
      }
      let dates = (0..<Int.random(in: 0...2, using: &random)).map { _ in Self.date(&random) }
      let documents = number % 9 == 0 ? ["DOC\(10_000 + number)"] : []
      entries.append(makeListed("\(number)", names, birthDates: dates, documents: documents))
    }
    let passengers = (0..<250).map { number in
      let listed = entries.randomElement(using: &random)
      let source = listed?.names.randomElement(using: &random)
      let name =
        number % 5 == 0
        ? Self.name(&random, pool: pool)
        : Self.distorted((source?.surname ?? "", source?.given ?? ""), &random)
      let date =
        number % 3 == 0
        ? nil
        : number % 3 == 1
          ? Self.date(&random)
          : listed?.birthDates.first.map { $0.interval.from.description }
      return TestPassenger(
        surname: name.surname, given: name.given, birthDate: date,
        document: number % 50 == 0 ? "DOC\(10_000 + number % 243)" : nil)
    }
    let indexed = screen(passengers, against: entries)
    let scanned = screen(passengers, against: entries, exhaustive: true)
    #expect(indexed == scanned, "seed \(seed)")
    #expect(indexed.count > 100, "seed \(seed): too few matches to mean anything")
  }

  @Test(arguments: [21, 22, 23]) func neighboursAgreeWithTheScanOfAllTokens(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var listed = Set((0..<400).map { _ in NameToken(RandomNames.token(&random)) })
    listed.formUnion(["MOHAMMED", "MUHAMMAD", "WILLIAM", "A", "B", "LI"].map { NameToken($0) })
    let joined = Set(
      (0..<300).map { _ in
        NameToken(RandomNames.token(&random) + RandomNames.token(&random))
      })
    let sorted = listed.sorted { ($0.count, $0) < ($1.count, $1) }
    var image = ImageWriter()
    TokenTable.write(real: sorted.map { ($0, 1000) }, joined: joined.sorted(), to: &image)
    let table = TokenTable(image.finish(), from: 0)
    var finder = NeighbourFinder(table: table, families: VariantIndex(table: table))
    for _ in 0..<600 {
      let source = table.token(Int.random(in: 0..<table.count, using: &random)).description
      let edits = Int.random(in: 0...3, using: &random)
      var text = RandomNames.misspelt(source, edits: edits, &random)
      if Int.random(in: 0..<4, using: &random) == 0 { text = String(text.prefix(3)) }
      if Int.random(in: 0..<4, using: &random) == 0 { text += RandomNames.token(&random) }
      for isGlued in [false, true] {
        let token = NameToken(text)
        #expect(
          finder.neighbours(of: token, isGlued: isGlued)
            == finder.neighboursByScan(of: token, isGlued: isGlued),
          "seed \(seed): \(text) glued \(isGlued)")
      }
    }
  }

  @Test func aPassengerOfInitialsIsComparedWithEverybody() {
    let entries = (0..<50).map { makeListed("\($0)", [("J", "K L"), ("JANSEN", "KEES LEO")]) }
    let passengers = [TestPassenger(surname: "J", given: "K L")]
    let indexed = screen(passengers, against: entries)
    #expect(indexed == screen(passengers, against: entries, exhaustive: true))
  }

  @Test(arguments: [31, 32]) func birthDateIndexMissesNoCompatibleDate(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let listed = (0..<600).map { number -> [ListedBirthDate] in
      let text: String
      switch number % 5 {
      case 0: text = Self.date(&random)
      case 1: text = "1965~1968"
      case 2: text = "1963-04"
      case 3: text = Self.date(&random).prefix(4) + "-01-01"
      default: text = Self.date(&random) + "?"
      }
      let approximate = text.hasSuffix("?")
      let dates = makeListed("1", [("A", "B")], birthDates: [text.replacing("?", with: "")])
        .birthDates
      let further =
        number % 7 == 0
        ? makeListed("1", [("A", "B")], birthDates: [Self.date(&random)]).birthDates : []
      return dates.map {
        ListedBirthDate(interval: $0.interval, approximate: approximate, raw: text)
      } + further
    }
    var image = ImageWriter()
    BirthDateIndex.write(listed, to: &image)
    let index = BirthDateIndex(image.finish(), from: 0)
    var compatible = 0
    var visits = 0
    for _ in 0..<300 {
      var text = Self.date(&random)
      if Int.random(in: 0..<8, using: &random) == 0 { text = String(text.prefix(4)) + "-01-01" }
      guard let date = PartialDate(text) else { continue }
      var visited = Set<UInt32>()
      index.visit(date) { person in
        visited.insert(person)
        visits += 1
      }
      for person in listed.indices
      where BirthDateEvidence.compare(date, listed[person])?.comparison.isCompatible == true {
        compatible += 1
        #expect(
          visited.contains(UInt32(person)), "seed \(seed): \(text) and \(listed[person][0].raw)")
      }
    }
    #expect(compatible > 1000)
    #expect(visits < 3 * compatible, "seed \(seed): an index that brings everybody is none")
  }
}

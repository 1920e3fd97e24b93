import Bytes
import Foundation
import Records
import Testing

@testable import Feeds

/// Groups that are read where they lie must come out as by the way for all groups.
@Suite struct TypeBPlainGroupsTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// All that a parser says of a text, and how many persons.
  private func told(
    _ text: [UInt8], isPlain: Bool, block: Int = 1 << 20, limits: Limits = .standard
  ) -> (lines: [String], persons: Int) {
    var parser = JoinedFeedParser(
      FeedContext(limits: limits, today: dayOfLists), beginsWith: .lists)
    parser.lists.readsPlainGroups = isPlain
    var persons: [String] = []
    var findings: [String] = []
    var pushes: [String] = []
    var counts = FeedCounts()
    var batch = PassengerBatch()
    var json = JSONWriter()
    func look() {
      for index in batch.passengers.indices {
        json.removeAll()
        PassengerJSON.write(index, of: batch, file: "", to: &json)
        let header = batch.messages[Int(batch.passengers[index].message)]
        persons.append(String(decoding: json.bytes, as: UTF8.self) + "\(header.ordinal)")
      }
      findings += batch.diagnostics.map { "\($0)" }
      // Without its index in the batch, which depends on the block.
      for push in batch.pushes {
        let header = batch.messages[Int(push.message)]
        pushes.append("\(push)".drop { $0 != "," } + "\(header)")
      }
      counts += batch.counts
      batch.removeAll()
    }
    for start in stride(from: 0, to: text.count, by: block) {
      parser.consume(text.span.extracting(start..<min(start + block, text.count)), into: &batch)
      look()
    }
    parser.finish(into: &batch)
    look()
    return (persons + findings + pushes + ["\(counts)"], persons.count)
  }

  private func expectSame(
    _ text: [UInt8], block: Int = 1 << 20, limits: Limits = .standard
  ) -> Bool {
    let plain = told(text, isPlain: true, block: block, limits: limits).lines
    let general = told(text, isPlain: false, limits: limits).lines
    if plain == general { return true }
    let place = zip(plain, general).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(place < plain.count ? plain[place] : "nothing")
      \(place < general.count ? general[place] : "nothing")
      \(String(decoding: text, as: UTF8.self))
      """)
    return false
  }

  private func files(_ folder: String) throws -> [[UInt8]] {
    let root = Self.package.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return paths.sorted().map { root.appending(path: $0) }
      .filter { ["", "txt"].contains($0.pathExtension) }
      .compactMap { try? [UInt8](Data(contentsOf: $0)) }
  }

  private func texts() throws -> [[UInt8]] {
    try files("samples/type-b") + files("Tests/Fuzz/Corpus/TypeB")
      + files("Tests/Fuzz/FailCases/TypeB")
  }

  @Test func keptInputsAreThose() throws {
    var count = 0
    for text in try texts() {
      guard expectSame(text), expectSame(text, block: 100) else { return }
      count += 1
    }
    #expect(count > 50)
  }

  @Test func listsAreThoseAndMostlyPlain() {
    var random = ListText(seed: 11)
    for _ in 0..<40 {
      let text = random.list(groups: 40)
      guard expectSame(text), expectSame(text, block: 333) else { return }
    }
    let text = random.list(groups: 200, isUsual: true)
    var parser = JoinedFeedParser(FeedContext(today: dayOfLists), beginsWith: .lists)
    var batch = PassengerBatch()
    parser.consume(text.span, into: &batch)
    // Plain groups share their flights, since nothing is kept of each alone.
    let shared = Set(batch.passengers.map(\.flights)).count
    #expect(batch.passengers.count == 199 && shared < 150, "\(shared)")
  }

  @Test func linesMayBeOfAnyLength() {
    let group = [
      "1ROE/ANNMRS", ".L/AAA111", ".R/TKNE HK1 0741234567890/1", ".O/ZZ0123Y28LHRJFK1200HK",
      ".R/DOCS HK1/P/NLD/N12345/NLD/01JAN80/F/01JAN31/ROE/ANN", ".RN/EVA",
    ]
    for index in group.indices {
      for length in 0..<group[index].utf8.count {
        var cut = group
        cut[index] = String(group[index].prefix(length))
        let lines = ["PNL", "ZZ1007/28NOV AMS PART1", "-LHR002Y"] + cut + group + ["ENDPNL"]
        guard expectSame(Array(lines.joined(separator: "\r\n").utf8)) else { return }
      }
    }
  }

  @Test func changedTextsAreThose() throws {
    let kept = try texts()
    var random = ListText(seed: 12)
    for round in 0..<6000 {
      var text = round % 4 == 0 ? kept[random.below(kept.count)] : random.list(groups: 5)
      for _ in 0...random.below(4) { random.change(&text) }
      var limits = Limits.standard
      if round % 8 == 0 {
        limits.lineBytes = 24 << random.below(5)
        limits.personsPerBooking = 1 + random.below(3)
      }
      guard expectSame(text, block: 1 + random.below(400), limits: limits) else { return }
    }
  }
}

/// Lists with all sorts of groups, made from a seed.
private struct ListText {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, bound)
  }

  private mutating func pick(_ values: [String]) -> String { values[below(values.count)] }

  private static let surnames = [
    "BRADOKE", "VAN DER KLE", "XU", "X", "LNU", "MRAZ", "ZUVETASHOLI", "EXST", "EXSTEIN", "SIROE",
    "O NEIL", "UNA", "UNROE", "FNA", "GROMULI SIR", "DO-KE", "PESESTIVLATRUGROBRA", "ROE  DOE",
  ]
  private static let givens = [
    "MUKEMRS", "MUKESHONMR", "FICHEMR", "ADAMS", "LISEMISS", "KE MR", "FNU", "VLATRUMS", "A",
    "CBBG", "DRAGANMR", "SAAR MISS CHD", "JOHNDRMR", "NAMR", "ANNAMSTR", "MRANN", "H", "KIM EVA",
    "ALEXANDR", "TRUVLASHEMULINABRADOKEMRS",
  ]
  private static let lines = [
    ".R/VGML HK1", ".R/CTCM HK1 31627158964", ".O/XX0456Y28JFKBOS1815HK",
    ".R/TKNE HK1 1234567890123/1",
    ".O/XX45Y29JFKBOS", ".I/YY0023K27LHRAMS0710HK", ".O2/ZZ0001C01BOSSFO2359HK", ".L/abc123/XX",
    ".M/U20456Y28AMSJFK1815HK", ".W/K/2/30", ".N/BAG", ".R/CHLD HK1 01JAN20", ".R/SEAT HK1 12A",
    ".R/INFT HK1 ROE/BABY 01JAN26", ".R/DOCA HK1/R/NLD/STREET 1",
    ".R/DOCO HK1//V/1234/AMS/01JAN20/USA",
    ".S/12C", ".R/OTHS HK1 A. B", ".R/OTHS FREE .L/ZZZZZZ", ".RN/MORE", ".L/K", ".R/X", "-JFK004Y",
    "CHG", ".R/FOID HK1 PP123456", ".C/GROUP", ".X/ANY", "TEXT GOES ON", "", ".R/1INF ROE/BABY",
    ".R/TKNE HK1 1234567890123456789012345678901234567890123456789012-", "2ROE/ANNMRS/KIMMR",
  ]

  mutating func list(groups: Int, isUsual: Bool = false) -> [UInt8] {
    let end = below(8) == 0 ? "\n" : "\r\n"
    var lines = [
      "QU AMSKMZZ", ".AMSRMZZ 272100", "PNL", "ZZ1007/28NOV AMS PART1", "-JFK\(groups)Y",
    ]
    for _ in 0..<groups { lines += group(isUsual: isUsual) }
    if !isUsual, below(4) > 0 { lines.append("ENDPNL") }
    return Array((lines.joined(separator: end) + (below(6) == 0 ? "" : end)).utf8)
  }

  private mutating func group(isUsual: Bool) -> [String] {
    let isOdd = !isUsual && below(4) == 0
    let surname = isOdd ? pick(ListText.surnames) : pick(["BRADOKE", "ZUVETASHOLI", "MULINA"])
    let given = isOdd ? pick(ListText.givens) : pick(["MUKEMRS", "MUKESHONMR", "FICHEMR", "TRULI"])
    var lines = ["1\(surname)/\(given)\(isOdd && below(8) == 0 ? "-A2" : "")"]
    if below(5) > 0 { lines.append(".L/Q\(10000 + below(80000))/XX") }
    if below(5) > 0 { lines += docs(surname, given, isUsual: isUsual) }
    if !isUsual { for _ in 0..<below(3) { lines.append(pick(ListText.lines)) } }
    if below(2) == 0 { lines.append(".R/TKNE HK1 1234567890123/1") }
    if below(10) == 0 { lines.append(pick([".L/LATER1/YY", ".O/XX0456Y28JFKBOS1815HK"])) }
    return lines
  }

  private mutating func docs(_ surname: String, _ given: String, isUsual: Bool) -> [String] {
    var fields = [
      "P", "NLD", "X\(below(100_000_000))", pick(["NLD", "GBR", "D"]),
      "0\(1 + below(9))NOV9\(below(10))",
      pick(["F", "M"]), "08MAY31", pick([surname, "BRADOKE"]),
      pick(["MUKE", "MUKESHON", given, "FICHEMR", "FICHE"]),
    ]
    if below(3) == 0 { fields.append(pick(["SHON", "TRULI", "EVA MRS", "H"])) }
    if !isUsual, below(4) == 0 {
      fields[below(fields.count)] = pick([
        "", "FI", "U", "32JAN80", "IP", "X 1", "a", "ROE-1DOE/ANN",
      ])
    }
    var text = ".R/DOCS HK1/" + fields.joined(separator: "/")
    if below(4) == 0 { text += "-1\(surname)/\(given)" }
    let width = isUsual || below(6) > 0 ? 64 : 40 + below(40)
    var lines: [String] = []
    while text.utf8.count > width {
      lines.append(String(text.prefix(width)))
      text = ".RN/" + text.dropFirst(width)
    }
    return lines + [text]
  }

  /// Changes a text in one place.
  mutating func change(_ text: inout [UInt8]) {
    guard text.count > 4 else { return }
    let place = below(text.count)
    switch below(7) {
    case 0: text[place] = UInt8(below(256))
    case 1: text[place] = Array(" ./-\r\n1AXRN\t\u{1}".utf8)[below(12)]
    case 2: text.removeSubrange(place..<min(text.count, place + 1 + below(12)))
    case 3: text.insert(Array(" ./-\r\n1AXRN\t".utf8)[below(12)], at: place)
    case 4: text.removeSubrange(place...)
    case 5: text.insert(contentsOf: Array(pick(ListText.lines).utf8), at: place)
    default:
      let from = below(text.count)
      text.insert(contentsOf: text[from..<min(text.count, from + below(80))], at: place)
    }
  }
}

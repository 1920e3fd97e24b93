import Records
import Testing

@testable import Feeds

/// Telegrams cut, broken and surrounded by what does not belong to them.
@Suite struct TypeBDamageTests {
  private static let prl: String = typeB("-LHR001Y\n1VISSER/PIMMR\n.R/SEAT HK1 2A", "PRL")
  private static let two: String = TypeBTests.pnl + "\u{3}\r\nNNNN\r\n" + prl

  @Test(arguments: [1, 2, 3, 7, 64, 511, 4096]) func blocksDoNotMatter(block: Int) {
    for text in [
      Self.two, Self.two.replacing("\r\n", with: "\n"), Self.two.replacing("\r\n", with: "\r"),
    ] {
      let whole = parseList(text)
      #expect(whole.persons.count == 6 && whole.codes == [])
      #expect(parseList(text, block: block) == whole)
    }
    #expect(pushes(Self.two, block: block).map(\.push.foundPersons) == [4, 1])
  }

  @Test func cutAnywhereGivesCompletePersonsAndReportsTheCut() throws {
    let bytes = Array(Self.two.utf8)
    let whole = parseList(Self.two)
    // Where the groups begin, and how many persons stand before each.
    let starts = [
      ("1BAKKER", 0), ("-LHR003Y", 1), ("1JANSEN/CAS MSTR .", 4), ("ENDPNL", 5), ("ENDPRL", 6),
    ]
    .map { (offset(Self.two, $0.0), $0.1) }
    let firstEnd = offset(Self.two, "ENDPNL") + 6
    let secondStart = offset(Self.two, "NNNN") + 6
    for cut in offset(Self.two, "PNL")..<bytes.count {
      let part = parse(Array(bytes[..<cut]), today: dayOfLists)
      let known = part.persons.count
      let complete = starts.last { cut >= $0.0 + 10 }?.1 ?? 0
      #expect(known >= complete, "cut at \(cut): \(known) of \(complete)")
      #expect(
        part.persons.prefix(complete) == whole.persons.prefix(complete), "cut at \(cut)")
      // Behind a line end nobody knows whether another line of the last name would follow.
      let isBehindLine = bytes[cut - 1] < 0x20
      let given = zip(part.persons, whole.persons).dropFirst(complete).map {
        isBehindLine ? $1.contains(value("given", $0) ?? "-") : $0 == $1
      }
      #expect(given.allSatisfy { $0 } && known <= whole.persons.count, "cut at \(cut)")
      let isBetween = cut >= firstEnd && cut <= secondStart || cut >= bytes.count - 2
      #expect(part.codes.contains("TRUNCATED") || isBetween || cut < 45, "cut at \(cut)")
    }
  }

  private func offset(_ text: String, _ part: String) -> Int {
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    return (0..<(bytes.count - wanted.count)).first {
      Array(bytes[$0..<$0 + wanted.count]) == wanted
    } ?? -1
  }

  static let texts: [(before: String, after: String, codes: [String])] = [
    ("", "", []),
    ("\u{FEFF}", "", []),
    ("ZCZC ABC123\r\n\u{1}", "\u{3}\r\nNNNN\r\n\u{C}\r\n", []),
    ("\u{C}\r\n\r\n", "\r\n\r\n\u{3}", []),
    ("Subject: list of the night\r\nHello,\r\n", "", ["SYNTAX"]),
    ("", "-- \r\nThis mail is confidential.\r\n1 John Street / London\r\n", ["SYNTAX"]),
    ("PNL\r\nnothing of the kind\r\n", "", ["SYNTAX"]),
  ]

  @Test(arguments: texts)
  func surroundings(before: String, after: String, codes: [String]) {
    let parsed = parseList(before + Self.prl + after + TypeBTests.pnl)
    #expect(namesOf(parsed).count == 6)
    #expect(parsed.codes == codes)
    #expect(parsed.counts.messages == 2)
  }

  @Test func marksOfTheNetworkWithoutLineEnds() {
    let text = Self.two.replacing("\r\nPNL", with: "\r\n\u{2}PNL").replacing(
      "ENDPNL\r\n\u{3}", with: "ENDPNL\u{3}")
    #expect(parseList(text) == parseList(Self.two))
  }

  @Test func unknownLinesAreReportedOncePerStretch() {
    let text = typeB("-LHR002Y\nWHAT IS THIS\n(AND THIS)\n1BAKKER/TOONMR\n??\n1SMIT/LEAMRS")
    let parsed = parseList(text)
    #expect(namesOf(parsed) == ["BAKKER/TOON", "SMIT/LEA"])
    #expect(parsed.codes == ["SYNTAX", "SYNTAX"])
  }

  @Test func tablesBeforeTheNames() {
    let parsed = parseList(typeB("ANA/AB12\nAVAIL\n AMS LHR\nC012\nY140\n-LHR001Y\n1BAKKER/TOONMR"))
    #expect(parsed.codes == [] && parsed.persons.count == 1)
  }

  @Test func aListWithoutEnd() {
    let open = typeB("-LHR001Y\n1BAKKER/TOONMR\n.L/AAA111", end: "")
    for text in [open + Self.prl, open + "\u{3}\r\nNNNN\r\n" + Self.prl] {
      let parsed = parseList(text)
      #expect(namesOf(parsed) == ["BAKKER/TOON", "VISSER/PIM"])
      #expect(parsed.codes == ["TRUNCATED"])
      #expect(pushes(text).map(\.push.isComplete) == [false, true])
    }
    let file = parseList(open)
    #expect(namesOf(file) == ["BAKKER/TOON"] && file.codes == ["TRUNCATED"])
  }

  @Test func namesBehindAnEarlyEnd() {
    let text = Self.prl + "1BAKKER/TOONMR\r\n.L/AAA111\r\nENDPRL\r\n"
    #expect(namesOf(parseList(text)) == ["VISSER/PIM", "BAKKER/TOON"])
    #expect(parseList(text).codes == ["SYNTAX"])
    #expect(pushes(text).map(\.push.isComplete) == [true, false])
  }

  @Test func anEnvelopeInsideAList() {
    let text = typeB("-LHR002Y\n1BAKKER/TOONMR\nQU AMSKMZZ\n.AMSRMZZ 272101\n1SMIT/LEAMRS")
    #expect(namesOf(parseList(text)) == ["BAKKER/TOON", "SMIT/LEA"])
    #expect(parseList(text).codes == ["SYNTAX"])
  }

  @Test func damagedFlight() {
    for flight in ["", "ZZ10?7/28NOV AMS PART1", "CFG/020C200Y"] {
      let parsed = parseList(typeB("-LHR001Y\n1BAKKER/TOONMR", flight: flight))
      #expect(namesOf(parsed) == ["BAKKER/TOON"])
      #expect(parsed.codes.contains("NO_FLIGHT"))
    }
  }

  @Test func otherListsAreCounted() {
    let text = typeB("-LHR001Y\n1BAKKER/TOONMR", "SOM") + Self.prl
    #expect(namesOf(parseList(text)) == ["VISSER/PIM"])
    #expect(parseList(text).codes == [])
    #expect(parseList(text).counts.messages == 2 && parseList(text).counts.messagesSkipped == 1)
  }

  @Test func aLineOverTheLimitIsContained() {
    var limits = Limits.standard
    limits.lineBytes = 200
    let text = typeB(
      "-LHR002Y\n1BAKKER/TOONMR\n.R/OTHS \(String(repeating: "X", count: 900))\n1SMIT/LEAMRS")
    for block in [1, 7, 150, 1 << 20] {
      let parsed = parseList(text, block: block, limits: limits)
      #expect(namesOf(parsed) == ["BAKKER/TOON", "SMIT/LEA"])
      #expect(parsed.codes == ["TOO_LARGE"])
    }
  }

  @Test func aGroupOverTheLimitIsGivenOutInPieces() {
    var limits = Limits.standard
    limits.personsPerBooking = 3
    let infants = (10..<40).map { ".R/INFT HK1 BAKKER/B\($0)X 01MAR26" }.joined(separator: "\n")
      .replacing("1X", with: "AX").replacing("2X", with: "CX")
    let parsed = parseList(typeB("-LHR001Y\n1BAKKER/TOONMR\n\(infants)"), limits: limits)
    #expect(parsed.persons.count >= 20)
    #expect(parsed.codes.contains("TOO_LARGE"))
  }

  @Test func randomBytesNeverStopTheParser() {
    var seed: UInt64 = 20_261_127
    func random() -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return seed >> 33
    }
    let bytes = Array(Self.two.utf8)
    for _ in 0..<3000 {
      var damaged = bytes
      for _ in 0..<(1 + random() % 6) {
        damaged[Int(random()) % damaged.count] = UInt8(truncatingIfNeeded: random())
      }
      let parsed = parse(damaged, block: 1 + Int(random() % 300), today: dayOfLists)
      #expect(parsed.persons.count < 20, "seed 20261127")
      #expect(parsed == parse(damaged, today: dayOfLists), "seed 20261127")
    }
  }
}

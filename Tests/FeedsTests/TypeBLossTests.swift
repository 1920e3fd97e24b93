import Records
import Testing

@testable import Feeds

/// Names in lines that are broken, counted wrongly, run together or without their number: nobody is lost,
/// and nobody is made of what is no name.
@Suite struct TypeBLossTests {
  /// Reads a text in blocks of several sizes, which must not matter.
  private func read(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Parsed {
    let whole = parseList(text)
    for block in [1, 2, 3, 7, 64] {
      #expect(parseList(text, block: block) == whole, "\(block)", sourceLocation: sourceLocation)
    }
    return whole
  }

  private static let long = "TREMBLECROFTMOUKHTARZADEPELLEGRINOTTIVALSAMISMARGARI"

  static let wrapped: [(lines: String, names: [String])] = [
    (
      "2PAPADOPOULOS/KONSTAN\nTINOSMR/ELENIMRS",
      ["PAPADOPOULOS/KONSTANTINOS", "PAPADOPOULOS/ELENI"]
    ),
    (
      "2\(long)/KONSTANTI\nNOSMR/ELENIMRS .L/AAAAA1", ["\(long)/KONSTANTINOS", "\(long)/ELENI"]
    ),
    ("2\(long)A/KONSTANTI\nNOSMR/ELENIMRS", ["\(long)A/KONSTANTINOS", "\(long)A/ELENI"]),
    ("1PAPADOPOULOS/KONSTAN\nTINOSMR .L/AAAAA1", ["PAPADOPOULOS/KONSTANTINOS"]),
    ("2PAPADOPOULOS/KOSTASMR\n/ELENIMRS", ["PAPADOPOULOS/KOSTAS", "PAPADOPOULOS/ELENI"]),
    ("2PAPADOPOULOS/KOSTASMR/\nELENIMRS", ["PAPADOPOULOS/KOSTAS", "PAPADOPOULOS/ELENI"]),
    ("2PAPADO\nPOULOS/KOSTASMR/ELENIMRS", ["PAPADOPOULOS/KOSTAS", "PAPADOPOULOS/ELENI"]),
    ("2PAPADOPOULOS/KOS\nTAS/ELENI", ["PAPADOPOULOS/KOSTAS", "PAPADOPOULOS/ELENI"]),
    ("2\(long)/KOSMR/ELENIM\nRS", ["\(long)/KOS", "\(long)/ELENI"]),
    (
      "3PAPADOPOULOS/KON\nSTANTINOSMR/ELE\nNIMRS/NIKOSMSTR",
      ["PAPADOPOULOS/KONSTANTINOS", "PAPADOPOULOS/ELENI", "PAPADOPOULOS/NIKOS"]
    ),
  ]

  @Test(arguments: wrapped) func namesBrokenByLineEnds(lines: String, names: [String]) {
    let parsed = read(typeB("-LHR\n\(lines)\n1BAKKER/TOONMR"))
    #expect(namesOf(parsed) == names + ["BAKKER/TOON"])
    #expect(parsed.codes == [])
  }

  /// However a group is broken at the width of a telegram, all of it is read.
  @Test(arguments: [62, 63, 64, 69]) func groupsBrokenAtAWidth(width: Int) {
    for lead in stride(from: 20, to: 62, by: 1) {
      let surname = String(
        "MOUKHTARZADETREMBLECROFTPELLEGRINOTTIMARGARIVALSAMISBRACKWATER".prefix(lead))
      let line = Array("3\(surname)/ZOLTANMR/FENNIMOREMR/SHAHROKHMSTR")
      let broken = stride(from: 0, to: line.count, by: width)
        .map { String(line[$0..<min($0 + width, line.count)]) }.joined(separator: "\n")
      let parsed = parseList(typeB("-LHR003Y\n\(broken)\n.L/AAA111\n1BAKKER/TOONMR"))
      #expect(
        namesOf(parsed)
          == ["ZOLTAN", "FENNIMORE", "SHAHROKH"].map { "\(surname)/\($0)" } + ["BAKKER/TOON"],
        "\(broken)")
    }
  }

  static let counts: [(line: String, names: [String], codes: [String])] = [
    (
      "2SMITH/JOHNMR/JANEMRS/JIMMSTR", ["SMITH/JOHN", "SMITH/JANE", "SMITH/JIM"], ["COUNT_MISMATCH"]
    ),
    ("1SMITH/JOHNMR/JANEMRS", ["SMITH/JOHN", "SMITH/JANE"], ["COUNT_MISMATCH"]),
    ("1SMITH/JOHN/MR/JANE/MRS", ["SMITH/JOHN", "SMITH/JANE"], ["COUNT_MISMATCH"]),
    ("1SMITH/JOHN/PAULMR", ["SMITH/JOHN PAUL"], []),
    ("1SMITH/JOHNMR/EXST", ["SMITH/JOHN"], []),
    ("1BRADOKE/KHAMISS/MUSA", ["BRADOKE/KHA MUSA"], []),
  ]

  @Test(arguments: counts) func numbersThatLie(line: String, names: [String], codes: [String]) {
    let parsed = read(typeB("-LHR\n\(line)\n1BAKKER/TOONMR"))
    #expect(namesOf(parsed) == names + ["BAKKER/TOON"])
    #expect(parsed.codes == codes)
  }

  static let parties: [(line: String, names: [String])] = [
    ("YY0456/28 JFK 1Y 1B 1BAKKER/TOONMR", ["BAKKER/TOON"]),
    ("YY0456/28 JFK 1Y 0B 2BAKKER/TOONMR/LEAMRS", ["BAKKER/TOON", "BAKKER/LEA"]),
    ("YY0456/28 JFK 1Y 0B.1BAKKER/TOONMR", ["BAKKER/TOON"]),
    ("YY0456/28 JFK 1Y 0B .BAKKER/TOONMR", ["BAKKER/TOON"]),
    ("YY0456/28 JFK 1Y 0B .LI/TOONMR", ["LI/TOON"]),
    ("YY0456/28 JFK 1Y 1B BAKKER/TOONMR", ["BAKKER/TOON"]),
    ("YY0456/28 JFK 1C0Y 1B BAKKER/TOONMR", ["BAKKER/TOON"]),
    ("YY0456/28 JFK 1Y 2BAGS BAKKER/TOONMR", ["BAKKER/TOON"]),
    ("YY0456/28 JFK 2Y 2B 1BAKKER/TOONMR 1O'NEIL/LEAMRS", ["BAKKER/TOON", "O'NEIL/LEA"]),
    ("3K0456/28 JFK 1Y 0B.BAKKER/TOONMR", ["BAKKER/TOON"]),
    (
      "YY0456/28 JFK 2Y 3B.MOUKHTARZADETREMBLECROFT/KONSTANTINOSMR/SHAH\nROKHMR",
      ["MOUKHTARZADETREMBLECROFT/KONSTANTINOS", "MOUKHTARZADETREMBLECROFT/SHAHROKH"]
    ),
    ("BAKKER/TOONMR", ["BAKKER/TOON"]),
  ]

  @Test(arguments: parties) func namesOfParties(line: String, names: [String]) {
    let parsed = read(
      typeB("\(line)\nZZ12/29 BOS 1C 0B JANSEN/CASMR", "PTM", flight: "ZZ1007/28NOV AMSLHR PART1"))
    #expect(namesOf(parsed) == names + ["JANSEN/CAS"])
    #expect(parsed.codes == (line.contains("456") ? [] : ["SYNTAX"]))
    guard line.contains("456") else { return }
    for person in parsed.persons.dropLast() { #expect(person.contains(#""number":"456""#)) }
  }

  static let joined: [(lines: String, names: [String])] = [
    ("1VISSER/EVAMRS 1SMIT/PIMMR", ["VISSER/EVA", "SMIT/PIM"]),
    ("1VISSER/EVA 2DE WIT/PIM/JAN", ["VISSER/EVA", "DE WIT/PIM", "DE WIT/JAN"]),
    ("1VISSER/EVAMRS .L/AAAAA1 1SMIT/PIMMR .L/AAAAA2", ["VISSER/EVA", "SMIT/PIM"]),
    ("1VISSER/EVAMRS\n.L/AAAAA1/ZZ 1SMIT/PIMMR\n.L/AAAAA2", ["VISSER/EVA", "SMIT/PIM"]),
    (
      "1VISSER/EVAMRS\n.L/AAAAA1\n.O/ZZ0456Y28LHRBOS1815HK 1SMIT/PIMMR .L/AAAAA2",
      ["VISSER/EVA", "SMIT/PIM"]
    ),
  ]

  @Test(arguments: joined) func severalNamesInALine(lines: String, names: [String]) throws {
    let parsed = read(typeB("-LHR\n\(lines)\n1BAKKER/TOONMR"))
    #expect(namesOf(parsed) == names + ["BAKKER/TOON"])
    #expect(parsed.codes == ["SYNTAX"])
    guard lines.contains("AAAAA2") else { return }
    #expect(
      parsed.persons.map { value("recordLocator", $0) } == ["AAAAA1", "AAAAA2", nil])
  }

  @Test func whatIsNoSecondName() {
    for line in [
      "1VISSER/EVAMRS .L/AAAAA1 .R/OTHS HK1 MOTHER OF 1SMIT/PIMMR", "1VISSER/EVAMRS .L/AAAAA1/1A",
      "1VISSER/EVAMRS .R/1INF VISSER/PIM", "1VISSER/EVAMRS 12A",
    ] {
      #expect(namesOf(read(typeB("-LHR\n\(line)"))).first == "VISSER/EVA")
      #expect(!read(typeB("-LHR\n\(line)")).codes.contains("SYNTAX"))
      #expect(!namesOf(read(typeB("-LHR\n\(line)"))).contains("SMIT/PIM"))
    }
  }

  static let unnumbered: [String] = [
    "SMIT/PIMMR", "SMIT/PIMMR .L/AAAAA2", "SMIT/PIM .L/AAAAA2", "SMIT/PIM\n.L/AAAAA2",
    "1 SMIT/PIMMR",
    "SMIT/PIMMR-A2",
  ]

  @Test(arguments: unnumbered) func namesWithoutTheirNumber(line: String) {
    for before in [
      "", "\n.L/AAAAA1", " .L/AAAAA1", "\n.R/TKNE HK1 9990000000001/1", "\n.R/VGML HK1",
    ] {
      // Without a title only what follows shows that it is a name.
      if !line.contains("MR"), before.contains(".") && line.contains("\n") || before.contains(".R")
      {
        continue
      }
      let parsed = read(typeB("-LHR003Y\n1VISSER/EVAMRS\(before)\n\(line)\n1BAKKER/TOONMR"))
      #expect(namesOf(parsed) == ["VISSER/EVA", "SMIT/PIM", "BAKKER/TOON"], "\(before)")
      #expect(parsed.codes == ["SYNTAX"])
      let locators = parsed.persons.map { value("recordLocator", $0) }
      #expect(locators[1] == (line.contains("AAAAA2") ? "AAAAA2" : nil))
    }
    let docs = ".R/DOCS HK1/P/NLD/NQ12/NLD/01JAN80/F/01JAN31/VISSER/EVA-1VISSER/EVAMRS"
    let parsed = read(typeB("-LHR003Y\n1VISSER/EVAMRS\n\(docs)\nSMIT/PIMMR\n.L/AAAAA2"))
    #expect(namesOf(parsed) == ["VISSER/EVA", "SMIT/PIM"])
  }

  @Test func whatIsNoName() {
    for line in [
      "SEE NEXT/PAGE", "SMIT/PIM", "Smit/Pimmr", "SMIT/PIMMR 2/3", "PAGE 1/SMITMR", "S/PIMMR",
    ] {
      let parsed = read(typeB("-LHR\n1VISSER/EVAMRS\n\(line)\n1BAKKER/TOONMR"))
      #expect(namesOf(parsed) == ["VISSER/EVA", "BAKKER/TOON"], "\(line)")
      #expect(parsed.codes == ["SYNTAX"])
    }
    for remark in [".R/OTHS HK1 TRAVELS WITH", ".R/CTCM HK1", ".R/INFT HK1 01MAR26", ".C/GROUP"] {
      let parsed = read(typeB("-LHR\n1VISSER/EVAMRS\n\(remark)\nSMIT/PIMMSTR\n1BAKKER/TOONMR"))
      #expect(!namesOf(parsed).contains("SMIT/PIM"), "\(remark)")
      #expect(parsed.codes == [])
    }
  }

  @Test func namesBehindACategory() {
    for line in ["NOREC 1Y 1SMIT/PIMMR", "NOREC 1Y 1SMIT/PIMMR .L/AAAAA2", "NOREC 1SMIT/PIMMR"] {
      for before in ["", " .L/AAAAA1"] {
        let parsed = read(
          typeB("-LHR\nGOSHO 1Y\n1VISSER/EVAMRS\(before)\n\(line)\nNOSHO 1Y\n1BAKKER/TOONMR", "PFS")
        )
        #expect(namesOf(parsed) == ["VISSER/EVA", "SMIT/PIM", "BAKKER/TOON"], "\(line)")
        #expect(parsed.persons.map { value("status", $0) } == ["boarded", "boarded", "noShow"])
        #expect(parsed.codes == [])
      }
    }
  }

  /// Where only the end of the list is missing nothing of its last name is.
  @Test func aFileWithoutTheEndOfItsList() {
    let open = typeB("-LHR002Y\n1VISSER/EVAMRS\n.L/AAA111\n1BAKKER/TOONMR\n.L/AAA222", end: "")
    for end in ["\r\n", "\n", "\r", "\r\nENDPN", "\r\nEND", "\r\nENDPART"] {
      let text = open.trimming + end
      #expect(namesOf(read(text)) == ["VISSER/EVA", "BAKKER/TOON"], "\(end)")
      #expect(read(text).codes == ["TRUNCATED"] || end.hasSuffix("PART"))
      #expect(read(text).persons.map { value("recordLocator", $0) } == ["AAA111", "AAA222"])
    }
    for end in ["", "\r\n.R/TKNE HK1 999", "\r\n.", "\r\n1SM"] {
      #expect(namesOf(read(open.trimming + end)) == ["VISSER/EVA"], "\(end)")
      #expect(read(open.trimming + end).codes == ["TRUNCATED"])
    }
  }

  @Test func infantsInBrackets() {
    let parsed = read(
      typeB("-LHR\n2DE WIT/JAN MR(INF/BEN)/EVAMRS(INFSMIT/SAM/01MAR26)\n1VISSER/PIM(CHD)"))
    #expect(
      namesOf(parsed) == ["DE WIT/JAN", "DE WIT/EVA", "DE WIT/BEN*", "SMIT/SAM*", "VISSER/PIM"])
    #expect(parsed.codes == [])
    #expect(namesOf(read(typeB("-LHR\n2DE WIT/JAN(MR/EVAMRS"))).count == 2)
  }
}

extension String {
  /// Without the line ends behind it.
  fileprivate var trimming: String { String(reversed().drop { $0.isNewline }.reversed()) }
}

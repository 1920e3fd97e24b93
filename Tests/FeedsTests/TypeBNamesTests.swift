import Records
import Testing

@testable import Feeds

/// Name lines and the remarks that say more of a traveller.
@Suite struct TypeBNamesTests {
  static let lines: [(line: String, names: [String])] = [
    ("2TESTERB/BRAMMR/BIANCAMRS-A2", ["TESTERB/BRAM", "TESTERB/BIANCA"]),
    ("1SMITH/JOHNMR .L/ABC123 .R/VGML HK1", ["SMITH/JOHN"]),
    ("1SMITH/JOHNMR.L/ABC123", ["SMITH/JOHN"]),
    ("1SMITH/ANNE-MARIEMRS", ["SMITH/ANNE-MARIE"]),
    ("1CHANCHALRANI/MRS", ["CHANCHALRANI/"]),
    ("1CHANCHALRANI", ["CHANCHALRANI/"]),
    ("1SMITH/JOHN/MR", ["SMITH/JOHN"]),
    ("2SMITH/JOHN/MR/JANE/MRS", ["SMITH/JOHN", "SMITH/JANE"]),
    ("1SMITH/JOHN/PAUL", ["SMITH/JOHN PAUL"]),
    ("2SMITH/JOHNMR/EXST", ["SMITH/JOHN"]),
    ("1SMITH/CBBG", []),
    ("1STCR/SMITHMR", []),
    ("1smith/johnmr", ["SMITH/JOHN"]),
    (
      "1ALEXANDERSEN/ALEXANDERCHRISTIAANWILLEMFREDERIKMARIUSJOHANN",
      [
        "ALEXANDERSEN/ALEXANDERCHRISTIAANWILLEMFREDERIKMARIUSJOHANN"
      ]
    ),
  ]

  @Test(arguments: lines) func groupsAreRead(line: String, names: [String]) {
    let parsed = parseList(typeB("-LHR\n\(line)\n1BAKKER/TOONMR"))
    #expect(namesOf(parsed) == names + ["BAKKER/TOON"])
    #expect(parsed.codes == [])
  }

  @Test(arguments: [
    ("1JANSEN/KIMCHD", "MI", ["JANSEN/KIM*"]), ("1JANSEN/KIM", "FI", ["JANSEN/KIM*"]),
    ("2JANSEN/ANNAMRS/KIM", "MI", ["JANSEN/ANNA", "JANSEN/KIM*"]),
    // A father stays the father.
    ("1JANSEN/KIMMR", "MI", ["JANSEN/KIM", "JANSEN/KIM*"]),
    ("1JANSEN/ANNAMRS", "MI", ["JANSEN/ANNA", "JANSEN/KIM*"]),
  ]) func anInfantWithANameOfItsOwnIsOnePerson(line: String, gender: String, names: [String]) {
    let parsed = parseList(
      typeB(
        "-LHR\n\(line)\n.R/DOCS HK1/P/NLD/NX2/NLD/20SEP25/\(gender)/15JUL28/JANSEN/KIM"
          + (line.hasPrefix("2") ? "-1JANSEN/KIM" : "")))
    #expect(namesOf(parsed) == names)
    #expect(parsed.persons.last?.contains(#""birthDate":"2025-09-20""#) ?? false)
    #expect(parsed.codes == [])
  }

  @Test(arguments: [
    ("3SMITH/JOHNMR", true), ("12DE LA CRUZ/MARIAMRS", true), ("2SMITH/JOHN .R/VGML HK1", true),
    ("3SMITH/JOHN .R/EXST HK1", true), ("2SMITH/JOHN\n.R/1INF SMITH/BEN", true),
    // What tells whose the seats are.
    ("2SMITH/JOHN .R/EXST HK1", false), ("2SMITH/JOHNMR/EXST", false), ("2SMITH", false),
    ("2SMITH/JOHN\n.R/VGML HK1\n.R/CBBG HK1", false),
    ("2SMITH/JOHN\n.R/DOCS HK1/P/NLD/NX2/NLD/20SEP85/F/15JUL28/SMITH/EVA", false),
  ]) func travellersWithoutANameAreCounted(line: String, isReported: Bool) {
    let parsed = parseList(typeB("-LHR\n\(line)\n1BAKKER/TOONMR"))
    #expect(parsed.codes == (isReported ? ["COUNT_MISMATCH"] : []))
    #expect(namesOf(parsed).last == "BAKKER/TOON")
  }

  @Test func namesContinued() {
    let parsed = parseList(
      typeB(
        "-LHR001Y\n1TESTER-VERYLONG/GIVENN\n.RN/AMEMR .L/ABC123\n.R/INFT HK1 TESTER/BE\n.RN/N 01MAR26"
      ))
    #expect(namesOf(parsed) == ["TESTER-VERYLONG/GIVENNAME", "TESTER/BEN*"])
    #expect(value("recordLocator", parsed.persons[0]) == "ABC123")
  }

  @Test(arguments: [64, 69]) func hardWraps(width: Int) {
    let remark =
      ".R/DOCS HK1/P/NLD/NQ1/NLD/01JAN80/M/01JAN31/BAKKER/ANTONIUS JOHANNES-1BAKKER/TOONMR"
    let parsed = parseList(typeB("-LHR001Y\n1BAKKER/TOONMR\n\(remark)"))
    #expect(namesOf(parsed) == ["BAKKER/ANTONIUS JOHANNES"])
    // The break may stand anywhere in the text, also before what looks like a name, a date or a total.
    for lead in 0..<60 {
      let filler = String(repeating: "X", count: lead)
      let line = Array(".L/ABC123 .U/\(filler) \(remark)")
      let broken = stride(from: 0, to: line.count, by: width)
        .map { String(line[$0..<min($0 + width, line.count)]) }.joined(separator: "\n")
      let wrapped = parseList(typeB("-LHR001Y\n1BAKKER/TOONMR\n\(broken)\n1SMIT/LEAMRS"))
      #expect(namesOf(wrapped) == ["BAKKER/ANTONIUS JOHANNES", "SMIT/LEA"], "\(broken)")
    }
  }

  @Test func softWraps() {
    let parsed = parseList(
      typeB(
        "-LHR002Y\n1BAKKER/TOONMR\n.R/DOCS HK1/P/NLD/NQ1/NLD/01JAN80/M/01JAN31/BAKKER/ANTON\nWILLEM\n1SMIT/LEAMRS"
      ))
    #expect(namesOf(parsed) == ["BAKKER/ANTON WILLEM", "SMIT/LEA"])
    #expect(parsed.codes == [])
  }

  @Test func cutNameAndDocument() {
    let parsed = parseList(
      typeB("-LHR001Y\n1BAKKER/ANT\n.R/DOCS HK1/P/NLD/NQ1/NLD/01JAN80/M/01JAN31/BAKKER/ANTONIUS"))
    #expect(namesOf(parsed) == ["BAKKER/ANTONIUS"])
    #expect(
      parsed.persons[0].contains(
        #""otherNames":[{"surname":"BAKKER","given":"ANT","source":"PNL"}]"#))
  }

  @Test func documentsGoToTheMemberThatTheyName() {
    let parsed = parseList(
      typeB(
        """
        -LHR003Y
        3BAKKER/JANMR/JANNEKEMRS/JANMSTR
        .R/DOCS HK1/P/NLD/NQ3/NLD/03MAR18/M/01JAN31/BAKKER/JAN-1BAKKER/JANMSTR
        .R/DOCS HK1 /P/NLD/NQ2/NLD/02FEB82/F/01JAN31/BAKKER/JOHANNA-1BAKKER/JANNEKEMRS
        .R/DOCO HK1 /AMS/V/VISA77/AMS/01JAN26/GBR-1BAKKER/JANNEKEMRS
        .R/SEAT HK1 12B-1BAKKER/JANNEKEMRS
        .R/DOCS YY HK1/P/NLD/NQ1/NLD/01JAN80/M/01JAN31/BAKKER/JAN-1BAKKER/JANMR
        .R/FOID HK1 PPNQ9-1BAKKER/JANMR
        .R/FOID HK1 CC4111111111111111-1BAKKER/JANMR
        """))
    #expect(parsed.codes == [])
    #expect(namesOf(parsed) == ["BAKKER/JAN", "BAKKER/JOHANNA", "BAKKER/JAN"])
    #expect(
      parsed.persons.map { value("birthDate", $0) } == ["1980-01-01", "1982-02-02", "2018-03-03"])
    #expect(parsed.persons[0].contains("NQ9") && !parsed.persons[0].contains("4111"))
    #expect(parsed.persons[1].contains(#"{"type":"V","number":"VISA77","issuer":"GBR"}"#))
    #expect(parsed.persons[1].contains(#""seat":"12B""#))
  }

  @Test func otherDocumentRemarks() {
    let parsed = parseList(
      typeB(
        """
        -LHR003Y
        1BAKKER/TOONMR
        .R/PSPT HK1 ZB400522509/TJK/24JUL85/BAKKER/ANTON/M
        1SMIT/LEAMRS
        .R/OTHS HK1/DOCS/P/NLD/NQ5/NLD/05MAY75/F/01JAN31/SMIT/LEA
        .R/2INF SMIT/LOU/BO
        .R/INFT HK1 01MAR26 SMIT/KIM
        1VISSER/PIMMR
        .R/DOCS HK1/P/NLD/NQ6/NLD/01MAR26/FI/01JAN31/VISSER/SAM
        """))
    #expect(parsed.codes == [])
    #expect(
      namesOf(parsed) == [
        "BAKKER/ANTON", "SMIT/LEA", "SMIT/LOU*", "SMIT/BO*", "SMIT/KIM*", "VISSER/PIM",
        "VISSER/SAM*",
      ])
    #expect(parsed.persons[0].contains("ZB400522509") && parsed.persons[0].contains("1985-07-24"))
    #expect(parsed.persons[1].contains("NQ5") && !parsed.persons[5].contains("NQ6"))
  }

  /// A document of somebody whom the group counts and does not name is another person's.
  @Test func documentsOfUnnamedTravellers() {
    let parsed = parseList(
      typeB("-LHR002Y\n2BAKKER/TOONMR\n.R/DOCS HK1/P/NLD/NQ1/NLD/01JAN80/F/01JAN31/BAKKER/ANNA"))
    #expect(namesOf(parsed) == ["BAKKER/TOON", "BAKKER/ANNA"])
  }

  @Test func titlesWhereEverybodyHasOne() {
    let short = parseList(typeB("-LHR002Y\n1BAKKER/TOONMR\n1SMIT/EVAMS"))
    #expect(namesOf(short).last == "SMIT/EVA")
    #expect(short.persons[1].contains(#""given":"EVAMS""#))
    #expect(namesOf(parseList(typeB("-LHR001Y\n1SMIT/EVAMS"))) == ["SMIT/EVAMS"])
  }

  @Test func nativeLetters() throws {
    let text = typeB("-SVO003Y\n1ИВАНОВА/ОЛЬГА\n.L/ABC123\n1ПЕТРОВ/пётр\n1SMIT/LEAMRS")
    let expected = ["ИВАНОВА/ОЛЬГА", "ПЕТРОВ/ПЁТР", "SMIT/LEA"]
    #expect(namesOf(parseList(text)) == expected)
    for table in [CyrillicTables.cp866, CyrillicTables.windows1251] {
      let bytes = try text.unicodeScalars.map { scalar in
        scalar.isASCII
          ? UInt8(scalar.value) : UInt8(0x80 + (try #require(table.firstIndex(of: scalar))))
      }
      let parsed = parse(bytes, today: dayOfLists)
      #expect(namesOf(parsed) == expected)
      #expect(parsed.codes == ["CHARSET"])
    }
    let latin = typeB("-LHR001Y\n1MULLER/J?RGMR").unicodeScalars
      .map { $0 == "?" ? UInt8(0xD6) : UInt8($0.value) }
    #expect(namesOf(parse(latin, today: dayOfLists)) == ["MULLER/JÖRG"])
  }

  @Test(arguments: [
    ("ZZ1007/28NOV AMS PART1", "ZZ", "1007", "", "2026-11-28"),
    ("Y1525/22FEB DME PART1", "Y1", "525", "", "2027-02-22"),
    ("KLM0713A/30JUN AMS", "KLM", "713", "A", "2026-06-30"),
    ("U2 1234/28NOV", "U2", "1234", "", "2026-11-28"),
    ("ZZ/28NOV AMS PART1", "", "", "", ""),
    ("ZZ1007/31NOV AMS PART1", "ZZ", "1007", "", ""),
    ("ZZ7/29FEB AMS PART1", "ZZ", "7", "", "2028-02-29"),
    ("ZZ7/29NOV26 AMS PART1", "ZZ", "7", "", "2026-11-29"),
  ]) func flightLines(line: String, carrier: String, number: String, suffix: String, date: String) {
    let parsed = parseList(typeB("-LHR001Y\n1BAKKER/TOONMR", flight: line))
    #expect(namesOf(parsed) == ["BAKKER/TOON"])
    let person = parsed.persons.first ?? ""
    #expect(value("carrier", person) ?? "" == carrier)
    #expect(value("number", person) ?? "" == number)
    #expect(value("suffix", person) ?? "" == suffix)
    #expect(value("date", person) ?? "" == date)
    #expect(carrier.isEmpty ? parsed.codes.contains("NO_FLIGHT") : true)
    #expect(!carrier.isEmpty && date.isEmpty ? parsed.codes == ["DATE_IMPOSSIBLE"] : true)
  }

  @Test func withoutTheDayOfTheRunThereIsNoDate() {
    let parsed = parse(TypeBTests.pnl)
    #expect(parsed.persons.count == 5)
    #expect(!parsed.persons[0].contains(#""date""#))
  }
}

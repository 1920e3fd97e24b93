import Records
import Testing

@testable import Feeds

/// Terminators, names and tags that are lost or damaged: whoever stands beside them is found, and nobody is
/// invented.
@Suite struct LostSegmentTests {
  private static let blocks = [1, 2, 3, 7, 64, 4096]

  private static func pnr(_ body: String, _ bookings: Int = 1) -> String {
    let head =
      "UNA:+.?*'\nUNB+IATA:1+ZZ+NLPIU+261127:2100+R1++PNRGOV'\nUNH+1+PNRGOV:13:1:IA+K'\n"
      + "MSG+:22'\nORG+ZZ:AMS'\nTVL+281126:0800:281126:0930+AMS+LHR+ZZ+1007'\n"
    let count = 5 + body.split(separator: "\n").count
    return head + "EQN+\(bookings)'\n" + body + "\nUNT+\(count + 1)+1'\nUNZ+1+R1'\n"
  }

  private static func api(_ body: String, persons: Int) -> String {
    "UNB+UNOA:4+ZZ+NLPIU+261127:2100+R1'\nUNH+1+PAXLST:D:12B:UN:IATA'\nBGM+745'\n"
      + "TDT+20+ZZ1007+++ZZ'\nLOC+125+AMS'\nDTM+189:2611280800:201'\nLOC+87+LHR'\n" + body
      + "\nCNT+42:\(persons)'\nUNT+\(8 + body.split(separator: "\n").count)+1'\nUNZ+1+R1'\n"
  }

  private static func push(_ text: String) -> Push? { pushes(text).first?.push }

  @Test(arguments: blocks)
  func aTerminatorLostBeforeANameMergesNobody(block: Int) {
    let body =
      "SRC'\nRCI+ZZ:AAA111'\nTIF+DOE+JANEMRS:A:1\nTIF+ROE+RICHARDMR:A:2'\nFTI+ZZ:1:1::GOLD\n"
      + "TIF+POE+EVAMRS:A:3\nSRC'\nRCI+ZZ:BBB222'\nTIF+LOE+LEEMR:A:1'"
    let parsed = parse(Self.pnr(body, 2), block: block)
    #expect(namesOf(parsed) == ["DOE/JANE", "ROE/RICHARD", "POE/EVA", "LOE/LEE"])
    #expect(
      parsed.persons.map { value("recordLocator", $0) } == ["AAA111", "AAA111", "AAA111", "BBB222"])
    #expect(parsed.codes == ["SYNTAX", "SYNTAX", "SYNTAX"])
  }

  @Test(arguments: blocks)
  func aTerminatorLostBeforeNADMergesNobody(block: Int) {
    let body =
      "NAD+FL+++DOE:JANE'\nATT+2++F'\nDTM+329:600310'\nDOC+P:110:111+X1'\nLOC+91+NLD\n"
      + "NAD+FL+++ROE:RICHARD'\nATT+2++M'\nDTM+329:620312'\nDOC+P:110:111+X2\nNAD+FL+++POE:EVA'"
    let parsed = parse(Self.api(body, persons: 3), block: block)
    #expect(namesOf(parsed) == ["DOE/JANE", "ROE/RICHARD", "POE/EVA"])
    #expect(parsed.persons.map { value("birthDate", $0) } == ["1960-03-10", "1962-03-12", nil])
    #expect(parsed.codes == ["SYNTAX", "SYNTAX"])
  }

  @Test(arguments: blocks)
  func aTerminatorLostBetweenNamesMergesNobody(block: Int) {
    let body = "SRC'\nRCI+ZZ:AAA111'\nTIF+DOE+JANEMRS:A:1TIF+ROE+TIMMR:A:2TIF+POE+EVAMRS:A:3'"
    let parsed = parse(Self.pnr(body), block: block)
    #expect(namesOf(parsed) == ["DOE/JANE", "ROE/TIM", "POE/EVA"])
    #expect(parsed.codes.filter { $0 == "SYNTAX" }.count == 2)
  }

  /// A sender who wraps his lines leaves the end of a name in front, which may look like a tag.
  @Test(arguments: ["TIF", "ORG", "RCI", "NAD", "DOC", "SAC", "FAR", "TRI"])
  func aWrapInANameIsNoSegment(end: String) {
    let body = "SRC'\nRCI+ZZ:AAA111'\nTIF+ABDULLA\n\(end)+AHMEDMR:A:1'\nTIF+ROE+ANNMRS:A:2'"
    #expect(namesOf(parse(Self.pnr(body))) == ["ABDULLA\(end)/AHMED", "ROE/ANN"])
    let text =
      "SRC'\nRCI+ZZ:AAA111'\nTIF+DOE+JANEMRS:A:1'\nSSR+DOCS:HK:1:ZZ:::::/P/NLD/X1/NLD/10MAR60"
      + "/F/01JAN31/DOE/LA\n\(end)+::1'"
    #expect(parse(Self.pnr(text)).persons.count == 1)
  }

  @Test(arguments: blocks)
  func theDataOfALostPersonAreNobodys(block: Int) {
    let body =
      "NAD+FL+++DOE:JANE'\nATT+2++F'\nDOC+P:110:111+X1'\nATT+2++M'\nDTM+329:620312'\n"
      + "DOC+P:110:111+X2'\nRFF+AVF:LOC1'\nNAD+FL+++POE:EVA'\nDTM+329:700101'\nDOC+P:110:111+X3'\n"
      + "DTM+329:710101'\nRFF+AVF:LOC2'"
    let text = Self.api(body, persons: 4)
    let parsed = parse(text, block: block)
    #expect(namesOf(parsed) == ["DOE/JANE", "POE/EVA"])
    #expect(parsed.persons.map { value("birthDate", $0) } == [nil, "1970-01-01"])
    #expect(parsed.persons.allSatisfy { value("recordLocator", $0) == nil })
    #expect(parsed.codes.filter { $0 == "SYNTAX" }.count == 2)
    #expect(Self.push(text)?.isComplete == false)
  }

  /// A correction before the document, a year or an unknown gender contradict nobody.
  @Test(arguments: [
    "DTM+329:1960:602'\nDTM+329:600310'", "DTM+329:600310'\nDTM+329:600311'",
    "ATT+2++X'\nATT+2++M'",
  ])
  func aCorrectionIsNoOtherPerson(lines: String) {
    let body = "NAD+FL+++DOE:JANE'\n\(lines)\nDOC+P:110:111+X1'\nRFF+AVF:LOC1'"
    let parsed = parse(Self.api(body, persons: 1))
    #expect(parsed.codes == [] && parsed.persons.count == 1)
    #expect(value("recordLocator", parsed.persons[0]) == "LOC1")
  }

  @Test(arguments: [
    "IFT+4:28+X", "TKT+999:T:1", "SSD+12A++++Y", "FOP+CC:700", "TRI+++:::1", "ABI+4+X", "LTS+TEXT",
  ])
  func whatFollowsATIFWithoutTerminatorIsNobody(segment: String) {
    let body = "SRC'\nRCI+ZZ:AAA111'\nTIF+DOE+JANEMRS:A:1\n\(segment)'\nTIF+ROE+ANNMRS:A:2'"
    #expect(namesOf(parse(Self.pnr(body))).filter { $0 != "ROE/ANN" } == ["DOE/JANE"])
  }

  @Test(arguments: ["IFT+4:28+CALL", "LTS+0/O/CALL", "SSR+OTHS:HK:1:ZZ:::::CALL"])
  func aNameInFreeTextIsNobody(start: String) {
    let body = "SRC'\nRCI+ZZ:AAA111'\nTIF+DOE+JANEMRS:A:1'\n\(start)\nTIF+SMITH+JOHN BELOW'"
    #expect(namesOf(parse(Self.pnr(body))) == ["DOE/JANE"])
  }

  /// Time grows with the length alone: this is 2 MB.
  @Test(arguments: ["\n", "\r\n", "\n ", "\r"])
  func runsOfLineEndsAreReadOnce(lines: String) {
    let run = String(repeating: lines, count: 60_000)
    let body = "SRC'\nRCI+ZZ:AAA111'\nTIF+DOE+JANE\(run)MRS:A:1'\nTIF+ROE+ANNMRS:A:2'"
    #expect(namesOf(parse(Self.pnr(body))).contains("ROE/ANN"))
  }

  @Test(arguments: ["NA\n D+FL+++ROE:RICHARD'", "NAD +FL+++ROE:RICHARD'", "NAD+PAX+++ROE:RICHARD'"])
  func aDamagedNADIsRead(nad: String) {
    let parsed = parse(Self.api("NAD+FL+++DOE:JANE'\nATT+2++F'\n\(nad)\nATT+2++M'", persons: 2))
    #expect(namesOf(parsed) == ["DOE/JANE", "ROE/RICHARD"])
  }

  @Test(arguments: ["NAD+MS+++DOE:JANE'", "NAD+ZZZ+++DOE:JANE'", "NAD+XX+++SIRENA TRAVEL'"])
  func partiesAreNoPassengers(nad: String) {
    #expect(parse(Self.api("\(nad)\nNAD+FL+++ROE:ANN'", persons: 1)).persons.count == 1)
  }

  @Test(arguments: ["ABI", "SAC", "ORG"])
  func anApostropheBeforeATagIsOfTheName(rest: String) {
    for block in Self.blocks {
      for start in ["D", "O", "DE"] {
        let body = "SRC'\nRCI+ZZ:AAA111'\nTIF+\(start)'\(rest)+LIAMRS:A:1'\nTIF+ROE+TIMMR:A:2'"
        let parsed = parse(Self.pnr(body), block: block)
        #expect(namesOf(parsed) == ["\(start)'\(rest)/LIA", "ROE/TIM"])
        #expect(parsed.codes == ["SYNTAX"])
      }
    }
  }

  @Test func aNameBehindABIWithoutSACIsAPerson() {
    let body =
      "SRC'\nRCI+ZZ:AAA111'\nTIF+DOE+JANEMRS:A:1'\nABI+4+X'\nTIF+ROE+TIMMR:A:2'\n"
      + "SSR+DOCS:HK:1:ZZ:::::/P/NLD/X2/NLD/10MAR60/M/01JAN31/ROE/TIM'"
    let parsed = parse(Self.pnr(body))
    #expect(namesOf(parsed) == ["DOE/JANE", "ROE/TIM"])
    #expect(value("birthDate", parsed.persons[1]) == "1960-03-10")
    let past = body.replacing("ABI+4+X'", with: "ABI+4+X'\nSAC'")
    #expect(namesOf(parse(Self.pnr(past))) == ["DOE/JANE"])
  }

  @Test func aGroupWithGivenNameAndReferenceIsAPerson() {
    let body = "SRC'\nRCI+ZZ:AAA111'\nTIF+ROE+TIMMR:G:1'\nTIF+TOURS BV:G+:G'"
    #expect(namesOf(parse(Self.pnr(body))) == ["ROE/TIM"])
  }

  /// More segments than announced may be one that a stray apostrophe made two.
  @Test(arguments: ["UNT'", "UNT+7+1'", "UNT+11+1'"])
  func aPushWhoseCountIsWrongIsIncomplete(unt: String) {
    let body = "SRC'\nRCI+ZZ:AAA111'\nTIF+DOE+JANEMRS:A:1'"
    let text = Self.pnr(body)
    #expect(Self.push(text)?.isComplete == true)
    #expect(Self.push(text.replacing("UNT+9+1'", with: unt))?.isComplete == false)
  }

  @Test(arguments: blocks)
  func messagesWithoutInterchangeAreRead(block: Int) {
    let text = String(
      Self.pnr("SRC'\nRCI+ZZ:AAA111'\nTIF+DOE+JANEMRS:A:1'").drop { $0 != "\n" }.dropFirst()
        .drop { $0 != "\n" }.dropFirst())
    #expect(text.hasPrefix("UNH"))
    for body in [text, "Dear all,\n" + text, text + text] {
      let parsed = parse(body, block: block)
      #expect(Set(namesOf(parsed)) == ["DOE/JANE"] && parsed.codes.contains("SYNTAX"))
      #expect(parsed.counts.messagesParsed == parsed.persons.count)
    }
  }

  @Test(arguments: blocks)
  func aTypographicApostropheEndsSegments(block: Int) {
    let text = Self.pnr("SRC'\nRCI+ZZ:AAA111'\nTIF+DOE+JANEMRS:A:1'\nTIF+O'NEAL+ANNMRS:A:2'")
      .replacing("'", with: "\u{2019}")
    for body in [text, String(text.dropFirst(10)), text.replacing("\n", with: "")] {
      let parsed = parse(body, block: block)
      #expect(namesOf(parsed) == ["DOE/JANE", "O'NEAL/ANN"])
      #expect(parsed.persons.allSatisfy { value("recordLocator", $0) == "AAA111" })
      #expect(parsed.persons.allSatisfy { value("number", $0) == "1007" })
    }
  }

  @Test(arguments: ["20621203", "18621203", "2062"])
  func implausibleBirthDatesAreReported(date: String) {
    let parsed = parse(Self.api("NAD+FL+++DOE:JANE'\nDTM+329:\(date)'", persons: 1))
    #expect(parsed.codes == ["DATE_IMPOSSIBLE"])
    #expect(parsed.persons.count == 1 && value("birthDate", parsed.persons[0]) == nil)
  }

  @Test func aYearAloneIsABirthDate() {
    let parsed = parse(Self.api("NAD+FL+++DOE:JANE'\nDTM+329:1962:602'", persons: 1))
    #expect(parsed.codes == [] && value("birthDate", parsed.persons[0]) == "1962")
  }

  @Test func answersMayHaveTagsOfTheirOwn() {
    let text =
      "UNB+UNOA:4+GOV+ZZ+261127:1200+9'UNH+1+CONTRL:4:1:UN'UCI+1+ZZ+GOV+7'UCM+1+PNRGOV:14:1:IA+7'"
      + "UNT+4+1'UNZ+1+9'"
    #expect(parse(text).codes == [] && parse(text).counts.messagesSkipped == 1)
  }

  @Test(arguments: [[0x88, 0x82, 0x80, 0x8D, 0x8E, 0x82], [0xC8, 0xC2, 0xC0, 0xCD, 0xCE, 0xC2]])
  func cyrillicIsToldBesideLatinFields(name: [UInt8]) {
    for declared in ["SIRE", "UNOA", "IATA"] {
      let body =
        "SRC'\nRCI+ZZ:AAA111'\nTIF+DOE+JANEMRS:A:1'\n"
        + "SSR+DOCS:HK:1:ZZ:::::/P/RUS/X1/RUS/10MAR60/F/01JAN31/#/#'"
      let text = Self.pnr(body).replacing("IATA:1", with: "\(declared):1")
      let bytes = text.utf8.flatMap { $0 == 0x23 ? name : [$0] }
      let parsed = parse(bytes)
      #expect(parsed.persons.contains { $0.contains("ИВАНОВ") }, "\(declared)")
    }
  }
}

import Records
import Testing

@testable import Feeds

@Suite struct TypeBTests {
  static let pnl = typeB(
    """
    CFG/020C200Y
    RBD C/CJD Y/YBM
    -LHR001C
    1BAKKER/TOONMR
    .L/AAA111/ZZ
    .R/DOCS HK1/P/NLD/NQ1/NLD/01JAN80/M/01JAN31/BAKKER/ANTON
    .RN/IUS-1BAKKER/TOONMR
    -LHR003Y
    2DE WIT/JANMR/EVAMRS-A2
    .L/BBB222/ZZ
    .L/XTRNAL/1A
    .O/ZZ0456Y28LHRBOS1815HK
    .M/YY4567Y28AMSLHR0800HK
    .R/INFT HK1 DE WIT/BEN 01MAR26-1DE WIT/EVAMRS
    .R/VGML HK1-1DE WIT/JANMR
    1JANSEN/CAS MSTR .L/CCC333 .R/CHLD HK1 10FEB17-1JANSEN/CAS MSTR
    """)

  @Test func wholeList() {
    let parsed = parseList(Self.pnl)
    #expect(parsed.codes == [])
    #expect(
      namesOf(parsed) == [
        "BAKKER/ANTONIUS", "DE WIT/JAN", "DE WIT/EVA", "DE WIT/BEN*", "JANSEN/CAS",
      ])
    let flight =
      #""flights":[{"carrier":"ZZ","number":"1007","date":"2026-11-28","from":"AMS","to":"LHR"}"#
    #expect(
      parsed.persons[0]
        == #"{"kind":"passenger","surname":"BAKKER","given":"ANTONIUS","nameSource":"DOCS","#
        + #""otherNames":[{"surname":"BAKKER","given":"TOON","source":"PNL"}],"birthDate":"1980-01-01","#
        + #""gender":"M","nationality":"NLD","#
        + #""documents":[{"type":"P","number":"NQ1","issuer":"NLD","expires":"2031-01-01"}],"#
        + flight + #"],"recordLocator":"AAA111","status":"booked""#)
    #expect(parsed.persons[3].contains(#""birthDate":"2026-03-01""#))
    #expect(
      parsed.persons[1].contains(
        flight + #",{"carrier":"ZZ","number":"456","date":"2026-11-28","from":"LHR","to":"BOS","#
          + #""departure":"2026-11-28T18:15"}],"#))
    #expect(parsed.persons[1].contains(#""recordLocator":"BBB222""#))
    #expect(parsed.persons[4].contains(#""birthDate":"2017-02-10""#))
    #expect(value("recordLocator", parsed.persons[4]) == "CCC333")
    #expect(parsed.counts.messages == 1 && parsed.counts.messagesParsed == 1)
    #expect(parsed.counts.persons == 5)
  }

  @Test(arguments: ["1BAKKER/TOONMR", "1BAKKER/TOON/PIETMR"])
  func theNumberOfAnotherCarrierIsNoFlight(line: String) {
    let parsed = parseList(
      typeB("-LHR002Y\n\(line)\n.L/AAA111\n.M/YY4567Y28AMSLHR0800HK\n1SMIT/LEAMRS\n.L/AAA112"))
    #expect(parsed.persons.count == 2 && parsed.codes == [])
    #expect(!parsed.persons.joined().contains("4567"))
  }

  @Test func pushSaysWhatTheListSays() throws {
    let found = try #require(pushes(Self.pnl).first)
    #expect(found.push.announcedPersons == 4 && found.push.foundPersons == 4)
    #expect(found.push.isComplete && found.push.offset == 29)
    #expect(found.push.leg?.number == ShortCode("1007"))
    var header = MessageHeader(type: "PNL")
    header.ordinal = 1
    header.part = 1
    header.sender = "AMSRMZZ"
    header.minute = MessageHeader.minute(of: try #require(dayOfLists), 21 * 60)
    #expect(found.header == header)
  }

  @Test func partsFollowEachOther() {
    let first = typeB("-LHR003Y\n1BAKKER/TOONMR", end: "ENDPART1")
    let second = typeB(
      "-LHR003Y\n1JANSEN/CASMR\n1SMIT/LEAMRS", flight: "ZZ1007/28NOV AMS PART2")
    #expect(parseList(first + second).codes == [])
    #expect(namesOf(parseList(first + second)).count == 3)
    let found = pushes(first + second)
    #expect(found.map(\.header.part) == [1, 2])
    #expect(found.map(\.header.isLastPart) == [false, true])
    #expect(found.map(\.header.ordinal) == [1, 2])
    #expect(found.map(\.push.announcedPersons) == [3, -1])
    #expect(found.map(\.push.foundPersons) == [1, 2])
    // A part alone says nothing of the whole.
    #expect(parseList(second).codes == [])
    #expect(
      parseList(first + second.replacing("1SMIT/LEAMRS", with: "NIL")).codes == ["COUNT_MISMATCH"])
  }

  @Test func totalsAreCompared() {
    #expect(parseList(typeB("-LHR001Y\n1BAKKER/TOONMR")).codes == [])
    #expect(parseList(typeB("-LHR002Y-PAD001\n1BAKKER/TOONMR")).codes == [])
    #expect(parseList(typeB("-LHR001Y-PAD001\n2BAKKER/TOONMR/LEAMRS")).codes == [])
    #expect(parseList(typeB("-LHR000C\nNIL\n-LHR001Y\n1BAKKER/TOONMR")).codes == [])
    let wrong = parseList(typeB("-LHR005Y\n1BAKKER/TOONMR"))
    #expect(wrong.codes == ["COUNT_MISMATCH"] && wrong.persons.count == 1)
  }

  @Test func changesOfADL() {
    let text = typeB(
      """
      -LHR009Y
      DEL
      1BAKKER/TOONMR
      ADD
      1JANSEN/CASMR
      CHG
      1SMIT/LEAMRS
      1VOS/EVA/ANNA
      -LHR000C
      1VISSER/PIMMR
      """, "ADL")
    let parsed = parseList(text)
    #expect(parsed.codes == [])
    #expect(
      parsed.persons.map { value("status", $0) }
        == ["cancelled", "booked", "booked", "booked", "booked"])
    #expect(parsed.persons.allSatisfy { value("nameSource", $0) == "ADL" })
    #expect(pushes(typeB("-LHR009Y\n", "ADL")).map(\.header.function) == [.update])
    // Only what stands under CHG is said anew, one traveller to a line or not, and in no other list.
    for (kind, changes) in [("ADL", [false, false, true, true, false]), ("PNL", [])] {
      for block in [1, 1 << 20] {
        var found: [Bool] = []
        let bytes = Array(text.replacing("ADL", with: kind).utf8)
        eachBatch(of: bytes, block: block, today: dayOfLists) {
          found += $0.passengers.map(\.isChange)
        }
        #expect(kind == "ADL" ? found == changes : !found.contains(true))
      }
    }
  }

  @Test(arguments: [
    ("NOSHO", "noShow"), ("GOSHO", "boarded"), ("GOSHN", "boarded"), ("NOREC", "boarded"),
    ("OFFLK", "booked"), ("OFFLN", "booked"), ("OFFLD", "booked"), ("CFMWL", "boarded"),
    ("XYZZY", nil),
  ]) func categoriesOfPFS(category: String, status: String?) {
    for line in [category + " 1Y", category] where status != nil || line.count > 5 {
      let parsed = parseList(
        typeB("LHR 01/000/002\n-LHR\n\(line)\n1BAKKER/TOONMR\n.L/AAA111", "PFS"))
      #expect(parsed.codes == [])
      #expect(parsed.persons.map { value("status", $0) } == [status])
    }
  }

  @Test func countsOfPFS() {
    let glued = parseList(
      typeB("-LHR\nGOSHO 1Y\n1SMIT/LEAMRS\nNOSHO1Y\n1BAKKER/TOONMR", "PFS"))
    #expect(glued.codes == [])
    #expect(glued.persons.map { value("status", $0) } == ["boarded", "noShow"])
    #expect(parseList(typeB("-LHR\nNOSHO 2Y\n1BAKKER/TOONMR", "PFS")).codes == ["COUNT_MISMATCH"])
  }

  @Test func boardedOfPRL() {
    let parsed = parseList(
      typeB(
        """
        -LHR002Y
        1BAKKER/LEAMRS
        .W/K/2/31
        .R/SEAT HK1 23C
        .R/CHKD HK1 0003 I-1BAKKER/BEN
        .R/CHKD HK1 0002-1BAKKER/LEAMRS
        1SMIT/EVAMRS
        .R/1INF SMIT/LOU
        .R/CHKD HK1 0005 I-1SMIT/EVAMRS
        """, "PRL"))
    #expect(parsed.codes == [])
    #expect(namesOf(parsed) == ["BAKKER/LEA", "BAKKER/BEN*", "SMIT/EVA", "SMIT/LOU*"])
    #expect(parsed.persons.allSatisfy { value("status", $0) == "boarded" })
    #expect(parsed.persons.map { value("seat", $0) } == ["23C", nil, nil, nil])
  }

  @Test func transfersAndServices() {
    let ptm = parseList(
      typeB(
        "ZZ0456/28 BOS 2Y 3B.BAKKER/TOONMR/LEAMRS\nYY12/29 JFK 1C 0B JANSEN/CASMR", "PTM",
        flight: "ZZ1007/28NOV AMSLHR PART1"))
    #expect(ptm.codes == [])
    #expect(namesOf(ptm) == ["BAKKER/TOON", "BAKKER/LEA", "JANSEN/CAS"])
    #expect(
      ptm.persons[2].contains(
        #","from":"AMS","to":"LHR"},{"carrier":"YY","number":"12","date":"2026-11-29","from":"LHR","to":"JFK"}"#
      ))
    let psm = parseList(
      typeB("-LHR 2PAX/2SSR\n1BAKKER/TOONMR 12C\nWCHR HK1\n1JANSEN/CASMR 14A BLND", "PSM"))
    #expect(psm.codes == [])
    #expect(namesOf(psm) == ["BAKKER/TOON", "JANSEN/CAS"])
    #expect(psm.persons.map { value("seat", $0) } == ["12C", "14A"])
    #expect(!psm.persons.joined().contains("WCHR"))
  }

  @Test(arguments: ["ASL", "FTL", "PIL"]) func listsOfSomeTravellers(kind: String) {
    let parsed = parseList(
      typeB(
        """
        -LHR020Y
        1BAKKER/TOONMR
        .L/AAA111
        .R/FQTV ZZ 123
        1JANSEN/CASMR .R/SEAT HK1 14A
        """, kind))
    #expect(parsed.codes == [])
    #expect(namesOf(parsed) == ["BAKKER/TOON", "JANSEN/CAS"])
    #expect(parsed.persons.map { value("nameSource", $0) } == [kind, kind])
    #expect(value("seat", parsed.persons.last ?? "") == "14A")
  }

  @Test func anElectronicTicketList() {
    let parsed = parseList(
      typeB("ATD/0815\n-LHR001Y\n1BAKKER/TOONMR\n.S/12A\n.R/TKNE HK1 9990000000001/1", "ETL"))
    #expect(parsed.codes == [] && value("seat", parsed.persons[0]) == "12A")
  }

  /// In a short list, a surname may look like an interchange whose messages are still to come.
  @Test func surnamesThatLookLikeInterchanges() {
    let list = typeB("-LHR002Y\n1DUNB/JOHNMR\n1LUNA/MARIAMRS")
    #expect(namesOf(parseList(list)) == ["DUNB/JOHN", "LUNA/MARIA"])
  }

  @Test func envelopesOfEDIFACTStay() {
    let text = "QU AMSKMZZ\r\n.AMSRMZZ 272100\r\n" + PNRGOVTests.family
    #expect(parse(text).persons == parse(PNRGOVTests.family).persons)
  }
}

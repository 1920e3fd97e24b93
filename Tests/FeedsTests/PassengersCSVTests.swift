import Records
import Testing

@testable import Feeds

@Suite struct PassengersCSVTests {
  static let table = """
    reference,surname,given,birth_date,gender,nationality,document_type,document_number,\
    document_issuer,carrier,flight_number,date,from,to,record_locator
    r1,El Amrani,MohamedMR,1986-03-01,M,NL,P,NX1,NLD,ZZ,1007,2026-11-28,AMS,LHR,abc123
    r2,"O'Neil, Jr",,1986,,,,,,,,,,,
    """

  @Test func rowsWithAndWithoutFlight() {
    let parsed = parse(PassengersCSVTests.table + "\n")
    #expect(parsed.codes == [])
    #expect(
      parsed.persons == [
        #"""
        {"kind":"passenger","surname":"EL AMRANI","given":"MOHAMED","nameSource":"CSV","birthDat\#
        e":"1986-03-01","gender":"M","nationality":"NLD","documents":[{"type":"P","number":"NX1"\#
        ,"issuer":"NLD"}],"flights":[{"carrier":"ZZ","number":"1007","date":"2026-11-28","from":\#
        "AMS","to":"LHR"}],"recordLocator":"ABC123","passengerReference":"r1"
        """#,
        #"""
        {"kind":"passenger","surname":"O'NEIL, JR","nameSource":"CSV","birthDate":"1986","passen\#
        gerReference":"r2"
        """#,
      ])
  }

  @Test(arguments: [1, 2, 3, 7]) func blocksDoNotMatter(block: Int) {
    #expect(parse(PassengersCSVTests.table, block: block) == parse(PassengersCSVTests.table))
  }

  @Test func cutAnywhereGivesCompleteRows() {
    let bytes = Array((PassengersCSVTests.table + "\n").utf8)
    let whole = parse(bytes)
    for cut in 20..<bytes.count {
      let part = parse(Array(bytes[..<cut]))
      #expect(part.persons.count <= whole.persons.count)
      let rows = bytes[..<cut].filter { $0 == 0x0A }.count - 1
      #expect(Array(part.persons.prefix(max(0, rows))) == Array(whole.persons.prefix(max(0, rows))))
    }
  }

  static let broken: [(rows: String, surnames: [String], codes: [String])] = [
    ("\"VAN DER\nBERG\",PIET,1986-03-01\nKOK,ANNA,1987-03-01\n", ["VAN DER BERG", "KOK"], []),
    (
      "\"VAN DER\r\nBERG\",\"PIET\r\nKAREL\",1986\r\nKOK,ANNA,1987\r\n", ["VAN DER BERG", "KOK"], []
    ),
    ("\"VAN DER\nBERG\",PIET,1986-03-01", ["VAN DER BERG"], []),
    // A quote that is lost ends with its line.
    (
      "\"VOS,PIET,1986\nKOK,ANNA,1987\nSMIT,LEA\",1988\n", ["VOS", "KOK", "SMIT"], ["SYNTAX"]
    ),
    ("\"VOS,PIET\nKOK,ANNA,1987\nSMIT,LEA\",1988\n", ["VOS", "KOK", "SMIT"], ["SYNTAX"]),
    ("\"VOS\nKOK,\"ANNA\",1987\nSMIT,LEA,1988\n", ["VOS", "KOK", "SMIT"], ["SYNTAX"]),
    (
      "\"VOS\n\"VAN DER\nBERG\",PIET,1986\nKOK,ANNA,1987\n", ["VOS", "VAN DER BERG", "KOK"],
      ["SYNTAX"]
    ),
    ("KOK,ANNA,1987\n\"VOS\n", ["KOK", "VOS"], ["SYNTAX"]),
  ]

  @Test(arguments: broken) func aQuotedFieldMayHoldALineEnd(
    rows: String, surnames: [String], codes: [String]
  ) {
    for block in [1, 2, 3, 1 << 20] {
      let parsed = parse("surname,given,birth_date\n" + rows, block: block)
      #expect(parsed.persons.map { value("surname", $0) } == surnames)
      #expect(parsed.codes == codes)
    }
  }

  @Test func aLostQuoteCostsNoRowBehindIt() {
    for rest in ["KOK,ANNA\n", "\"KOK\n", "KOK,\"\"\"\"\n", "KOK,\"\"\"A\n"] {
      let rows = String(repeating: rest, count: 20_000)
      for end in ["", "SMIT,LEA,1987\n"] {
        let parsed = parse("surname,given,birth_date\n\"VOS\n" + rows + end)
        #expect(parsed.persons.count == 20_001 + (end.isEmpty ? 0 : 1))
      }
    }
  }

  @Test func badFieldsCostTheFieldOnly() {
    let parsed = parse("given,surname,birth_date\nJan,de Wit,31-01-1980\nPiet\nAn,Vos,1980-02-30\n")
    #expect(parsed.persons.count == 3)
    // The only name of a row is a surname, in whichever column it stands.
    #expect(parsed.persons[1].contains("\"surname\":\"PIET\""))
    #expect(parsed.codes == ["DATE_IMPOSSIBLE", "SYNTAX", "DATE_IMPOSSIBLE"])
  }

  @Test(arguments: ["\n", "\r\n  \r\n", "\n\n"]) func blankLinesMayStandBeforeTheHeader(
    lines: String
  ) {
    let parsed = parse(lines + "given,surname\nJan,de Wit\n")
    #expect(parsed.persons.count == 1 && parsed.codes == [])
  }

  @Test func tableWithoutSurnameIsNoFeed() {
    #expect(FeedSniffer.makeParser(for: Array("a,b\n1,2\n".utf8)) == nil)
  }
}

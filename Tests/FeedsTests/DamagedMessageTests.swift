import Records
import Testing

@testable import Feeds

/// Damage that must not cost a person.
@Suite struct DamagedMessageTests {
  private static let first = "SRC'RCI+ZZ:AAA111'TIF+SMITH+JOHN:A:1'"
  private static let second = "SRC'RCI+ZZ:BBB222'TIF+DOE+JANE:A:1'"

  private func surnames(_ parsed: Parsed) -> [String] {
    parsed.persons.map { line in
      let from = line.split(separator: "\"surname\":\"", maxSplits: 1).last ?? ""
      return String(from.prefix { $0 != "\"" })
    }
  }

  private func cutEverywhere(_ text: String, expected: [String]) {
    for block in [1, 2, 3, 7, 1 << 20] {
      #expect(surnames(parse(text, block: block)) == expected)
    }
  }

  @Test func bookingsBehindAnEarlyUNT() {
    let text = pnrgov(Self.first + "UNT+5+1'" + Self.second)
    cutEverywhere(text, expected: ["SMITH", "DOE"])
    #expect(parse(text).codes.contains("SYNTAX"))
  }

  @Test func aMessageWithoutUNH() {
    let whole = pnrgov(Self.first)
    guard let head = whole.firstRange(of: "UNH+1+PNRGOV:13:1:IA+K'") else {
      Issue.record("the message has no UNH")
      return
    }
    let text = whole.replacing(whole[head], with: "")
    cutEverywhere(text, expected: ["SMITH"])
  }

  @Test func theNextMessageWithoutUNHHasItsOwnFlight() {
    let next = "UNT+5+1'MSG+:22'TVL+291126:0800:291126:0930+AMS+LHR+ZZ+2009'" + Self.second
    let persons = parse(pnrgov(Self.first + next)).persons
    #expect(persons.count == 2)
    #expect(persons.last?.contains(#""number":"2009""#) == true)
  }

  @Test func personsBehindAnEarlyUNTOfPAXLST() {
    let text = paxlst("NAD+FL+++SMITH:JOHN'UNT+9+1'NAD+FL+++DOE:JANE'DTM+329:800101'")
    cutEverywhere(text, expected: ["SMITH", "DOE"])
  }

  @Test func aNameOverTheLimitIsCutAndNotLost() {
    var limits = Limits()
    limits.segmentBytes = 128
    let name = String(repeating: "J", count: 300)
    for block in [1, 50, 1 << 20] {
      let parsed = parse(
        pnrgov("SRC'TIF+SMITH+\(name):A:1'" + Self.second), block: block, limits: limits)
      #expect(surnames(parsed) == ["SMITH", "DOE"])
      #expect(parsed.codes.contains("TOO_LARGE"))
    }
  }

  @Test(arguments: [("SMITH+D'ANN:A:1", "D'ANN"), ("SMITH+JO'ANN:A:1", "JO'ANN")])
  func anApostropheBeforeThreeLetters(name: String, given: String) {
    let parsed = parse(pnrgov("SRC'TIF+\(name)'"))
    #expect(parsed.persons.first?.contains("\"given\":\"\(given)\"") == true)
    #expect(parsed.persons.first?.contains(#""passengerReference":"1""#) == true)
  }

  @Test func anApostropheInAPAXLSTSurname() {
    #expect(surnames(parse(paxlst("NAD+FL+++O'LEE:JOHN'"))) == ["O'LEE"])
  }

  @Test func tagsInLowerCaseWithoutUNA() {
    let text = pnrgov(Self.first).replacing("UNA:+.?*'", with: "").replacing("UNH", with: "unh")
    #expect(surnames(parse(text)) == ["SMITH"])
  }

  /// Every UNB was once read on to the reach of the search: hours for 100 MB.
  @Test(.timeLimit(.minutes(1))) func aFileOfUNBTakesNoTime() {
    let flood = String(repeating: "UNB+IATA:1+ZZ+NLPIU+261127:2100+R1'", count: 60_000)
    #expect(surnames(parse(flood + pnrgov(Self.first))) == ["SMITH"])
  }

  @Test func utf8UnderADeclarationOfLatin1() {
    let text = pnrgov("SRC'TIF+MÜLLER+JÖRG:A:1'").replacing("IATA:1", with: "UNOC:3")
    #expect(surnames(parse(text)) == ["MÜLLER"])
    #expect(parse(text).codes == ["CHARSET"])
  }

  @Test func aLostQuoteDoesNotSwallowRows() {
    let parsed = parse(
      "surname,given,birth_date\nSMITH,\"JOHN,1980-01-01\nDOE,JANE,1990-01-01\nPOE,\"ED\",1992-01-01\n"
    )
    #expect(surnames(parsed) == ["SMITH", "DOE", "POE"])
    #expect(parsed.codes == ["SYNTAX"])
    #expect(parsed.persons.first?.contains(#""birthDate":"1980-01-01""#) == true)
  }

  @Test(arguments: [
    "RCI+ZZ:AAA111", "RCI+ZZ:AAA111::200513:0149", "RCI+ZZ:AAA111:O", "RCI+1S:EVFTIF+ZZ:AAA111",
  ]) func aLostTerminatorBeforeTheFirstName(locator: String) {
    let text = pnrgov("SRC'\(locator)'TIF+SMITH+JOHN:A:1'TIF+DOE+JANE:A:2'")
    let expected = parse(text)
    let damaged = text.replacing("'TIF+SMITH", with: "TIF+SMITH")
    for block in [1, 7, 1 << 20] {
      let parsed = parse(damaged, block: block)
      #expect(parsed.persons == expected.persons)
      #expect(parsed.codes == ["SYNTAX", "COUNT_MISMATCH"])
    }
  }

  @Test func aLocatorThatEndsInTIF() {
    let parsed = parse(pnrgov("SRC'RCI+1S:EVFTIF+ZZ:AAA111'TIF+SMITH+JOHN:A:1'"))
    #expect(surnames(parsed) == ["SMITH"] && parsed.codes == [])
    #expect(parsed.persons.first?.contains(#""recordLocator":"EVFTIF""#) == true)
  }

  @Test(arguments: ["", "\r\n"]) func bookingsBehindAStrayUNZ(gap: String) {
    let text = pnrgov(Self.first + "UNT+9+1'UNZ+1+R1'\(gap)" + Self.second)
    cutEverywhere(text, expected: ["SMITH", "DOE"])
    #expect(parse(text).codes.contains("SYNTAX"))
    let open = pnrgov(Self.first + "UNZ+1+R1'\(gap)" + Self.second)
    cutEverywhere(open, expected: ["SMITH", "DOE"])
    #expect(parse(open).codes.contains("TRUNCATED"))
  }

  @Test func aMessageBehindAStrayUNZ() {
    let next =
      "UNT+8+1'UNZ+1+R1'UNH+2+PNRGOV:13:1:IA+K'MSG+:22'TVL+291126:0800+AMS+LHR+ZZ+2009'"
    let text = pnrgov(Self.first + next + Self.second)
    cutEverywhere(text, expected: ["SMITH", "DOE"])
    #expect(parse(text).persons.last?.contains(#""number":"2009""#) == true)
    #expect(parse(text).codes.contains("SYNTAX") && parse(text).counts.messages == 2)
  }
}

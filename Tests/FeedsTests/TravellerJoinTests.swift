import Records
import Testing

@testable import Feeds

/// Who is who in a booking: nobody may be lost in another one, and nobody printed twice.
@Suite struct TravellerJoinTests {
  private static let flight = "TVL+281126:0800+AMS+LHR+ZZ+1007'"

  private func docs(_ text: String, _ reference: String = "") -> String {
    "SSR+DOCS:HK:1:ZZ:::::\(text)\(reference.isEmpty ? "" : "+::\(reference)")'"
  }

  private func people(_ segments: String) -> [String] { bookingPeople(segments) }

  @Test func fatherAndSonOfOneNameKeepTheirOwnDocuments() {
    let documents =
      docs("/P/NLD/A1/NLD/01JAN60/M/01JAN33/SMITH/JOHN")
      + docs("/P/NLD/A2/NLD/01JAN90/M/01JAN33/SMITH/JOHN")
    let found = people(documents + "TIF+SMITH+JOHNMR'TIF+SMITH+JOHNMR'" + Self.flight + documents)
    #expect(
      found == ["SMITH/JOHN 1960-01-01 A1 passenger", "SMITH/JOHN 1990-01-01 A2 passenger"])
  }

  @Test func theNearestNameGetsTheDocuments() {
    let found = people(
      "TIF+LI+LINMISS'TIF+LI+LINAMRS'" + Self.flight
        + docs("/P/NLD/A1/NLD/15SEP50/F/01JAN33/LI/LINA/MARIA")
        + docs("/P/NLD/A2/NLD/07JUL21/F/01JAN33/LI/LIN"))
    #expect(found == ["LI/LIN 2021-07-07 A2 passenger", "LI/LINA MARIA 1950-09-15 A1 passenger"])
  }

  @Test func documentsOfAFamilyInTheLastGroup() {
    let found = people(
      "TIF+LI+MARIAMRS'TIF+LI+MARIEMISS'" + docs("/P/NLD/A1/NLD/15SEP50/F/01JAN33/LI/MARIA")
        + docs("/P/NLD/A2/NLD/07JUL21/F/01JAN33/LI/MARIE"))
    #expect(found == ["LI/MARIA 1950-09-15 A1 passenger", "LI/MARIE 2021-07-07 A2 passenger"])
  }

  @Test func documentsOfAnotherReferenceAreAnotherPerson() {
    let found = people(
      "TIF+SMITH+JOHN:A:1'" + docs("/P/NLD/A1/NLD/01JAN80/F/01JAN33/DOE/JANE", "2") + Self.flight)
    #expect(found == ["SMITH/JOHN - passenger", "DOE/JANE 1980-01-01 A1 passenger"])
  }

  @Test(arguments: ["TIF+TBA:I+TBA:A:2'", "TIF+ACME TEAM PARTY:G'"])
  func whatFollowsANamelessGroupIsNotTheLastTravellers(opening: String) {
    let found = people(
      "TIF+SMITH+JOHN:A:1'" + opening + docs("/P/NLD/A1/NLD/01JAN80/F/01JAN33/DOE/JANE"))
    #expect(found == ["SMITH/JOHN - passenger", "DOE/JANE 1980-01-01 A1 passenger"])
  }

  @Test(arguments: [
    ("TIF+TBA+YUSUFMR:A:1'", "TBA/YUSUF"), ("TIF+SMITH:G+JOHN:A:1'", "SMITH/JOHN"),
    ("TIF+SMITH++JOHN:A:1'", "SMITH/JOHN"),
  ]) func whoHasAGivenNameIsAPerson(segment: String, name: String) {
    #expect(people(segment) == ["\(name) - passenger"])
  }

  @Test func twinsOfOneBirthDateAreTwo() {
    let found = people(
      "TIF+SMITH+ANNMRS:A:1:1'TIF+SMITH+JOHNMR:A:2:1'" + Self.flight
        + "SSR+INFT:HK:1:ZZ:::::SMITH/TOM 01JAN26+::1'SSR+INFT:HK:1:ZZ:::::SMITH/PIA 01JAN26+::2'")
    #expect(
      Array(found.dropFirst(2)) == ["SMITH/TOM 2026-01-01 infant", "SMITH/PIA 2026-01-01 infant"])
  }

  @Test func aFatherWhoseChildHasHisNameStays() {
    let found = people(
      "TIF+SMITH+JOHNMR::1'TIF+SMITH+ANNMRS::2'"
        + docs("/P/NLD/A2/NLD/01JAN26/MI/01JAN33/SMITH/JOHN", "2") + Self.flight)
    #expect(
      found == [
        "SMITH/JOHN - passenger", "SMITH/ANN - passenger", "SMITH/JOHN 2026-01-01 A2 infant",
      ])
  }

  @Test func anInfantIsNotTheChildOfASimilarName() {
    let found = people(
      "TIF+GARCIA+SARAH MRS::1.1:1'TIF+GARCIA+EMMA:C:1.2'" + Self.flight
        + docs("/P/NLD/A2/NLD/23FEB26/FI/01JAN33/GARCIA/SARA", "1.1"))
    #expect(
      found == [
        "GARCIA/SARAH - passenger", "GARCIA/EMMA - passenger",
        "GARCIA/SARA 2026-02-23 A2 infant",
      ])
  }

  @Test func documentsOfAnInfantWithoutTheLetterI() {
    let found = people(
      "TIF+BELT+ISABELLE MRS:A:2:1'" + docs("/P/NLD/A1/NLD/20SEP25/F/01JAN33/BELT/SOPHY", "2")
        + docs("/P/NLD/A2/NLD/01JUL78/F/01JAN33/BELT/ISABELLE", "2") + Self.flight
        + "SSR+INFT:HK:1:ZZ:::::BELT/SOPHY 20SEP25+::2'")
    #expect(
      found == ["BELT/ISABELLE 1978-07-01 A2 passenger", "BELT/SOPHY 2025-09-20 A1 infant"])
  }

  @Test func everyNameUnderOneCheckInCounts() {
    let found = people(
      "TIF+SMITH+JOHN:A:1'" + Self.flight + "TRI++1:::1'TIF+SMITH+JOHN'TIF+HASSAN+YUSUF'")
    #expect(found == ["SMITH/JOHN - passenger", "HASSAN/YUSUF - passenger"])
  }

  @Test func aLostSRCDoesNotMergeTwoBookings() {
    let found = people(
      "TIF+SMITH+JOHN:A:1'" + Self.flight + "RCI+ZZ:BBB222'TIF+DOE+JANE:A:1'" + Self.flight)
    #expect(found == ["SMITH/JOHN - passenger", "DOE/JANE - passenger"])
  }

  @Test func aPersonWithoutANameIsReported() {
    #expect(parse(pnrgov("SRC'TIF+:I+:A:1'" + Self.flight)).codes == ["SYNTAX"])
  }

  /// More travellers than the index begins with: each DOCS still finds its own.
  @Test(arguments: ["", "ref"]) func largeGroups(mode: String) {
    func letters(_ number: Int) -> String {
      let digits = [number / 676, number / 26 % 26, number % 26]
      return String(digits.map { Character(UnicodeScalar(65 + UInt8($0))) })
    }
    var text = ""
    for number in 0..<600 {
      text += "TIF+KOWALSKI+\(letters(number))OWA:A:\(mode.isEmpty ? "" : "0\(number + 1)")'"
    }
    for number in (0..<600).reversed() {
      text += docs(
        "/P/NLD/N\(number)/NLD/01JAN80/M/01JAN33/KOWALSKI/\(letters(number))OWA",
        mode.isEmpty ? "" : "\(number + 1)")
    }
    let found = people(text)
    #expect(found.count == 600)
    for (number, person) in found.enumerated() {
      #expect(person == "KOWALSKI/\(letters(number))OWA 1980-01-01 N\(number) passenger")
    }
  }

  /// Thousands of names that fit nobody took the square of their number.
  @Test(.timeLimit(.minutes(1))) func checkInsOfStrangersAreBounded() {
    var text = "TIF+SMITHSONIAN+JOHN:A:1'" + Self.flight
    for number in 0..<20_000 {
      text += "TRI++1:::9\(number)'TIF+SMITHSONIAN+JOX\(number)QZ\(number)'"
    }
    #expect(people(text).count >= 20_000)
  }

  @Test func twoOfOneNameAndOneReferenceKeepTheirOwnDocuments() {
    func docs(_ number: String, _ born: String) -> String {
      "SSR+DOCS:HK:1:ZZ:::::/P/NLD/\(number)/NLD/\(born)/M/01JAN31/VOORBEELD/JAAP+::1'"
    }
    let parsed = parse(
      pnrgov(
        "SRC'RCI+ZZ:AAA111'TIF+VOORBEELD+JAAPMR:A:1'" + docs("X1", "12JUN90")
          + "TIF+VOORBEELD+JAAPMR:A:1'" + docs("X2", "11JAN71")))
    #expect(parsed.persons.count == 2)
    #expect(parsed.persons.first { $0.contains("X1") }?.contains("1990-06-12") == true)
    #expect(parsed.persons.first { $0.contains("X2") }?.contains("1971-01-11") == true)
  }
}

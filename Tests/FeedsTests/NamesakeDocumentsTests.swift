import Records
import Testing

@testable import Feeds

/// DOCS of two persons of one name: each keeps his own birth date and document.
@Suite struct NamesakeDocumentsTests {
  private static let flight = "TVL+281126:0800+AMS+LHR+ZZ+1007'"

  private func docs(_ text: String, _ reference: String = "") -> String {
    "SSR+DOCS:HK:1:ZZ:::::/P/NLD/\(text)/14SEP33/JANSEN/KIM\(reference.isEmpty ? "" : "+::\(reference)")'"
  }

  private func people(_ segments: String, _ location: SourceLocation = #_sourceLocation)
    -> [String]
  {
    let found = bookingPeople(segments + Self.flight)
    #expect(bookingPeople(segments + Self.flight, block: 1) == found, sourceLocation: location)
    return found
  }

  @Test(arguments: ["", "1"]) func aMotherAndHerBabyOfOneNameAreTwo(reference: String) {
    let baby = docs("X1/NLD/05JUL25/F", reference)
    let mother = docs("X2/NLD/12JUL86/F", reference)
    for texts in [baby + mother, mother + baby] {
      #expect(
        people("TIF+JANSEN:I+KIMMRS:A:1:1'" + texts)
          == ["JANSEN/KIM 1986-07-12 X2 passenger", "JANSEN/KIM 2025-07-05 X1 infant"])
    }
  }

  @Test func fatherAndSonWithBothDocumentsInTheLastGroup() {
    let father = docs("X2/NLD/01MAR62/M")
    let son = docs("X3/NLD/01MAR15/M")
    for texts in [father + son, son + father] {
      #expect(
        people("TIF+JANSEN+KIMMR:A:1'TIF+JANSEN+KIM:C:2'" + texts)
          == ["JANSEN/KIM 1962-03-01 X2 passenger", "JANSEN/KIM 2015-03-01 X3 passenger"])
    }
    #expect(
      people("TIF+JANSEN+KIMMR:A:1'" + father + "TIF+JANSEN+KIM:C:2'" + son)
        == ["JANSEN/KIM 1962-03-01 X2 passenger", "JANSEN/KIM 2015-03-01 X3 passenger"])
    // Of two adults the place says who is who.
    let elder = docs("X4/NLD/01MAR40/M")
    #expect(
      people("TIF+JANSEN+KIMMR:A:1'" + elder + "TIF+JANSEN+KIMMR:A:2'" + father)
        == ["JANSEN/KIM 1940-03-01 X4 passenger", "JANSEN/KIM 1962-03-01 X2 passenger"])
  }

  @Test(arguments: ["1", "2"]) func aReferenceDealtOutTwice(reference: String) {
    let texts = docs("X2/NLD/01MAR62/M", reference) + docs("X3/NLD/01MAR15/M", reference)
    let found = people("TIF+JANSEN+KIMMR:A:1'TIF+JANSEN+KIM:C:2'" + texts)
    #expect(
      found.sorted() == [
        "JANSEN/KIM 1962-03-01 X2 passenger", "JANSEN/KIM 2015-03-01 X3 passenger",
      ])
    #expect(
      people(
        "TIF+JANSEN+KIMMR:A:1'" + docs("X2/NLD/01MAR62/M", "1") + docs("X3/NLD/01MAR15/M", "1")
      ).count == 2)
  }

  @Test(arguments: ["", "1"]) func aBabyOfTheMothersNameWithINFT(reference: String) {
    let inft = "SSR+INFT:HK:1:ZZ:::::JANSEN/KIM 05JUL25+::1'"
    let texts = docs("X1/NLD/05JUL25/F", reference) + docs("X2/NLD/12JUL86/F", reference)
    #expect(
      people("TIF+JANSEN:I+KIMMRS:A:1:1'" + texts + inft)
        == ["JANSEN/KIM 1986-07-12 X2 passenger", "JANSEN/KIM 2025-07-05 X1 infant"])
  }

  @Test func whatIsSaidInTheGroupOfEachIsSaidOfEach() {
    let same = docs("X2/NLD/01MAR62/M")
    #expect(
      people("TIF+JANSEN+KIM:A:1'" + same + "TIF+JANSEN+KIM:A:2'" + same)
        == Array(repeating: "JANSEN/KIM 1962-03-01 X2 passenger", count: 2))
  }

  @Test func anotherDocumentOfThePersonMakesNoOther() {
    let one = docs("X2/NLD/01MAR62/M", "1")
    for other in [docs("X3/NLD/01MAR62/M", "1"), docs("X2/NLD/02MAR62/M", "1")] {
      #expect(people("TIF+JANSEN+KIMMR:A:1'" + one + other).count == 1)
    }
  }

  @Test(arguments: ["", "2"]) func theTitleOfTheFatherIsNotTheSons(reference: String) {
    let found = people(
      "TIF+JANSEN+KIMMR:A:1'TIF+JANSEN+KIMMSTR:C:2'" + docs("X1/NLD/05JUL25/M", reference))
    #expect(found == ["JANSEN/KIM - passenger", "JANSEN/KIM 2025-07-05 X1 passenger"])
  }

  @Test func whoIsTypedAdultStaysBesideTheInfantOfHisName() {
    let baby = docs("X1/NLD/05JUL25/MI", "2")
    #expect(people("TIF+JANSEN+ANNMRS:A:1'TIF+JANSEN+KIM:A:2'" + baby).count == 3)
    #expect(people("TIF+JANSEN+KIM:A:2'" + baby).count == 2)
    #expect(people("TIF+JANSEN+ANNMRS:A:1'TIF+JANSEN+KIMMR:A:2'" + baby).count == 3)
  }
}

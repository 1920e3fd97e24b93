import Records
import Testing

@testable import Feeds

/// DOCS in remarks (SSR OTHS): whoever is named nowhere else is not lost, and no stranger becomes a traveller.
@Suite struct RemarkNamesTests {
  private static let flight = "TVL+281126:0800+AMS+LHR+ZZ+1007'"
  private static let stranger = "a remark names somebody who is no traveller of the booking"

  private func docs(_ text: String, _ reference: String = "") -> String {
    "SSR+DOCS:HK:1:ZZ:::::/P/NLD/\(text)\(reference.isEmpty ? "" : "+::\(reference)")'"
  }

  private func remark(_ text: String, _ reference: String = "", before: String = "") -> String {
    "SSR+OTHS:HK:1:ZZ:::::\(before)DOCS/P/NLD/\(text)"
      + "\(reference.isEmpty ? "" : "+::\(reference)")'"
  }

  private let greet = "A1/NLD/01MAR60/F/14SEP33/SMIT/GREET"
  private let piet = "A2/NLD/01MAR62/M/14SEP33/JANSEN/PIET"
  private let greetIsThere = "SMIT/GREET 1960-03-01 A1 passenger"
  private let pietIsThere = "JANSEN/PIET 1962-03-01 A2 passenger"

  private func people(_ segments: String, _ location: SourceLocation = #_sourceLocation)
    -> [String]
  {
    let found = bookingPeople(segments + Self.flight, withOtherNames: true)
    #expect(
      bookingPeople(segments + Self.flight, block: 1, withOtherNames: true) == found,
      sourceLocation: location)
    return found
  }

  /// Texts of the findings, and how many bookings are in doubt.
  private func doubts(_ segments: String) -> (texts: [String], bookings: Int) {
    var texts: [String] = []
    var bookings = 0
    eachBatch(of: Array(pnrgov("SRC'RCI+ZZ:AAA111'" + segments + Self.flight).utf8), block: 1 << 20)
    {
      texts += $0.diagnostics.map(\.text)
      bookings += $0.bookingNames.count { $0.isInDoubt }
    }
    return (texts, bookings)
  }

  @Test func whereNobodyElseIsNamedAllRemarksAreOfPersons() {
    #expect(people(remark(greet) + remark(piet)) == [greetIsThere, pietIsThere])
    #expect(people(remark(piet) + remark(greet)) == [pietIsThere, greetIsThere])
    #expect(people(docs(greet) + remark(piet)) == [greetIsThere, pietIsThere])
    #expect(people(remark(piet) + docs(greet)).sorted() == [pietIsThere, greetIsThere])
    #expect(
      people("SSR+INFT:HK:1:ZZ:::::SMIT/TOM 01MAR26'" + remark(greet))
        == ["SMIT/TOM 2026-03-01 infant", greetIsThere])
  }

  @Test(arguments: [
    "TIF+:I+:A:1'", "TIF+LNU:I+FNUMR:A:1'", "TIF+UNKNOWN:I+UNKNOWN:A:1'",
    "TIF+?*?*?*?*:I+?*?*:A:1'",
  ]) func aRemarkOfSomebodyWithoutANameIsHis(tif: String) {
    for text in [remark(piet), remark(piet, "1"), remark(piet, before: "PAX ")] {
      let found = people(tif + text)
      #expect(found.count == 1 && found[0].hasPrefix(pietIsThere))
      let other = people("TIF+SMIT+GREETMRS:A:2'" + tif + text)
      #expect(other.count == 2 && other[1].hasPrefix(pietIsThere))
    }
  }

  @Test(arguments: ["TIF+TBA:I+TBA:A:2'", "TIF+ACME TEAM PARTY:G'", "TIF+LNU+FNU:A:2'"])
  func whereSeatsAreNotNamedRemarksNamePersons(opening: String) {
    let leader = "TIF+LEADER+LEOMR:A:1'"
    for segments in [
      leader + opening + remark(greet) + remark(piet),
      leader + remark(greet) + opening + remark(piet),
    ] {
      let found = people(segments)
      #expect(found.count == 3 && found[0].hasPrefix("LEADER/LEO - passenger"))
      #expect(found.contains { $0.hasPrefix(greetIsThere) })
      #expect(found.contains { $0.hasPrefix(pietIsThere) })
    }
  }

  @Test func aRemarkThatRefersToNobodyNamedIsAPerson() {
    let own = "TIF+SMIT+GREETMRS:A:1'" + docs(greet, "1")
    let found = people(own + remark(piet, "2"))
    #expect(found.count == 2 && found[1] == pietIsThere)
    #expect(doubts(own + remark(piet, "2")).texts == [])
  }

  @Test(arguments: ["", "1"]) func anotherNameInTheOwnGroupIsAnotherPerson(reference: String) {
    let li = "E2/CHN/01MAR62/M/14SEP33/LI/XIAOMING"
    let liIsThere = "LI/XIAOMING 1962-03-01 E2 passenger"
    #expect(
      people("TIF+LEE+SIUMINGMR:A:1'" + remark(li, reference))
        == ["LEE/SIUMING - passenger", liIsThere])
    #expect(doubts("TIF+LEE+SIUMINGMR:A:1'" + remark(li, reference)).texts == [])
    // Of one whose own DOCS differ nobody knows.
    let own = "TIF+LEE+SIUMINGMR:A:1'" + docs("E1/CHN/05MAY70/M/14SEP33/LEE/SIUMING", "1")
    #expect(people(own + remark(li, reference))[0].hasPrefix("LEE/SIUMING 1970-05-05 E1 passenger"))
    #expect(doubts(own + remark(li, reference)).bookings == 1)
    // With the same birth date it is he again if the reference says so, else one of twins.
    let again = docs("E1/CHN/01MAR62/M/14SEP33/LEE/SIUMING", "1")
    #expect(
      people("TIF+LEE+SIUMINGMR:A:1'" + again + remark(li, reference))
        == (reference.isEmpty
          ? ["LEE/SIUMING 1962-03-01 E1 passenger", liIsThere]
          : ["LEE/SIUMING 1962-03-01 E1 E2 passenger LI/XIAOMING"]))
    #expect(doubts("TIF+LEE+SIUMINGMR:A:1'" + again + remark(li, reference)).texts == [])
  }

  @Test(arguments: ["TIF+JANSEN+PIETMR:A:2'", "TIF+JANSEN+PIET:C:2'", "TIF+JANSEN+PIET::2'"])
  func aRemarkRenamesNobodyWhoHasAName(tif: String) {
    let lisa = "A9/NLD/01MAR92/F/14SEP33/SMIT/LISA"
    let own = "TIF+SMIT+GREETMRS:A:1'" + docs(greet, "1") + tif
    for text in [remark(lisa), remark(lisa, "2")] {
      #expect(
        people(own + text)
          == [greetIsThere, "JANSEN/PIET - passenger", "SMIT/LISA 1992-03-01 A9 passenger"])
    }
    let contact = people(own + remark(lisa, "2", before: "EMERGENCY CONTACT "))
    #expect(contact.count == 2 && contact[0] == greetIsThere)
    #expect(contact[1].hasPrefix("JANSEN/PIET - passenger"))
  }

  @Test func aRemarkUnderANameAlikeLeavesTheMainName() {
    #expect(
      people("TIF+JANSEN+PIETMR:A:1'" + remark("A2/NLD/01MAR62/M/14SEP33/JANSEN/PIET HEIN"))
        == ["JANSEN/PIET 1962-03-01 A2 passenger JANSEN/PIET HEIN"])
  }

  @Test(arguments: [
    "NN:I+NN", "N:I+N", "XX:I+XX", "TBD:I+TBD", "TBN:I+TBN", "TBC:I+TBC", "TBA1:I+TBA1", "NONAME",
    "NO NAME", "NO:I+NAME", "N:I+A", "PAX:I+ONE", "GUEST:I+ONE", "PAX1", "PAX:I+1", "GUEST:I+12",
    "UNKNOWN", "NN:I+NNMR",
  ]) func aPlaceholderIsAnOpenSeat(name: String) {
    let element = name.contains(":I+") ? name : name + ":I+"
    let found = people(
      "TIF+SMIT:I+GREETMRS:A:1'" + docs(greet, "1") + "TIF+\(element):A:2'"
        + "TIF+SMIT:I+JANMR:A:3'" + docs("A5/NLD/01MAR61/M/14SEP33/SMIT/JAN", "3") + remark(piet))
    #expect(found.contains { $0.hasPrefix(greetIsThere) })
    #expect(found.contains { $0.hasPrefix(pietIsThere) })
    #expect(found.contains { $0.hasPrefix("SMIT/JAN 1961-03-01 A5 passenger") })
  }

  @Test(arguments: ["NN:I+PIA", "NA:I+NA", "NA:I+PIA", "GUEST:I+PIA", "PIA:I+NN", "NO:I+PIA"])
  func shortNamesAreNames(name: String) {
    let parts = name.replacing(":I+", with: "/")
    #expect(
      people("TIF+\(name):A:1'" + remark(piet)) == ["\(parts) - passenger", pietIsThere])
  }

  @Test func aStrangerBesideTravellersIsReportedAndPutsTheBookingInDoubt() {
    let own = "TIF+JANSEN+PIETMR:A:1'" + docs(piet, "1")
    for text in [remark(greet), remark(greet, "1", before: "EMERGENCY CONTACT ")] {
      #expect(people(own + text)[0].hasPrefix(pietIsThere) && people(own + text).count == 1)
      let found = doubts(own + text)
      #expect(found.texts == [Self.stranger] && found.bookings == 1)
    }
    let plain = doubts(own + remark(piet))
    #expect(plain.texts == [] && plain.bookings == 0)
  }

  @Test(arguments: ["", "1"]) func aBabyInARemarkIsNotItsMother(reference: String) {
    let baby = "B1/NLD/05JUL25/F/14SEP33/JANSEN/PIA"
    let found = people("TIF+JANSEN+ANNMRS:A:1:1'" + remark(baby, reference))
    #expect(found == ["JANSEN/ANN - passenger", "JANSEN/PIA 2025-07-05 B1 infant"])
    #expect(doubts("TIF+JANSEN+ANNMRS:A:1:1'" + remark(baby, reference)).bookings == 0)
  }

  @Test func remarksOfFatherAndSonOfOneName() {
    let son = "A3/NLD/01MAR15/M/14SEP33/JANSEN/PIET"
    let both = [pietIsThere, "JANSEN/PIET 2015-03-01 A3 passenger"]
    for tifs in ["TIF+JANSEN+PIETMR:A:1'TIF+JANSEN+PIET:C:2'", "TIF+JANSEN+PIETMR:A:1'"] {
      #expect(people(tifs + remark(son) + remark(piet)).sorted() == both)
      #expect(people(tifs + remark(piet) + remark(son)).sorted() == both)
    }
  }

  @Test func theSameInXML() {
    func people(_ body: String) -> [String] {
      parse(pnrgovXML(xmlBooking("L1", body))).persons.map { line in
        "\(value("surname", line) ?? "")/\(value("given", line) ?? "") "
          + (value("birthDate", line) ?? "-")
      }
    }
    func remark(_ text: String) -> String {
      "<SSR SSRCode=\"OTHS\" Status=\"HK\"><Text>DOCS/P/NLD/\(text)</Text></SSR>"
    }
    let both = ["SMIT/GREET 1960-03-01", "JANSEN/PIET 1962-03-01"]
    #expect(people(remark(greet) + remark(piet)) == both)
    #expect(people(xmlPassenger(1, "LNU", "FNU", remark(piet))) == [both[1]])
    #expect(people(xmlPassenger(1, "", "", remark(piet))) == [both[1]])
    #expect(
      people(xmlPassenger(1, "LEE", "SIUMING MR", remark(piet))) == ["LEE/SIUMING -", both[1]])
    #expect(people(xmlPassenger(1, "LEE", "SIUMING MR") + remark(piet)) == ["LEE/SIUMING -"])
  }
}

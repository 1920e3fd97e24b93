import Records
import Testing

@testable import Feeds

/// What TIF and SSR of a booking say of infants, seats, dates and documents.
@Suite struct BookingServicesTests {
  private static let flight = "TVL+281126:0800+AMS+LHR+ZZ+1007'"

  private func read(_ segments: String, block: Int = 1 << 20) -> Parsed {
    parse(pnrgov("SRC'RCI+ZZ:AAA111'" + segments + Self.flight), block: block)
  }

  private func docs(_ text: String) -> String { "SSR+DOCS:HK:1:ZZ:::::\(text)'" }

  // MARK: Infants

  @Test(arguments: ["JANSEN+KIM::1", "JANSEN+KIM:C:1", "JANSEN+KIMMSTR::1", "JANSEN+KIM EVA::1"])
  func anInfantWhoseTIFDoesNotSaySoIsOnePerson(tif: String) {
    let parsed = read("TIF+\(tif)'" + docs("/P/NLD/NX2/NLD/20SEP25/MI/15JUL28/JANSEN/KIM"))
    #expect(namesOf(parsed) == ["JANSEN/KIM*"])
    #expect(parsed.persons.map { value("birthDate", $0) } == ["2025-09-20"])
    #expect(parsed.persons.map { value("passengerReference", $0) } == ["1"])
  }

  @Test(arguments: [
    "JANSEN+PIETMR:A:1", "JANSEN+PIET::1", "JANSEN+KIMMR:A:1", "JANSEN+KIM:A:1:1", "JANSEN+MR:A:1",
    "JANSEN+TIM::1", "JANSEN+KIM EVA:A:1", "JANSEN+KIM:A:1",
  ]) func anInfantBesideAnAdultIsAnother(tif: String) {
    let parsed = read("TIF+\(tif)'" + docs("/P/NLD/NX2/NLD/20SEP25/MI/15JUL28/JANSEN/KIM"))
    #expect(namesOf(parsed).count == 2 && namesOf(parsed).last == "JANSEN/KIM*")
  }

  // MARK: Seats

  @Test(arguments: ["JANSEN+EXST:A:2", "CBBG+PIETMR:A:2", "EXST+JANSEN:A:2", "STCR+X:A:2"])
  func anExtraSeatIsNobody(tif: String) {
    for block in [1, 1 << 20] {
      let parsed = read("TIF+JANSEN+PIETMR:A:1'TIF+\(tif)'", block: block)
      #expect(namesOf(parsed) == ["JANSEN/PIET"])
      #expect(parsed.counts.persons == 1 && parsed.codes == [])
    }
  }

  @Test(arguments: ["EXSTEIN+PIETMR:A:2", "STCROIX+ANN:A:2", "JANSEN+EXSTASIA:A:2"])
  func aNameThatBeginsLikeASeatIsSomebody(tif: String) {
    #expect(read("TIF+JANSEN+PIETMR:A:1'TIF+\(tif)'").persons.count == 2)
  }

  @Test(arguments: [
    ("TIF+ROE+ANN:A:1'TIF+DOE+JO:A:2'SSR+SEAT:HK:1:ZZ:::AMS:LHR+12A::2'", [nil, "12A"]),
    ("TIF+ROE+ANN:A:1'SSR+SEAT:HK:1:ZZ:::AMS:LHR+12A'TIF+DOE+JO:A:2'", ["12A", nil]),
    ("SSR+SEAT:HK:1:ZZ:::AMS:LHR+12A::1+12B::2'TIF+ROE+ANN:A:1'TIF+DOE+JO:A:2'", ["12A", "12B"]),
    ("TIF+ROE+ANN:A:1'SSR+SEAT:HK:1:ZZ+12A::1'", ["12A"]),
    // Of another flight, and of which one is not said.
    ("TIF+ROE+ANN:A:1'SSR+SEAT:HK:1:ZZ:::LHR:JFK+12A::1'", [nil]),
    ("TIF+ROE+ANN:A:1'SSR+SEAT:HK:1:ZZ+12A::1'TVL+291126:0800+LHR+JFK+ZZ+9'", [nil]),
    ("SSR+SEAT:HK:1:ZZ:::AMS:LHR+12A'TIF+ROE+ANN:A:1'TIF+DOE+JO:A:2'", [nil, nil]),
  ]) func seatsOutsideAFlight(segments: String, seats: [String?]) {
    for block in [1, 1 << 20] {
      #expect(read(segments, block: block).persons.map { value("seat", $0) } == seats)
    }
  }

  @Test func theSeatAtTheFlightComesFirst() {
    let parsed = parse(
      pnrgov(
        "SRC'RCI+ZZ:A'TIF+ROE+ANN:A:1'SSR+SEAT:HK:1:ZZ:::AMS:LHR+12A::1'" + Self.flight
          + "SSR+SEAT:HK:1:ZZ:::AMS:LHR+14C::1'"))
    #expect(parsed.persons.map { value("seat", $0) } == ["14C"])
  }

  // MARK: Other documents

  @Test func documentsInOtherServices() {
    let other = read(
      "TIF+JANSEN+PIETMR:A:1'SSR+OTHS:HK:1:ZZ:::::DOCS/P/NLD/NX1/NLD/01MAR86/M/15JUL28/JANSEN/PIET'"
        + "SSR+FOID:HK:1:ZZ:::::PPNX12345+::1'")
    let own = read(
      "TIF+JANSEN+PIETMR:A:1'" + docs("/P/NLD/NX1/NLD/01MAR86/M/15JUL28/JANSEN/PIET"))
    #expect(value("birthDate", other.persons[0]) == "1986-03-01")
    #expect(
      other.persons.map { $0.replacing(#",{"type":"P","number":"NX12345"}"#, with: "") }
        == own.persons)
    #expect(other.persons != own.persons)
    #expect(
      read("TIF+JANSEN+PIETMR:A:1'SSR+FOID:HK:1:ZZ:::::CC4111111111'").persons
        == read("TIF+JANSEN+PIETMR:A:1'").persons)
  }

  @Test(arguments: ["EMERGENCY CONTACT ", "PLS DELETE "])
  func aRemarkThatNamesAnotherIsNobodysDocument(text: String) {
    let remark = "SSR+OTHS:HK:1:ZZ:::::\(text)DOCS/P/NLD/NX9/NLD/01MAR60/F/15JUL28/SMIT/GREET'"
    for own in ["", docs("/P/NLD/NX1/NLD/01MAR86/M/15JUL28/JANSEN/PIET")] {
      let parsed = read("TIF+JANSEN+PIETMR:A:1'" + own + remark)
      #expect(namesOf(parsed) == ["JANSEN/PIET"])
      #expect(!parsed.persons[0].contains("1960"))
      #expect(!parsed.persons[0].contains("NX9"))
    }
  }

  @Test func aPassportOfTheOldFormIsAPassport() {
    let parsed = read(
      "TIF+JANSEN+PIETMR:A:1'SSR+PSPT:HK:1:ZZ:::::ZB1/NLD/24JUL85/JANSEN/PIET/M+::1'")
    #expect(parsed.persons.count == 1)
    #expect(value("nameSource", parsed.persons[0]) == "PSPT")
    #expect(parsed.persons[0].contains(#"{"type":"P","number":"ZB1","issuer":"NLD"}"#))
  }

  // MARK: Dates

  @Test(arguments: [
    ("TIF+JANSEN+PIETMR:A:1'", "1926-03-01"), ("TIF+JANSEN+PIETMR:ADT:1'", "1926-03-01"),
    ("TIF+JANSEN+PIET:A:1'", "2026-03-01"), ("TIF+JANSEN+PIETMSTR:A:1'", "2026-03-01"),
    ("TIF+JANSEN+PIET:C:1'", "2026-03-01"), ("TIF+JANSEN+PIET::1'", "2026-03-01"),
    ("TIF+JANSEN+PIET:IN:1'", "2026-03-01"),
    ("TIF+JANSEN+ANNMRS:A:2'TIF+JANSEN+PIET:IN:1'", "2026"),
  ]) func anAdultIsNotUnderTwo(names: String, born: String) {
    for block in [1, 1 << 20] {
      for birth in ["01MAR26", "1MAR26"] {
        let text = docs("/P/NLD/NX1/NLD/\(birth)/M/15JUL28/JANSEN/PIET")
        let found = read(names + text + Self.flight + text, block: block)
        let last = found.persons.compactMap { value("birthDate", $0) }
        #expect(last.count == 1 && last[0].hasPrefix(born))
      }
    }
    let written = read(names + docs("/P/NLD/NX1/NLD/01MAR2026/M/15JUL28/JANSEN/PIET"))
    #expect(written.persons.compactMap { value("birthDate", $0) } == ["2026-03-01"])
  }

  @Test(arguments: [
    ("01AVR86", "1986-04-01"), ("01MAI86", "1986-05-01"), ("1AOU1986", "1986-08-01"),
    ("01FEV86", "1986-02-01"), ("01F\u{C9}V86", "1986-02-01"), ("01D\u{C9}C1986", "1986-12-01"),
    ("01DEZ86", "1986-12-01"), ("01ENE86", "1986-01-01"), ("01ABR86", "1986-04-01"),
    ("01AGO86", "1986-08-01"), ("01DIC86", "1986-12-01"), ("01MRT86", "1986-03-01"),
    ("01OKT86", "1986-10-01"), ("01031986", "1986-03-01"), ("19860301", "1986-03-01"),
    ("1986-03-01", "1986-03-01"),
  ]) func datesOfOtherForms(written: String, date: String) {
    for block in [1, 1 << 20] {
      let parsed = read(
        "TIF+JANSEN+PIETMR:A:1'" + docs("/P/NLD/NX1/NLD/\(written)/M/\(written)/JANSEN/PIET"),
        block: block)
      #expect(parsed.persons.count == 1 && value("birthDate", parsed.persons[0]) == date)
      #expect(parsed.persons[0].contains("\"expires\":\"\(date)\"") || written.count == 7)
      #expect(parsed.codes.filter { $0 != "CHARSET" } == [])
    }
  }

  @Test(arguments: ["01JUI86", "32AVR86", "99999999", "1986-13-01", "86-03-01", "01ABC86"])
  func whatIsNoDateIsReported(written: String) {
    let parsed = read(
      "TIF+JANSEN+PIETMR:A:1'" + docs("/P/NLD/NX1/NLD/\(written)/M/15JUL28/JANSEN/PIET"))
    #expect(parsed.codes == ["DATE_IMPOSSIBLE"])
    #expect(namesOf(parsed) == ["JANSEN/PIET"])
  }

  /// A number of eight digits is no birth date.
  @Test func aNumberOfEightDigitsStaysANumber() {
    for text in ["/P/NLD/01031986/NLD/01JAN80/M/01JAN31/", "/P/NLD/01031986//01JAN80///"] {
      let parsed = read("TIF+JANSEN+PIETMR:A:1'" + docs(text + "JANSEN/PIET"))
      #expect(value("birthDate", parsed.persons[0]) == "1980-01-01")
      #expect(parsed.persons[0].contains(#""number":"01031986""#))
    }
  }
}

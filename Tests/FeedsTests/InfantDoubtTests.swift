import Records
import Testing

@testable import Feeds

/// Who is an infant, where it is not certain: both persons stay, and nobody over two becomes one.
@Suite struct InfantDoubtTests {
  private static let flight = "TVL+281126:0800+AMS+LHR+ZZ+1007'"
  private let mother = "TIF+JANSEN+ANNMRS:A:1'"

  private func docs(_ text: String, _ reference: String = "") -> String {
    "SSR+DOCS:HK:1:ZZ:::::/P/NLD/\(text)\(reference.isEmpty ? "" : "+::\(reference)")'"
  }

  private func remark(_ text: String) -> String {
    "SSR+OTHS:HK:1:ZZ:::::DOCS/P/NLD/\(text)'"
  }

  private func people(_ segments: String) -> [String] {
    bookingPeople(segments + Self.flight, withOtherNames: true)
  }

  @Test func aFatherWithoutATitleStaysBesideHisBaby() {
    let baby = docs("B1/NLD/01MAR26/MI/14SEP33/JANSEN/KIM", "2")
    for tifs in [mother + "TIF+JANSEN+KIM:A:2'", "TIF+JANSEN+KIM:A:2'" + mother] {
      #expect(
        people(tifs + baby).sorted() == [
          "JANSEN/ANN - passenger", "JANSEN/KIM - passenger", "JANSEN/KIM 2026-03-01 B1 infant",
        ])
    }
  }

  @Test func ofTwoAdultsOfOneNameTheElderIsNoInfant() {
    let elder = docs("X1/NLD/05JUL25/M/14SEP33/JANSEN/KIM", "1")
    let younger = docs("X2/NLD/01MAR80/M/14SEP33/JANSEN/KIM", "2")
    let tifs = "TIF+JANSEN+KIMMR:A:1'TIF+JANSEN+KIMMR:A:2'"
    for texts in [elder + younger, younger + elder] {
      #expect(
        people(tifs + texts)
          == ["JANSEN/KIM 1925-07-05 X1 passenger", "JANSEN/KIM 1980-03-01 X2 passenger"])
    }
    // Who has a birth date of his own is not born in the century before as well.
    let baby = docs("X1/NLD/05JUL25/M/14SEP33/JANSEN/KIM", "2")
    #expect(
      people(tifs + baby + younger).contains("JANSEN/KIM 2025-07-05 X1 infant"))
  }

  @Test func nobodyOverTwoIsAnInfant() {
    let infant = "TIF+JANSEN:I+EVA:IN:2'"
    let man = "X9/NLD/07MAY60/M/14SEP33/SMIT/PIET"
    let child = "X8/NLD/14NOV22/M/14SEP33/JANSEN/TOM"
    let eva = docs("B1/NLD/14DEC25/FI/14SEP33/JANSEN/EVA", "2")
    for text in [docs(man), remark(man)] {
      #expect(
        people(mother + infant + text) == [
          "JANSEN/ANN - passenger", "JANSEN/EVA - infant", "SMIT/PIET 1960-05-07 X9 passenger",
        ])
    }
    for texts in [eva + remark(child), remark(child) + eva] {
      #expect(
        people(mother + infant + texts).sorted() == [
          "JANSEN/ANN - passenger", "JANSEN/EVA 2025-12-14 B1 infant",
          "JANSEN/TOM 2022-11-14 X8 passenger",
        ])
    }
    let namesake = docs("X7/NLD/22JUL19/F/14SEP33/JANSEN/EVA")
    #expect(
      people(mother + infant + namesake).sorted() == [
        "JANSEN/ANN - passenger", "JANSEN/EVA - infant", "JANSEN/EVA 2019-07-22 X7 passenger",
      ])
  }

  @Test func aBabyOfANameAlikeIsNotItsMother() {
    #expect(
      people(mother + docs("B1/NLD/05JUL25/F/14SEP33/JANSEN/ANN EVA", "1"))
        == ["JANSEN/ANN - passenger", "JANSEN/ANN EVA 2025-07-05 B1 infant"])
    let woman = docs("X1/NLD/01MAR60/F/14SEP33/JANSEN/SOFIE EVA", "1")
    let child = docs("X2/NLD/05JUL25/F/14SEP33/JANSEN/EVA PIA", "1")
    for texts in [woman + child, child + woman] {
      let found = people("TIF+JANSEN+SOFIE EVAMRS:A:1'TIF+JANSEN+EVA PIA:C:2'" + texts)
      #expect(
        found == [
          "JANSEN/SOFIE EVA 1960-03-01 X1 passenger", "JANSEN/EVA PIA 2025-07-05 X2 passenger",
        ])
    }
  }
}

import Records
import Testing

@testable import Feeds

/// Documents of infants: of the infant of the name, however old it has become, and of no other infant or adult.
@Suite struct InfantDocumentsTests {
  private static let flight = "TVL+281126:0800+AMS+LHR+ZZ+1007'"
  private let ann = "TIF+JANSEN+ANNMRS:A:1:1'"
  private let piet = "TIF+JANSEN+PIETMR:A:2:1'"

  private func docs(_ text: String, _ reference: String = "") -> String {
    "SSR+DOCS:HK:1:ZZ:::::/P/NLD/\(text)\(reference.isEmpty ? "" : "+::\(reference)")'"
  }

  private func inft(_ text: String, _ reference: String) -> String {
    "SSR+INFT:HK:1:ZZ:::::\(text)+::\(reference)'"
  }

  private func people(_ segments: String) -> [String] {
    bookingPeople(segments + Self.flight, withOtherNames: true).sorted()
  }

  @Test(arguments: ["", "1"]) func whoIsJustOverTwoIsTheInfantOfTheName(reference: String) {
    let text = docs("X2/NLD/27NOV24/M/14SEP33/JANSEN/TOM", reference)
    for infant in ["TIF+JANSEN+TOM:IN:2'", inft("JANSEN/TOM", "1")] {
      for segments in [ann + text + infant, text + ann + infant, infant + ann + text] {
        #expect(
          people(segments)
            == ["JANSEN/ANN - passenger", "JANSEN/TOM 2024-11-27 X2 infant"])
      }
    }
    #expect(
      people(ann + "TIF+JANSEN+EVA:IN:2'" + docs("B1/NLD/27NOV24/F/14SEP33/JANSEN/EVA", "2"))
        == ["JANSEN/ANN - passenger", "JANSEN/EVA 2024-11-27 B1 infant"])
  }

  @Test func anInfantOfTheMothersNameHasItsDocument() {
    let text = docs("B1/NLD/06OCT26/F/14SEP33/JANSEN/ANN", "1")
    for infant in ["TIF+JANSEN+ANN:IN:2'", inft("JANSEN/ANN 06OCT26", "1")] {
      #expect(
        people(ann + text + infant)
          == ["JANSEN/ANN - passenger", "JANSEN/ANN 2026-10-06 B1 infant"])
    }
  }

  @Test func whoHasAnInfantWithHimIsNoHundredYearsOld() {
    let baby = docs("X1/NLD/05JUL25/M/14SEP33/LOPEZ/JAN", "2")
    let man = docs("X2/NLD/18MAR85/M/14SEP33/LOPEZ/JAN")
    #expect(
      people("TIF+LOPEZ+JANMR:A:1'TIF+LOPEZ+JANMR:A:2:1'" + baby + man)
        == [
          "LOPEZ/JAN - passenger", "LOPEZ/JAN 1985-03-18 X2 passenger",
          "LOPEZ/JAN 2025-07-05 X1 infant",
        ])
  }

  @Test func whoseInfantIsNamedMayBeAHundredYearsOld() {
    let elder = docs("X1/NLD/05JUL25/F/14SEP33/JANSEN/ANN", "1")
    let infants = [
      "TIF+JANSEN+EVA:IN:2'", inft("JANSEN/EVA", "1"),
      docs("B1/NLD/01MAR26/FI/14SEP33/JANSEN/EVA", "1"),
      docs("B1/NLD/01MAR26/F/14SEP33/JANSEN/EVA", "1"),
    ]
    for infant in infants {
      let found = people(ann + elder + infant)
      #expect(found.count == 2 && found[0] == "JANSEN/ANN 1925-07-05 X1 passenger")
    }
  }

  @Test(arguments: ["JANSEN/TOM", "SMIT/TOM", "JANSEN/PIETER"])
  func whatStandsInTheLastGroupIsNotAllThatInfants(name: String) {
    let eva = docs("B1/NLD/01MAR26/FI/14SEP33/JANSEN/EVA")
    let other = docs("B2/NLD/05JUL25/MI/14SEP33/\(name)")
    for texts in [eva + other, other + eva] {
      #expect(
        people(ann + piet + "TIF+JANSEN+EVA:IN:3'" + texts)
          == [
            "JANSEN/ANN - passenger", "JANSEN/EVA 2026-03-01 B1 infant", "JANSEN/PIET - passenger",
            "\(name) 2025-07-05 B2 infant",
          ].sorted())
    }
    #expect(
      people(ann + "TIF+JANSEN+EVA:IN:3'" + other).contains("JANSEN/EVA - infant"))
  }

  @Test func theInfantOfTheVeryNameComesFirst() {
    let sofie = docs("B1/NLD/01MAR26/FI/14SEP33/JANSEN/SOPHIE")
    let tom = docs("B2/NLD/05JUL25/MI/14SEP33/JANSEN/TOM")
    let found = people(ann + piet + "TIF+JANSEN+SOFIE:IN:3'TIF+JANSEN+TOM:IN:4'" + sofie + tom)
    #expect(found.contains("JANSEN/TOM 2025-07-05 B2 infant"))
    #expect(found.contains("JANSEN/SOPHIE 2026-03-01 B1 infant"))
    // A reference of its own says that it is its own under another name.
    let own = docs("B1/NLD/01MAR26/FI/14SEP33/JANSEN/SOPHIE", "3")
    #expect(
      people(ann + "TIF+JANSEN+SOFIE:IN:3'" + own) == [
        "JANSEN/ANN - passenger", "JANSEN/SOPHIE 2026-03-01 B1 infant JANSEN/SOFIE",
      ])
  }

  @Test func aBabyOfANameLikeTheFathersIsNotTheOtherBaby() {
    let baby = docs("B2/NLD/01MAR26/M/14SEP33/JANSEN/WILLEM")
    let father = docs("A1/NLD/01MAR85/M/14SEP33/JANSEN/JAN")
    let other = docs("B1/NLD/01AUG25/M/14SEP33/JANSEN/JAN/PIET")
    #expect(
      people("TIF+JANSEN+JANMR:A:1:1'TIF+JANSEN+WILLEM:IN:2'" + baby + father + other) == [
        "JANSEN/JAN 1985-03-01 A1 passenger", "JANSEN/JAN PIET 2025-08-01 B1 infant",
        "JANSEN/WILLEM 2026-03-01 B2 infant",
      ])
    let short = docs("B1/NLD/01MAR26/M/14SEP33/JANSEN/JAN", "1")
    let whole = docs("B2/NLD/13JUL25/M/14SEP33/JANSEN/JAN/PIET", "1")
    for texts in [short + whole, whole + short] {
      #expect(
        people("TIF+JANSEN+JAN PIET MR:A:1:1'TIF+JANSEN+JAN PIET:IN:3'" + texts) == [
          "JANSEN/JAN 2026-03-01 B1 infant", "JANSEN/JAN PIET - passenger",
          "JANSEN/JAN PIET 2025-07-13 B2 infant",
        ])
    }
  }

  @Test func twoInfantsOfOneNameAndOtherBirthDatesAreTwo() {
    func baby(_ number: Int, _ born: String, _ reference: String) -> String {
      docs("B\(number)/NLD/\(born)/MI/14SEP33/HASSAN/MOHAMED", reference)
    }
    let infants = ["TIF+HASSAN+MOHAMED:IN:3'", "TIF+HASSAN+MOHAMED:IN:4'"]
    let adults = ["JANSEN/ANN - passenger", "JANSEN/PIET - passenger"]
    let both = ["HASSAN/MOHAMED 2025-07-05 B2 infant", "HASSAN/MOHAMED 2026-03-01 B1 infant"]
    for references in [["3", "4"], ["4", "3"], ["", ""]] {
      let texts = [baby(1, "01MAR26", references[0]), baby(2, "05JUL25", references[1])]
      #expect(
        people(ann + piet + infants[0] + texts[0] + infants[1] + texts[1]) == both + adults)
      #expect(people(ann + piet + infants[0] + infants[1] + texts[1] + texts[0]) == both + adults)
    }
    #expect(
      people(ann + baby(1, "01MAR26", "1") + piet + baby(2, "05JUL25", "2")) == both + adults)
    let told = inft("HASSAN/MOHAMED 01MAR26", "1") + inft("HASSAN/MOHAMED 05JUL25", "2")
    #expect(
      people(ann + piet + told) == [
        "HASSAN/MOHAMED 2025-07-05 infant", "HASSAN/MOHAMED 2026-03-01 infant",
      ] + adults)
    #expect(
      people(ann + piet + told + baby(2, "05JUL25", "2") + baby(1, "01MAR26", "1"))
        == both + adults)
    // One of them mistyped in INFT.
    #expect(
      people(ann + inft("HASSAN/MOHAMED 02MAR26", "1") + baby(1, "01MAR26", "1")).count == 2)
  }

  @Test func ofTwoInfantsOfOneNameTheBirthDateOfINFTTells() {
    let infants = "TIF+JANSEN+EVA:IN:3'" + inft("JANSEN/EVA 08JUL25", "1")
    let texts = [
      docs("X1/NLD/27NOV25/FI/14SEP33/JANSEN/EVA", "1"),
      docs("X2/NLD/08JUL25/FI/14SEP33/JANSEN/EVA", "3"),
    ]
    for text in [texts[0] + texts[1], texts[1] + texts[0]] {
      #expect(
        people(ann + infants + text) == [
          "JANSEN/ANN - passenger", "JANSEN/EVA 2025-07-08 X2 infant",
          "JANSEN/EVA 2025-11-27 X1 infant",
        ])
    }
  }

  @Test func anInfantOfINFTWithAnotherFirstNameIsAnother() {
    let texts =
      docs("X2/NLD/06JUL25/FI/14SEP33/LI/EVA", "3")
      + docs("X1/NLD/05JUL25/FI/14SEP33/LI/SOFIE/EVA", "1")
    #expect(
      people(ann + inft("LI/SOFIE EVA 05JUL25", "1") + "TIF+LI+EVA:IN:3'" + texts) == [
        "JANSEN/ANN - passenger", "LI/EVA 2025-07-06 X2 infant",
        "LI/SOFIE EVA 2025-07-05 X1 infant",
      ])
  }

  @Test func ofTwinsTheOneWithINFTIsNotTheOther() {
    let texts =
      docs("B1/NLD/28JAN26/MI/14SEP33/JANSEN/PAVEL", "1")
      + docs("B2/NLD/28JAN26/MI/14SEP33/JANSEN/DANIEL", "2")
    #expect(
      people(ann + piet + texts + inft("JANSEN/DANIEL 28JAN26", "2")) == [
        "JANSEN/ANN - passenger", "JANSEN/DANIEL 2026-01-28 B2 infant",
        "JANSEN/PAVEL 2026-01-28 B1 infant", "JANSEN/PIET - passenger",
      ])
  }
}

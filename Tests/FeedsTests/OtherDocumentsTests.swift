import Records
import Testing

@testable import Feeds

/// Documents under another name than the traveller's in whose group they stand, or whose reference they have.
@Suite struct OtherDocumentsTests {
  private static let flight = "TVL+281126:0800+AMS+LHR+ZZ+1007'"

  private func docs(_ text: String, _ reference: String = "") -> String {
    "SSR+DOCS:HK:1:ZZ:::::/P/NLD/\(text)\(reference.isEmpty ? "" : "+::\(reference)")'"
  }

  private func remark(_ text: String, _ reference: String = "") -> String {
    "SSR+OTHS:HK:1:ZZ:::::DOCS/P/NLD/\(text)\(reference.isEmpty ? "" : "+::\(reference)")'"
  }

  private func people(_ segments: String) -> [String] {
    bookingPeople(segments + Self.flight, withOtherNames: true)
  }

  @Test(arguments: ["", "1"]) func whatIsOfAChildIsNotOfAnAdult(reference: String) {
    let child = docs("X2/NLD/23APR18/M/14SEP33/LOPEZ/ALI", reference)
    #expect(
      people("TIF+JANSEN+EVAMRS:A:1'" + child)
        == ["JANSEN/EVA - passenger", "LOPEZ/ALI 2018-04-23 X2 passenger"])
    // An adult title of a child whose name is alike says less than the name.
    #expect(
      people("TIF+JANSEN+EVAMRS:A:1'" + docs("X2/NLD/23APR18/F/14SEP33/JANSEN/EVA/PIA", reference))
        == ["JANSEN/EVA PIA 2018-04-23 X2 passenger JANSEN/EVA"])
  }

  @Test func ofTwoOfOneNameTheYoungestIsTheInfant() {
    let baby = docs("X4/NLD/14AUG25/M/14SEP33/LOPEZ/ALI")
    let boy = docs("X2/NLD/23APR18/M/14SEP33/LOPEZ/ALI")
    for texts in [baby + boy, boy + baby] {
      #expect(
        people(
          "TIF+JANSEN+EVAMRS:A:1'" + texts + "TIF+LOPEZ+ALIMSTR:C:3'TIF+LOPEZ+JANMR:A:4:1'"
            + "SSR+INFT:HK:1:ZZ:::::LOPEZ/ALI+::4'") == [
            "JANSEN/EVA - passenger", "LOPEZ/ALI 2018-04-23 X2 passenger",
            "LOPEZ/JAN - passenger", "LOPEZ/ALI 2025-08-14 X4 infant",
          ])
    }
  }

  @Test func aManBornOnTheDayOfAWomanIsAnother() {
    let anna = docs("P2/NLD/01MAR72/F/14SEP33/BAKKER/ANNA", "2")
    for (other, count) in [("M/14SEP33/JANSEN/PIETER", 2), ("F/14SEP33/JANSEN/PIETER", 1)] {
      #expect(
        people("TIF+BAKKER+ANNAMRS:A:2'" + anna + docs("P3/NLD/01MAR72/\(other)", "2")).count
          == count)
    }
  }

  @Test(arguments: ["", "1"]) func aNewSurnameIsOfTheSamePerson(reference: String) {
    let tif = "TIF+KIM+NOORMRS:A:1'"
    #expect(
      people(tif + remark("N1/NLD/05MAY78/F/14SEP33/KIM NGUYEN/NOOR", reference))
        == ["KIM/NOOR 1978-05-05 N1 passenger KIM NGUYEN/NOOR"])
    let first = docs("N1/NLD/05MAY78/F/14SEP33/KIM/NOOR", "1")
    let second = "N2/NLD/05MAY78/F/14SEP33/VAN DER BERG/NOOR"
    for other in [docs(second, reference), remark(second, reference)] {
      #expect(
        people(tif + first + other)
          == ["KIM/NOOR 1978-05-05 N1 N2 passenger VAN DER BERG/NOOR"])
    }
    // Twins have names of their own.
    #expect(
      people(tif + first + docs("N2/NLD/05MAY78/F/14SEP33/VAN DER BERG/PIA")).count == 2)
  }
}

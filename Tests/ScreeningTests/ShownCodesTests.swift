import Records
import Testing

@testable import Screening

/// Nothing that is not a code comes into `run.json` as one.
struct ShownCodesTests {
  private func leg(_ carrier: String, _ number: String, _ from: String, _ to: String) -> FlightLeg {
    var leg = FlightLeg()
    leg.carrier = ShortCode(carrier)
    leg.number = ShortCode(number)
    leg.suffix = ShortCode("A")
    leg.from = ShortCode(from)
    leg.to = ShortCode(to)
    return leg
  }

  @Test func showsCodes() {
    let codes = ShownCodes(leg("U2", "1234", "AMS", "EGLL"))
    #expect(codes.carrier == "U2" && codes.number == "1234" && codes.suffix == "A")
    #expect(codes.from == "AMS" && codes.to == "EGLL")
    #expect(ShownCodes(leg("KLM", "7", "AMS", "LHR")).carrier == "KLM")
  }

  @Test func leavesOutWhatIsNone() {
    for text in ["VOORBEEL", "A", "AN NE", "12", ""] {
      let codes = ShownCodes(leg(text, "JAN", text, text))
      #expect(codes.carrier == "" && codes.number == "" && codes.from == "" && codes.to == "")
    }
    #expect(FlightScope.shown(leg: "AMS-LHR") == "AMS-LHR")
    #expect(FlightScope.shown(leg: "VOORBEEL-") == "?-?")
    #expect(FlightScope.shown(leg: "A-B-C") == "?-?")
  }
}

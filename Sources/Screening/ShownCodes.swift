internal import Records

/// The codes of a flight as reports without personal data may show them.
///
/// In a table whose columns have shifted, or a damaged message, anything may stand where a code belongs,
/// a name too. What has not the form of the code is left out.
struct ShownCodes {
  var carrier = ""
  var number = ""
  var suffix = ""
  var from = ""
  var to = ""

  init(_ leg: FlightLeg) {
    // IATA two letters or digits, ICAO three letters; never digits alone.
    if 2...3 ~= leg.carrier.count, leg.carrier.utf8.allSatisfy(Self.isLetterOrDigit),
      leg.carrier.utf8.contains(where: Self.isLetter)
    {
      carrier = leg.carrier.description
    }
    if 1...4 ~= leg.number.count, leg.number.utf8.allSatisfy(Self.isDigit) {
      number = leg.number.description
    }
    if leg.suffix.count == 1, leg.suffix.utf8.allSatisfy(Self.isLetter) {
      suffix = leg.suffix.description
    }
    from = Self.airport(leg.from)
    to = Self.airport(leg.to)
  }

  /// IATA three letters, ICAO four.
  static func airport(_ code: ShortCode) -> String {
    3...4 ~= code.count && code.utf8.allSatisfy(isLetter) ? code.description : ""
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool {
    upperASCII(byte) >= 0x41 && upperASCII(byte) <= 0x5A
  }
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}

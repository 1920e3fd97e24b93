internal import Records

/// Whether a part of a name can be read as it was meant.
///
/// What a wrong character set has made of a name does not say who it is. Taking a readable name for
/// such a one costs nothing but a traveller who is screened longer than needed.
enum Legibility {
  /// Tells of ASCII text: a question mark stands for a letter that a system had no sign for.
  static func isLegible(ascii text: ArraySlice<UInt8>) -> Bool { !text.contains(0x3F) }

  /// Tells of any text.
  static func isLegible(_ text: String) -> Bool {
    var hasOtherLetters = false
    var isLatin1 = false
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        if scalar == "?" { return false }
        if scalar.properties.isAlphabetic { hasOtherLetters = true }
      } else {
        guard standsInNames(scalar) else { return false }
        if scalar.value <= 0xFF { isLatin1 = true } else { hasOtherLetters = true }
      }
    }
    // Letters with accents and no other: another alphabet, read as if it were ISO 8859-1.
    return hasOtherLetters || !isLatin1
  }

  /// Letters and their marks, and what joins names; no replacement character, sign or drawing.
  private static func standsInNames(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .format, .dashPunctuation, .decimalNumber,
      .spaceSeparator:
      true
    default:
      scalar == "\u{2018}" || scalar == "\u{2019}" || scalar == "\u{B4}" || scalar == "\u{B7}"
    }
  }
}

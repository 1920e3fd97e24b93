/// The upper halves of the two character sets in which Russian systems send lists, and how to tell which.
enum CyrillicTables {
  /// Windows-1251 for the bytes 80 to FF.
  static let windows1251 = scalars(
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОП\
    РСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя
    """)

  /// CP866 for the bytes 80 to FF.
  static let cp866 = scalars(
    """
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{A0}
    """)

  /// The table by which a text is Cyrillic words; nil where that is less plausible than Latin letters with
  /// accents.
  static func table(for raw: [UInt8]) -> [Unicode.Scalar]? {
    var ansi = 0
    var oem = 0
    var latin = 0
    // Letters of words that have no others say nothing of those that do: `/P/RUS/10MAR60/`.
    var word = (latin: 0, hasOthers: false)
    for byte in raw {
      if byte < 0x80, !isLetter(byte) {
        if word.hasOthers { latin += word.latin }
        word = (0, false)
      } else if byte < 0x80 {
        word.latin += 1
      } else {
        word.hasOthers = true
      }
      switch byte {
      case 0x80...0xAF: oem += 1
      case 0xC0...0xDF, 0xF2...0xFF: ansi += 1
      case 0xB0...0xBF: ansi += byte == 0xB8 || byte == 0xB3 || byte == 0xBA || byte == 0xBF ? 1 : 0
      default: break
      }
    }
    if word.hasOthers { latin += word.latin }
    // Small letters in both sets (E0 to EF) decide nothing: small letters alone are rather Windows.
    if oem > ansi { return oem >= latin ? cp866 : nil }
    let high = raw.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
    return high > latin || latin == 0 ? windows1251 : nil
  }

  /// Whether a word has no Latin letter: three letters of CP866, which are none of any Latin set, or five of
  /// Windows-1251, since no name has so many accents.
  static func isCertain(_ raw: [UInt8]) -> Bool {
    raw.split { $0 < 0x80 && !isLetter($0) }.contains { word in
      guard word.allSatisfy({ $0 >= 0x80 }) else { return false }
      return word.count >= 5 || word.count >= 3 && word.allSatisfy { $0 < 0xA0 }
    }
  }

  private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}

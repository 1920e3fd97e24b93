/// Folds names of any script to tokens of A–Z (ICAO 9303-3, with the project's extensions).
///
/// ASCII takes a short path without allocation; everything else goes through the tables by
/// character, so that composed and decomposed letters read the same.
public enum NameFolder {
  /// How many readings of one name are tried; `Ä` alone gives two (AE, A).
  public static let variantsMax = 4

  /// Appends the tokens of an ASCII text; false when a byte is not ASCII, then nothing is appended.
  public static func foldASCII(_ text: Span<UInt8>, into tokens: inout [NameToken]) -> Bool {
    let before = tokens.count
    var token = NameToken()
    for index in text.indices {
      let byte = text[index]
      if byte >= 0x80 {
        tokens.removeLast(tokens.count - before)
        return false
      }
      let upper = byte & 0xDF
      if upper >= 0x41 && upper <= 0x5A && byte >= 0x41 {
        token.append(upper)
      } else if byte != 0x27 && byte != 0x60 && !token.isEmpty {
        // Apostrophes join (O'BRIEN is OBRIEN, as airlines write it); everything else parts tokens.
        tokens.append(token)
        token = NameToken()
      }
    }
    if !token.isEmpty { tokens.append(token) }
    return true
  }

  /// The distinct spellings of a name, the usual one first; empty when nothing folds to a letter.
  public static func variants(_ text: String) -> [[NameToken]] {
    var tokens: [NameToken] = []
    var text = text
    text.makeContiguousUTF8()
    if foldASCII(text.utf8.span, into: &tokens) { return tokens.isEmpty ? [] : [tokens] }
    var variants: [[NameToken]] = []
    for choice in 0..<variantsMax {
      let folded = fold(text, choice: choice)
      if !folded.isEmpty && !variants.contains(folded) { variants.append(folded) }
    }
    let disguised = fold(text, choice: 0, readsLookalikes: true)
    if !disguised.isEmpty && !variants.contains(disguised) { variants.append(disguised) }
    return variants
  }

  /// One consistent reading: each character by its `choice`-th reading, or its last one.
  /// - Parameter readsLookalikes: also words that consist of look-alikes of Latin letters alone.
  private static func fold(
    _ text: String, choice: Int, readsLookalikes: Bool = false
  ) -> [NameToken] {
    let tables = Transliteration.shared
    var tokens: [NameToken] = []
    for word in text.split(whereSeparator: { $0 == " " }) {
      let characters = Array(word)
      // A word that mixes Latin with other scripts is a disguise: look-alikes read as Latin letters.
      let isMixed =
        characters.contains { $0.isASCII && $0.isLetter }
        || (readsLookalikes && characters.allSatisfy { tables.lookalikes[$0] != nil })
      var token = NameToken()
      var index = 0
      while index < characters.count {
        let character = characters[index]
        index += 1
        var reading: String
        if isMixed, let lookalike = tables.lookalikes[character] {
          reading = lookalike
        } else if index < characters.count,
          let pair = tables.sequences[String([character, characters[index]])]
        {
          reading = pair[min(choice, pair.count - 1)]
          index += 1
        } else {
          reading = tables.reading(of: character, choice: choice)
        }
        if reading == Transliteration.separator {
          if !token.isEmpty { tokens.append(token) }
          token = NameToken()
          reading = ""
        }
        for letter in reading.utf8 { token.append(letter) }
      }
      if !token.isEmpty { tokens.append(token) }
    }
    return tokens
  }
}

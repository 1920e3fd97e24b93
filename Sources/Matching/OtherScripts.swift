import Foundation
import Names

/// Scripts for which `Names` has no table (Han, Kana, Hangul, Devanagari, Thai …): the general
/// transliteration of Unicode (CLDR), slow and only used for names with a word of which the tables
/// make no letter.
enum OtherScripts {
  /// The tokens of a name, in up to ``NameFolder/variantsMax`` spellings; empty only when no
  /// letter can be made of it.
  static func variants(_ text: String) -> [[NameToken]] {
    let variants = NameFolder.variants(text)
    guard !text.utf8.allSatisfy({ $0 < 0x80 }),
      text.split(separator: " ").contains(where: isUnknown),
      let latin = text.applyingTransform(StringTransform("Any-Latin; Latin-ASCII"), reverse: false)
    else { return variants }
    return NameFolder.variants(latin)
  }

  private static func isUnknown(_ word: Substring) -> Bool {
    word.contains { !$0.isASCII && $0.isLetter } && NameFolder.variants(String(word)).isEmpty
  }
}

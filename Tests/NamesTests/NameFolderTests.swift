import Testing

@testable import Names

@Suite struct NameFolderTests {
  static let table: [(text: String, variants: Set<String>)] = [
    ("EL AMRANI", ["EL AMRANI"]),
    ("O'BRIEN-SMITH", ["OBRIEN SMITH"]),
    ("J.P. de Vries", ["J P DE VRIES"]),
    ("", []),
    ("12-34", []),
    ("Müller", ["MUELLER", "MULLER"]),
    ("Mu\u{308}ller", ["MUELLER", "MULLER"]),
    ("Ålund", ["AALUND", "ALUND"]),
    ("Strauß", ["STRAUSS", "STRAUS"]),
    ("Łukaszewski", ["LUKASZEWSKI"]),
    ("Çağrı Düşoğlu", ["CAGRI DUESOGLU", "CAGRI DUSOGLU"]),
    ("Мо\u{301}харев", ["MOKHAREV", "MOHAREW"]),
    ("Юлия", ["IULIIA", "YULYYA", "JULYJA"]),
    // Cyrillic А and о inside a Latin word are a disguise.
    ("\u{410}li B\u{43E}rg", ["ALI BORG"]),
    // A word of Cyrillic look-alikes alone reads both ways.
    ("\u{405}\u{41C}\u{406}\u{422}\u{41D}", ["DZMITN", "SMITH"]),
    ("A\u{200B}L\u{202E}I", ["ALI"]),
    ("Παπαδόπουλος", ["PAPADOPOULOS", "PAPADOPULOS"]),
  ]

  @Test(arguments: table) func foldsToVariants(text: String, variants: Set<String>) {
    let found = NameFolder.variants(text).map { $0.map(\.description).joined(separator: " ") }
    #expect(Set(found) == variants)
    #expect(found.count == variants.count, "no variant twice")
  }

  @Test func arabicAndHebrewFoldToLetters() {
    for name in ["محمد", "عبد الرحمن", "שלום", "გიორგი"] {
      #expect(!NameFolder.variants(name).isEmpty, "\(name)")
    }
  }

  @Test func asciiPathRefusesOtherBytesWithoutATrace() {
    var tokens = [NameToken("KEPT")]
    let bytes = Array("AB CÉ".utf8)
    #expect(!NameFolder.foldASCII(bytes.span, into: &tokens))
    #expect(tokens == [NameToken("KEPT")])
  }
}

@Suite struct NameTokenTests {
  static let texts = [
    "", "A", "AB", "ABCDEFGH", "ABCDEFGHI", "ABCDEFGHIJKLMNOPQ", "AC", "B", "ABB",
  ]

  @Test func behavesAsItsText() {
    for left in Self.texts {
      for right in Self.texts {
        #expect((NameToken(left) == NameToken(right)) == (left == right))
        #expect((NameToken(left) < NameToken(right)) == (left < right))
      }
      #expect(NameToken(left).description == left)
      #expect(NameToken(left).prefix(3).description == String(left.prefix(3)))
    }
  }

  @Test func cutsAtItsLimit() {
    let token = NameToken(String(repeating: "ABCDEFGH", count: 5))
    #expect(token.count == NameToken.lettersMax)
  }

  /// Words against letters, at every length.
  @Test func cutsAsLettersDo() {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF".utf8)
    for count in 0...NameToken.lettersMax {
      let letters = Array(alphabet[..<count])
      let token = NameToken(letters)
      for length in 0...count {
        #expect(token.prefix(length) == NameToken(letters.prefix(length)))
        #expect(token.suffix(length) == NameToken(letters.suffix(length)))
        #expect(token.suffix(length).count == length)
      }
    }
  }

  @Test func ordersByAlphabet() {
    let names = ["", "A", "AB", "ABCDEFGH", "ABCDEFGHA", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "B", "BA"]
    #expect(names.reversed().map { NameToken($0) }.sorted() == names.map { NameToken($0) })
  }
}

@Suite struct NameTableTests {
  @Test func frequentNamesAreCommon() {
    let common = NameFrequency.shipped.centibits(of: NameToken("MOHAMED")) ?? 1600
    let rare = NameFrequency.shipped.centibits(of: NameToken("XQZVYKW")) ?? 1600
    #expect(common < 1000)
    #expect(rare == 1600)
  }

  @Test func familiesJoinSpellingsAndKeepNamesApart() {
    let variants = SpellingVariants.shared
    func share(_ a: String, _ b: String) -> Bool {
      !Set(variants.families(of: NameToken(a))).isDisjoint(
        with: variants.families(of: NameToken(b)))
    }
    #expect(share("MOHAMMED", "MUHAMAD"))
    #expect(share("YOUSEF", "YUSUF"))
    #expect(share("OSAMA", "USAMA"))
    #expect(!share("HASSAN", "HUSSEIN"))
    #expect(!share("JAMAL", "JAMIL"))
  }
}

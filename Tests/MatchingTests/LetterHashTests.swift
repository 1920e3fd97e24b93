import Names
import TestSupport
import Testing

@testable import Matching

@Suite struct LetterHashTests {
  /// Against tokens that are edited and hashed anew.
  @Test(arguments: [1, 2]) func followsEveryEdit(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let letters = (0..<Int.random(in: 1...32, using: &random)).map { _ in
        UInt8.random(in: 0x41...0x5A, using: &random)
      }
      var edits = Set<UInt64>()
      var deletions: Set = [LetterHash.of(NameToken(letters))]
      for place in 0...letters.count {
        for letter in UInt8(0x41)...0x5A {
          if letters.count < NameToken.lettersMax {
            var longer = letters
            longer.insert(letter, at: place)
            edits.insert(LetterHash.of(NameToken(longer)))
          }
          if place < letters.count, letters[place] != letter {
            var changed = letters
            changed[place] = letter
            edits.insert(LetterHash.of(NameToken(changed)))
          }
        }
        if place == letters.count { break }
        var shorter = letters
        shorter.remove(at: place)
        edits.insert(LetterHash.of(NameToken(shorter)))
        deletions.insert(LetterHash.of(NameToken(shorter)))
        if place + 1 < letters.count, letters[place] != letters[place + 1] {
          var exchanged = letters
          exchanged.swapAt(place, place + 1)
          edits.insert(LetterHash.of(NameToken(exchanged)))
        }
      }
      var found = Set<UInt64>()
      LetterHash.visitEdits(NameToken(letters)) { found.insert($0) }
      #expect(found == edits, "\(NameToken(letters))")
      found.removeAll()
      LetterHash.visitDeletions(NameToken(letters)) { found.insert($0) }
      #expect(found == deletions, "\(NameToken(letters))")
    }
  }
}

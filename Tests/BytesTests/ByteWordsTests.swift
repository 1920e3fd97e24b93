import TestSupport
import Testing

@testable import Bytes

/// The block-wise looks at bytes against plain loops, on random texts at random places.
@Suite struct ByteWordsTests {
  private static let letters = Array("ABZ@[`a09'?+:/- \u{1F}\u{7F}".utf8) + [0x80, 0xFF]

  private func samples(_ check: (Span<UInt8>, Range<Int>) -> Void) {
    var random = SeededGenerator(seed: 41)
    for round in 0..<20_000 {
      let plain = round % 3
      let text = (0..<Int.random(in: 1...60, using: &random)).map { _ -> UInt8 in
        if plain == 0 { return UInt8.random(in: 0x41...0x5A, using: &random) }
        if plain == 1, Int.random(in: 0...9, using: &random) > 0 {
          return UInt8.random(in: 0x30...0x5F, using: &random)
        }
        return ByteWordsTests.letters.randomElement(using: &random) ?? 0x41
      }
      let start = Int.random(in: 0...text.count, using: &random)
      check(text.span, start..<Int.random(in: start...text.count, using: &random))
    }
  }

  @Test func plainTextIsWhatALoopFinds() {
    samples { text, range in
      var isPlain = true
      for index in range {
        let byte = text[index]
        let isEdge = index == range.lowerBound || index + 1 == range.upperBound
        if byte < 0x20 || byte > 0x5F || byte == 0x3F { isPlain = false }
        if byte == 0x20, isEdge || text[index - 1] == 0x20 { isPlain = false }
      }
      let found = text.isPlainText(range, without: 0x3F)
      #expect(found == isPlain)
    }
  }

  @Test func lettersAreWhatALoopFinds() {
    samples { text, range in
      var hasBlank = false
      var isOther = range.isEmpty
      for index in range {
        let isEdge = index == range.lowerBound || index + 1 == range.upperBound
        switch text[index] {
        case 0x41...0x5A: break
        case 0x20:
          hasBlank = true
          if isEdge || text[index - 1] == 0x20 { isOther = true }
        default: isOther = true
        }
      }
      let found = text.letters(in: range)
      let expected: Span<UInt8>.Letters = isOther ? .other : hasBlank ? .words : .letters
      #expect(found == expected)
    }
  }

  @Test func codesAreTheirBytes() {
    samples { text, range in
      guard let code = text.plainCode(range) else { return }
      var packed: UInt64 = 0
      var isPlain = range.count <= 8
      for (place, index) in range.enumerated() where place < 8 {
        packed |= UInt64(text[index]) << UInt64(8 * place)
        if text[index] < 0x21 || text[index] > 0x60 { isPlain = false }
      }
      #expect(isPlain)
      #expect(code == packed)
    }
  }

  @Test func matchesAreWhatALoopFinds() {
    let scanner = ByteScanner(0x27, 0x3F, 0x0A, 0x2B)
    samples { text, range in
      var expected: UInt32 = 0
      for lane in 0..<16 where range.lowerBound + lane < text.count {
        if [0x27, 0x3F, 0x0A, 0x2B].contains(text[range.lowerBound + lane]) {
          expected |= 1 << UInt32(lane)
        }
      }
      let found = scanner.matches(in: text, at: range.lowerBound)
      #expect(found == expected)
    }
  }
}

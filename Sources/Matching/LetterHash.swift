import Names

/// A hash of a token's letters that can follow an edit: the letters are the coefficients of a polynomial, so
/// that leaving one out, putting one in or changing one costs a few multiplications whatever the length.
/// The same in every process.
struct LetterHash {
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// base · inverse = 1 modulo 2⁶⁴; the base is odd and has one.
  private static let inverse: UInt64 = {
    // Newton: each step doubles the number of right bits, of which an odd number has three.
    var inverse = base
    for _ in 0..<5 { inverse &*= 2 &- base &* inverse }
    return inverse
  }()
  private static let letters: ClosedRange<UInt64> = 0x41...0x5A

  /// The hash of a token; its upper bits are as good as its lower ones.
  static func of(_ token: NameToken) -> UInt64 { mixed(sum(token)) }

  @inline(__always)
  private static func sum(_ token: NameToken) -> UInt64 {
    var sum: UInt64 = 0
    var power: UInt64 = 1
    token.visitLetters { letter in
      sum &+= UInt64(letter) &* power
      power &*= base
    }
    return sum
  }

  @inline(__always)
  private static func mixed(_ sum: UInt64) -> UInt64 {
    let once = (sum ^ sum >> 29) &* 0xBF58_476D_1CE4_E5B9
    return once ^ once >> 32
  }

  /// Calls `body` with the hash of a token and of what is left without each of its letters: two tokens within one
  /// edit (a letter left out, put in or changed, or two neighbours exchanged) have one of these in common.
  @inline(__always)
  static func visitDeletions(_ token: NameToken, _ body: (UInt64) -> Void) {
    let whole = sum(token)
    body(mixed(whole))
    var before: UInt64 = 0
    var power: UInt64 = 1
    var last: UInt8 = 0
    let inverse = inverse
    token.visitLetters { letter in
      let through = before &+ UInt64(letter) &* power
      // Of a doubled letter either may go: the same.
      if letter != last { body(mixed(before &+ (whole &- through) &* inverse)) }
      last = letter
      before = through
      power &*= base
    }
  }

  /// Calls `body` with the hashes of all tokens that are exactly one edit away; some come twice.
  @inline(__always)
  static func visitEdits(_ token: NameToken, _ body: (UInt64) -> Void) {
    let count = token.count
    let whole = sum(token)
    // The sum of the letters before the place, and base to the power of the place.
    var before: UInt64 = 0
    var power: UInt64 = 1
    for place in 0...count {
      let behind = whole &- before
      if count < NameToken.lettersMax {
        let moved = before &+ behind &* base
        for letter in letters { body(mixed(moved &+ letter &* power)) }
      }
      if place == count { break }
      let own = UInt64(token[place])
      let rest = behind &- own &* power
      body(mixed(before &+ rest &* inverse))
      for letter in letters where letter != own { body(mixed(before &+ letter &* power &+ rest)) }
      let next = UInt64(token[place + 1])
      if place + 1 < count, next != own {
        let further = power &* base
        body(mixed(whole &+ (next &- own) &* power &+ (own &- next) &* further))
      }
      before &+= own &* power
      power &*= base
    }
  }
}

/// One folded token of a name: up to 32 letters A–Z in four machine words.
///
/// A token is compared, hashed and copied as words; only the distance kernels look at its letters.
/// Letters beyond 32 are cut: no passport has such a name part, glued reservation names do.
public struct NameToken: Hashable, Sendable, BitwiseCopyable, CustomStringConvertible {
  public static let lettersMax = 32

  @usableFromInline var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  public internal(set) var count: Int = 0

  public init() {}

  /// - Parameter letters: A–Z; other bytes are passed over.
  public init(_ letters: some Sequence<UInt8>) {
    for letter in letters { append(letter) }
  }

  /// - Parameter letters: A–Z, at most ``lettersMax``.
  public init(_ letters: Span<UInt8>) {
    for index in letters.indices { append(letters[index]) }
  }

  /// - Parameter text: A–Z; other characters are passed over.
  public init(_ text: String) { self.init(text.utf8) }

  public var isEmpty: Bool { count == 0 }

  /// The letter at `index`, A–Z in ASCII; 0 past the end.
  @inlinable
  public subscript(index: Int) -> UInt8 {
    let shift = UInt64(index & 7) * 8
    switch index >> 3 {
    case 0: return UInt8(truncatingIfNeeded: words.0 >> shift)
    case 1: return UInt8(truncatingIfNeeded: words.1 >> shift)
    case 2: return UInt8(truncatingIfNeeded: words.2 >> shift)
    case 3: return UInt8(truncatingIfNeeded: words.3 >> shift)
    default: return 0
    }
  }

  public mutating func append(_ letter: UInt8) {
    guard letter >= 0x41, letter <= 0x5A, count < NameToken.lettersMax else { return }
    let value = UInt64(letter) << (UInt64(count & 7) * 8)
    switch count >> 3 {
    case 0: words.0 |= value
    case 1: words.1 |= value
    case 2: words.2 |= value
    default: words.3 |= value
    }
    count += 1
  }

  /// Appends the letters that there is room for.
  public mutating func append(_ other: NameToken) {
    guard count + other.count <= NameToken.lettersMax else {
      for index in 0..<other.count { append(other[index]) }
      return
    }
    // As words: all letters move by the same number of bits.
    let shift = UInt64(count & 7) * 8
    let (a, b, c, d) = other.words
    let moved = (
      a << shift, b << shift | a >> (64 - shift), c << shift | b >> (64 - shift),
      d << shift | c >> (64 - shift)
    )
    switch count >> 3 {
    case 0:
      words.0 |= moved.0
      words.1 |= moved.1
      words.2 |= moved.2
      words.3 |= moved.3
    case 1:
      words.1 |= moved.0
      words.2 |= moved.1
      words.3 |= moved.2
    case 2:
      words.2 |= moved.0
      words.3 |= moved.1
    default: words.3 |= moved.0
    }
    count += other.count
  }

  /// The first `length` letters.
  public func prefix(_ length: Int) -> NameToken {
    func kept(_ word: UInt64, _ first: Int) -> UInt64 {
      let letters = UInt64(min(8, max(0, length - first)))
      return letters == 8 ? word : word & ((1 << (letters * 8)) - 1)
    }
    var result = self
    result.words = (
      kept(words.0, 0), kept(words.1, 8), kept(words.2, 16), kept(words.3, 24)
    )
    result.count = min(length, count)
    return result
  }

  /// The last `length` letters.
  public func suffix(_ length: Int) -> NameToken {
    let left = max(0, count - length)
    let shift = UInt64(left & 7) * 8
    let (a, b, c, d) = words
    let moved = (
      a >> shift | b << (64 - shift), b >> shift | c << (64 - shift),
      c >> shift | d << (64 - shift), d >> shift
    )
    var result = NameToken()
    result.count = count - left
    switch left >> 3 {
    case 0: result.words = moved
    case 1: result.words = (moved.1, moved.2, moved.3, 0)
    case 2: result.words = (moved.2, moved.3, 0, 0)
    case 3: result.words = (moved.3, 0, 0, 0)
    default: break
    }
    return result
  }

  /// The letters one after another, without a branch for each.
  @inlinable @inline(__always)
  public func visitLetters(_ body: (UInt8) -> Void) {
    var rest = words
    for _ in 0..<count {
      body(UInt8(truncatingIfNeeded: rest.0))
      rest.0 = rest.0 >> 8 | rest.1 << 56
      rest.1 = rest.1 >> 8 | rest.2 << 56
      rest.2 = rest.2 >> 8 | rest.3 << 56
      rest.3 >>= 8
    }
  }

  public var letters: [UInt8] { (0..<count).map { self[$0] } }
  public var description: String { String(decoding: letters, as: UTF8.self) }

  /// A number that spreads tokens evenly over its upper bits; the same in every process.
  @inlinable
  public var spread: UInt64 {
    var sum = words.0 &* 0x9E37_79B9_7F4A_7C15
    sum = (sum ^ sum >> 32 ^ words.1) &* 0xBF58_476D_1CE4_E5B9
    sum = (sum ^ sum >> 32 ^ words.2) &* 0x94D0_49BB_1331_11EB
    return (sum ^ sum >> 32 ^ words.3) &* 0x9E37_79B9_7F4A_7C15
  }

  @inlinable
  public static func == (a: NameToken, b: NameToken) -> Bool {
    a.words.0 == b.words.0 && a.words.1 == b.words.1 && a.words.2 == b.words.2
      && a.words.3 == b.words.3
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(spread) }
}

extension NameToken: Comparable {
  /// Alphabetical order.
  public static func < (a: NameToken, b: NameToken) -> Bool {
    func isBefore(_ left: UInt64, _ right: UInt64) -> Bool { left.byteSwapped < right.byteSwapped }
    if a.words.0 != b.words.0 { return isBefore(a.words.0, b.words.0) }
    if a.words.1 != b.words.1 { return isBefore(a.words.1, b.words.1) }
    if a.words.2 != b.words.2 { return isBefore(a.words.2, b.words.2) }
    return isBefore(a.words.3, b.words.3)
  }
}

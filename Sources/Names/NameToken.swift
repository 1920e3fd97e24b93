/// One folded token of a name: up to 32 letters A–Z in four machine words.
///
/// A token is compared, hashed and copied as words; only the distance kernels look at its letters.
/// Letters beyond 32 are cut: no passport has such a name part, glued reservation names do.
public struct NameToken: Hashable, Sendable, CustomStringConvertible {
  public static let lettersMax = 32

  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  public private(set) var count: Int = 0

  public init() {}

  /// - Parameter letters: A–Z; other bytes are passed over.
  public init(_ letters: some Sequence<UInt8>) {
    for letter in letters { append(letter) }
  }

  /// - Parameter text: A–Z; other characters are passed over.
  public init(_ text: String) { self.init(text.utf8) }

  public var isEmpty: Bool { count == 0 }

  /// The letter at `index`, A–Z in ASCII; 0 past the end.
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

  public mutating func append(_ other: NameToken) {
    for index in 0..<other.count { append(other[index]) }
  }

  /// The first `length` letters.
  public func prefix(_ length: Int) -> NameToken {
    var result = NameToken()
    for index in 0..<min(length, count) { result.append(self[index]) }
    return result
  }

  public var letters: [UInt8] { (0..<count).map { self[$0] } }
  public var description: String { String(decoding: letters, as: UTF8.self) }

  public static func == (a: NameToken, b: NameToken) -> Bool {
    a.words.0 == b.words.0 && a.words.1 == b.words.1 && a.words.2 == b.words.2
      && a.words.3 == b.words.3
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    if count > 16 {
      hasher.combine(words.2)
      hasher.combine(words.3)
    }
  }
}

extension NameToken: Comparable {
  /// Alphabetical order.
  public static func < (a: NameToken, b: NameToken) -> Bool {
    for (left, right) in [
      (a.words.0, b.words.0), (a.words.1, b.words.1), (a.words.2, b.words.2),
      (a.words.3, b.words.3),
    ] where left != right {
      return left.byteSwapped < right.byteSwapped
    }
    return false
  }
}

public import Bytes
internal import CKernels

/// Where what belongs to a listed token is kept in a small table: several tokens may fall together.
public enum TokenSlot {
  /// So many slots there are; their numbers have 13 bits.
  public static let count = 2 + 4096
  /// Stands for no token.
  public static let none: UInt16 = 0
  /// Stands for any token.
  public static let any: UInt16 = 1

  /// The slot of a token with this number.
  @inlinable @inline(__always)
  public static func of(_ token: UInt32) -> UInt16 {
    2 &+ UInt16(truncatingIfNeeded: token & 4095)
  }

  /// The same by the kernels' rule.
  static func byKernel(_ token: UInt32) -> UInt16 {
    UInt16(truncatingIfNeeded: ckernels_slot(token))
  }
}

/// A word for each ``TokenSlot``, and sums of them for many names at once. A word has three numbers: one from bit 40
/// on, one from bit 20 on, one below.
public struct SlotWords: ~Copyable {
  /// What a sum of words is asked for: the first number must reach `heavy`, and then the last `heavyLow`, or the two `good`
  /// and `goodLow`, or the first `equal`.
  public struct Limits {
    var limits = ckernels_sum_limits()

    public init(heavy: Int, heavyLow: Int, good: Int, goodLow: Int, equal: Int) {
      func first(_ number: Int) -> UInt64 { UInt64(max(0, number)) << 40 }
      limits.heavy = first(heavy)
      limits.good = first(good)
      limits.equal = first(equal)
      limits.heavy_low = UInt64(max(0, heavyLow))
      limits.good_low = UInt64(max(0, goodLow))
    }
  }

  // As many as 13 bits can name, so that no number is beyond them.
  @usableFromInline var words = ScratchList<UInt64>(repeating: 0, count: 1 << 13)

  public init() {}

  @inlinable @inline(__always)
  public subscript(slot: UInt16) -> UInt64 {
    get { words[Int(slot)] }
    set { words[Int(slot)] = newValue }
  }

  /// Finds postings of which the words of their names' tokens add up to enough.
  /// - Parameters:
  ///   - tokens: whose postings are asked, from `starts[token]` up to `starts[token + 1]`.
  ///   - others: of each posting the slots of the name's other tokens, 16 bits each.
  ///   - found: takes the places of the postings.
  public func select(
    _ tokens: borrowing ScratchList<UInt32>, starts: FlatTable<UInt32>,
    others: FlatTable<UInt64>, limits: Limits, into found: inout ScratchList<UInt32>
  ) {
    found.removeAll()
    var asked = 0
    for place in tokens.indices {
      let token = Int(tokens[place])
      precondition(starts[token] <= starts[token + 1] && starts[token + 1] <= others.count)
      asked += Int(starts[token + 1] - starts[token])
    }
    if asked == 0 { return }
    var limits = limits.limits
    // Sound: the postings of all tokens lie within `others`, `found` has room for as many, and no slot
    // has a number beyond the words.
    unsafe words.withUnsafeStart { words in
      unsafe tokens.withUnsafeStart { first in
        unsafe starts.withUnsafeStart { starts in
          unsafe others.withUnsafeStart { others in
            unsafe found.fill(asked) { found in
              unsafe ckernels_select_postings(
                words, first, tokens.count, starts, others, &limits, found)
            }
          }
        }
      }
    }
  }

  /// Finds numbers of which the words of their slots add up to enough.
  /// - Parameters:
  ///   - slots: of each number eight in two words, 16 bits each.
  ///   - factor: of the second number; `least` is what it and 256 times the first must come to.
  public func select(
    _ numbers: borrowing ScratchList<UInt32>, slots: FlatTable<UInt64>, factor: Int, least: Int,
    into found: inout ScratchList<UInt32>
  ) {
    found.removeAll()
    if numbers.isEmpty { return }
    for place in numbers.indices { precondition(2 * Int(numbers[place]) + 1 < slots.count) }
    // Sound: each number has its slots, `found` has room for all, and no slot has a number beyond the words.
    unsafe words.withUnsafeStart { words in
      unsafe numbers.withUnsafeStart { first in
        unsafe slots.withUnsafeStart { slots in
          unsafe found.fill(numbers.count) { found in
            unsafe ckernels_select_numbers(
              words, first, numbers.count, slots, Int64(factor), Int64(least), found)
          }
        }
      }
    }
  }
}

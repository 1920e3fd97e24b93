public import Bytes
internal import CKernels

/// Finds among many tokens of one length those within a few edits of one token; owns its scratch memory.
///
/// Two steps in vectors: what the letters allow (``masksAllow(_:_:edits:)``), then the edits themselves
/// (``EditPattern/edits(to:)``). Both lose nothing and keep nothing else.
public struct TokenFilter: Sendable {
  /// Bytes behind the last token's letters that may be read.
  public static let padding = 3

  private var mask: UInt64 = 0
  private var places = [UInt32](repeating: 0, count: 32)
  private var count = 0
  private var found: [UInt32] = []
  private var own: [UInt8] = []
  private var distances: [UInt16] = []
  private var length = 0
  private let costs = EditCosts.standard
  private let isPlain: Bool

  public init() { isPlain = false }

  /// - Parameter isPlain: use no instructions beyond the baseline, as older machines do.
  init(isPlain: Bool) { self.isPlain = isPlain }

  /// Takes in the token that is looked for.
  /// - Parameter letters: A–Z, 1 to 32 of them.
  public mutating func begin(_ letters: Span<UInt8>) {
    precondition(letters.count > 0 && letters.count <= 32)
    mask = letterMask(letters)
    count = letters.count
    own.removeAll(keepingCapacity: true)
    for index in letters.indices { own.append(letters[index]) }
    for place in places.indices { places[place] = 0 }
    for index in letters.indices { places[Int(letters[index] & 31)] |= 1 << UInt32(index) }
  }

  /// The positions found by the last ``select(_:masks:letters:from:length:edits:)``, counted from the range's
  /// beginning.
  public subscript(place: Int) -> Int { Int(found[place]) }

  /// Finds the tokens of `range` within `edits` edits, ascending.
  /// - Parameters: `masks` of all tokens; `letters` (A–Z) of the tokens of the range from `start` on, `length` each,
  ///   and ``padding`` more bytes.
  /// - Returns: how many there are.
  public mutating func select(
    _ range: Range<Int>, masks: FlatTable<UInt64>, letters: FlatTable<UInt8>, from start: Int,
    length: Int, edits: Int
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= masks.count)
    precondition(start >= 0 && start + range.count * length + Self.padding <= letters.count)
    if range.isEmpty || length == 0 { return 0 }
    if found.count < range.count { found = [UInt32](repeating: 0, count: range.count) }
    return unsafe masks.withUnsafeStart { masks in
      unsafe letters.withUnsafeStart { letters in
        unsafe places.withUnsafeBufferPointer { places in
          unsafe found.withUnsafeMutableBufferPointer { found in
            guard let firstPlace = places.baseAddress, let target = found.baseAddress else {
              return 0
            }
            let filterMasks = unsafe isPlain ? ckernels_filter_masks_plain : ckernels_filter_masks
            let filterEdits = unsafe isPlain ? ckernels_filter_edits_plain : ckernels_filter_edits
            let allowed = unsafe filterMasks(
              masks + range.lowerBound, range.count, mask, CInt(edits), target)
            return unsafe filterEdits(
              firstPlace, CInt(count), letters + start, CInt(length), CInt(edits), target, allowed)
          }
        }
      }
    }
  }

  /// Measures what the last ``select(_:masks:letters:from:length:edits:)`` found.
  /// - Parameters: as there; `number` is what it gave.
  public mutating func measure(
    _ number: Int, letters: FlatTable<UInt8>, from start: Int, length: Int
  ) {
    self.length = length
    if number == 0 { return }
    if distances.count < number { distances = [UInt16](repeating: 0, count: found.count) }
    let costs = costs
    // Sound: the tokens were found among those of these letters; there is room for all of them, and the tables
    // have the sizes that the kernel names.
    unsafe letters.withUnsafeStart { letters in
      unsafe distances.withUnsafeMutableBufferPointer { distances in
        unsafe costs.substitution.withUnsafeBufferPointer { substitution in
          unsafe costs.first.withUnsafeBufferPointer { first in
            unsafe costs.later.withUnsafeBufferPointer { later in
              var table = unsafe ckernels_edit_costs(
                substitution: substitution.baseAddress, first: first.baseAddress,
                later: later.baseAddress, doubled: EditCosts.doubledLetter,
                transposition: UInt8(EditCosts.transposition))
              let kernel = unsafe isPlain ? ckernels_distances_plain : ckernels_distances
              unsafe kernel(
                &table, own, CInt(count), letters + start, CInt(length), found, number,
                distances.baseAddress)
            }
          }
        }
      }
    }
  }

  /// The similarity of what was found in a place, as ``TokenDistance/similarity(_:_:)`` gives it.
  @inline(__always)
  public func similarity(_ place: Int) -> Int {
    TokenDistance.similarity(cost: Int(distances[place]), letters: count + length)
  }
}

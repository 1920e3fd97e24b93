import Bytes

/// The names that hardly need a look: most have no title, and most that have one end in ` MR` or `MRS`.
extension GluedTitle {
  /// What ``strip(_:)`` says of `range`, where a few letters at its ends tell; nil for all others.
  ///
  /// Only untitled names and sure titles without another reading come out of it.
  /// - Returns: ranges in the whole of `name`.
  @inline(__always)
  public static func stripPlain(_ name: Span<UInt8>, _ range: Range<Int>) -> Reading? {
    if isUntitled(name, range) { return Reading(range: range, certainty: .untitled) }
    return stripEnd(name, range)
  }

  /// Whether no title can stand at either end, as far as the outermost letters tell: false says nothing.
  @inline(__always)
  public static func isUntitled(_ name: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let count = range.count
    guard count > 1 else { return count == 1 }
    // MR MS DR MA MI PR SI, all compared at once: names begin and end in anything, and each wrong guess of
    // a branch would cost more.
    let first = UInt16(name[range.lowerBound]) &<< 8 | UInt16(name[range.lowerBound &+ 1])
    let beginnings: SIMD8<UInt16> =
      SIMD8<UInt16>(0x4D52, 0x4D53, 0x4452, 0x4D41, 0x4D49, 0x5052, 0x5349, 0x4D52)
    // MR MS DR ER SS TR OF LD, RS HD NF NS IR AM
    let last =
      UInt16(name[range.upperBound &- 2]) &<< 8 | UInt16(name[range.upperBound &- 1])
    let endings: SIMD8<UInt16> =
      SIMD8<UInt16>(0x4D52, 0x4D53, 0x4452, 0x4552, 0x5353, 0x5452, 0x4F46, 0x4C44)
    let further: SIMD8<UInt16> =
      SIMD8<UInt16>(0x5253, 0x4844, 0x4E46, 0x4E53, 0x4952, 0x414D, 0x4D52, 0x4D52)
    let lasts: SIMD8<UInt16> = SIMD8<UInt16>(repeating: last)
    let isTitle =
      (beginnings .== SIMD8<UInt16>(repeating: first)) .| (endings .== lasts) .| (further .== lasts)
    return isTitle.isNone || isUntitledByThree(name, range)
  }

  /// ``isUntitled(_:_:)`` where two letters at an end may be a title's.
  private static func isUntitledByThree(_ name: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let count = range.count
    guard count > 1 else { return count == 1 }
    let start = range.lowerBound
    let end = range.upperBound
    switch UInt32(name[start]) << 8 | UInt32(name[start &+ 1]) {
    case 0x4D52, 0x4D53, 0x4452: return false  // MR MS DR
    case 0x4D41, 0x4D49, 0x5052, 0x5349:  // MA MI PR SI
      if count > 2 {
        switch name[start &+ 2] {
        case 0x53, 0x44, 0x4F, 0x52: return false  // MAS MIS MAD PRO SIR, and some that are none
        default: break
        }
      }
    default: break
    }
    switch UInt32(name[end &- 2]) << 8 | UInt32(name[end &- 1]) {
    case 0x4D52, 0x4D53, 0x4452: return false  // MR MS DR
    case 0x4552, 0x5353, 0x5452, 0x4F46, 0x4C44, 0x5253, 0x4844, 0x4E46, 0x4E53, 0x4952, 0x414D:
      // ER SS TR OF LD RS HD NF NS IR AM
      return count > 2 ? !isThirdOfTitle(name[end &- 3], behind: name[end &- 2]) : true
    default: return true
    }
  }

  /// Whether the third letter from the end goes on with the last two as a title does.
  private static func isThirdOfTitle(_ third: UInt8, behind second: UInt8) -> Bool {
    switch second {
    case 0x45: third == 0x54  // TER
    case 0x53, 0x4E: third == 0x49  // ISS INF INS
    case 0x54: third == 0x53  // STR
    case 0x4F: third == 0x52  // ROF
    case 0x4C: third == 0x48  // HLD
    case 0x52: third == 0x4D  // MRS
    case 0x48: third == 0x43  // CHD
    case 0x49: third == 0x53  // SIR
    default: third == 0x44  // DAM
    }
  }

  /// `ANNEMARIE MRS`, `ANNEMARIEMRS`, `JOHN MR`: what stands before is long enough, has no title itself
  /// and does not end in a way that makes the title doubtful.
  private static func stripEnd(_ name: Span<UInt8>, _ range: Range<Int>) -> Reading? {
    let end = range.upperBound
    guard range.count >= 6 else { return nil }
    let length: Int
    var isAdult = true
    switch UInt32(name[end &- 2]) << 8 | UInt32(name[end &- 1]) {
    case 0x4D52: length = 2  // MR
    case 0x4D53 where name[end &- 3] == blank: length = 2  // MS
    case 0x5253 where name[end &- 3] == 0x4D: length = 3  // MRS
    case 0x5353 where name[end &- 3] == 0x49 && name[end &- 4] == 0x4D:  // MISS
      length = 4
      isAdult = false
    default: return nil
    }
    var left = range.lowerBound..<(end &- length)
    let last = name[left.upperBound &- 1]
    if last == blank {
      left = left.lowerBound..<(left.upperBound &- 1)
      guard !left.isEmpty, name[left.upperBound &- 1] != blank else { return nil }
    } else {
      // Two letters at least in the last word, and none that names in -MR or -MISS have before it.
      guard left.count > 4, name[left.upperBound &- 2] != blank else { return nil }
      if length != 3, last == 0x41 || last == 0x59 { return nil }
      if length == 2, isUnsureLetter(last) { return nil }
    }
    guard isUntitled(name, left) else { return nil }
    return Reading(range: left, certainty: .sure, isAdult: isAdult)
  }

  /// M and U end what stands before MR in names of the table of those that end alike.
  private static func isUnsureLetter(_ last: UInt8) -> Bool { last == 0x4D || last == 0x55 }
}

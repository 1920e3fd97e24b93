import Records

/// The three letters that a month is written with, in English if nothing else is said.
enum MonthName {
  /// The month whose letters stand in a word, in any case, the first one lowest; what stands above them is
  /// not looked at.
  ///
  /// Without a branch: which month it is cannot be foreseen, and a wrong guess costs more than all of this.
  @inline(__always)
  static func number(_ word: UInt32) -> Int? {
    let code = word & 0xDF_DFDF
    // The product sends each month to another one of sixteen places.
    let place = UInt64((code &* 0x966B_AEA1) &>> 28)
    let month = (0xA04_BC03_6895_0271 as UInt64) &>> (place &* 4) & 0xF
    let letters = code & 0x1F | code &>> 3 & 0x3E0 | code &>> 6 & 0x7C00
    guard code & 0xE0_E0E0 == 0x40_4040, letters == MonthName.letters(month) else { return nil }
    return Int(truncatingIfNeeded: month)
  }

  /// The letters of a month, five bits each and the first one lowest; three that do not exist for other
  /// numbers. A switch would become a jump.
  @inline(__always)
  private static func letters(_ month: UInt64) -> UInt32 {
    var four: UInt64 = 0x482D_08A6_382A_FFFF  // none, JAN, FEB, MAR
    if month >= 4 { four = 0x32AA_3AAA_642D_4A01 }  // APR, MAY, JUN, JUL
    if month >= 8 { four = 0x59EE_506F_40B3_1EA1 }  // AUG, SEP, OCT, NOV
    if month >= 12 { four = 0xFFFF_FFFF_FFFF_0CA4 }  // DEC
    return UInt32(truncatingIfNeeded: four &>> ((month & 3) &* 16) & 0xFFFF)
  }

  /// A month as French, Spanish, German and Dutch shorten it; those that English writes alike are none.
  /// - Parameter range: begins with it, and ends behind the year.
  /// - Returns: its number, and how many bytes it has.
  static func other(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (number: Int, count: Int)? {
    for (letters, number) in others {
      guard range.count > letters.count + 1,
        letters.indices.allSatisfy({ upperASCII(bytes[range.lowerBound + $0]) == letters[$0] })
      else { continue }
      return (number, letters.count)
    }
    return nil
  }

  private static let others: [([UInt8], Int)] = [
    ("ENE", 1), ("FEV", 2), ("F\u{C9}V", 2), ("MRT", 3), ("MRZ", 3), ("M\u{C4}R", 3), ("AVR", 4),
    ("ABR", 4), ("MAI", 5), ("MEI", 5), ("AOU", 8), ("AO\u{DB}", 8), ("AGO", 8), ("OKT", 10),
    ("DIC", 12), ("DEZ", 12), ("D\u{C9}C", 12),
  ].map { (Array($0.0.utf8), $0.1) }
}

import Records

/// What stands in the place of a name where there is none yet: `NN/NN`, `TBA1`, `NO/NAME`, `PAX/ONE`.
enum SeatName {
  /// Whether nothing of the name can be somebody's: both parts say that there is none, or the only one does.
  /// NN and XX are also people's names, so one of them beside another name is not enough.
  static func isPlaceholder(_ name: ReadName, _ bytes: [UInt8]) -> Bool {
    guard !name.surname.isEmpty else { return false }
    let surname = code(name.surname, bytes)
    guard !name.given.isEmpty else { return words.contains(surname) || seats.contains(surname) }
    // NN/NNMR: a title belongs to no seat.
    let titled = name.given.range
    let bare = GluedTitle.strip(bytes.span.extracting(titled), isExpected: true).range
    let given = code(name.given, bytes)
    let start = titled.lowerBound
    let untitled = start + bare.lowerBound..<start + bare.upperBound
    let isWord =
      words.contains(given)
      || !bare.isEmpty && bare.count <= 7 && words.contains(ShortCode(bytes.span, untitled))
    return words.contains(surname) && isWord || seats.contains(surname) && numbers.contains(given)
      || pairs.contains { $0 == surname && $1 == given }
  }

  /// The text without the number that tells seats apart; no code if it is longer than any of them.
  private static func code(_ text: TextReference, _ bytes: [UInt8]) -> ShortCode {
    var range = text.range
    while range.count > 1, bytes[range.upperBound - 1] >= 0x30, bytes[range.upperBound - 1] <= 0x39
    {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range.count > 7 ? .none : ShortCode(bytes.span, range)
  }

  private static let words = [
    "NN", "N", "X", "XX", "XXX", "TBA", "TBC", "TBD", "TBN", "FNU", "LNU", "NONAME",
    "N/A", "UNKNOWN",
  ].map { ShortCode($0) }
  private static let seats = ["PAX", "GUEST"].map { ShortCode($0) }
  private static let numbers = [
    "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN",
    "1", "2", "3", "4", "5", "6", "7", "8", "9",
  ].map { ShortCode($0) }
  private static let pairs = [
    (ShortCode("NO"), ShortCode("NAME")), (ShortCode("N"), ShortCode("A")),
  ]
}

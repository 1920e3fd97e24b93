import Records

extension DateReader {
  /// Nobody who travels was born in a later year than that of the flight, or so long ago: such a date would
  /// speak against the right person.
  static func plausible(
    _ reading: Reading, _ reference: PartialDate?, _ meaning: Meaning
  ) -> Reading {
    guard meaning == .birth, let date = reading.value else { return reading }
    return (earliestBirth...(reference?.year ?? 2200)).contains(date.year) ? reading : .impossible
  }

  private static let earliestBirth = 1890
}

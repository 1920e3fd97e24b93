public import Bytes

/// Every feed format that the program reads: one line per format, and nothing else to change.
public enum FeedRegistry {
  /// In the order in which an unknown file is tried.
  public static let formats: [any FeedFormat] = [
    PNRGOVFormat(), PNRGOVXMLFormat(), PAXLSTFormat(), TypeBFormat(), PassengersCSVFormat(),
  ]

  /// What the formats say of themselves, for `pnrscreen formats` and the README.
  public static var descriptors: [FormatDescriptor] { formats.map(\.descriptor) }

  /// The formats that are one type of EDIFACT message.
  static let messageFormats: [any EDIFACTFormat] = formats.compactMap { $0 as? any EDIFACTFormat }

  /// Messages that authorities and carriers answer each other with: counted, not screened.
  static let answerTypes: Set<String> = ["CUSRES", "ACKRES", "CONTRL", "GOVREQ"]
}

import Bytes

/// Passengers read from one stretch of one file, with the bytes of their texts.
///
/// Structure of arrays with one byte store: a batch is filled by one parser, read by one matcher and
/// then cleared and filled again, so a night of any size needs a handful of allocations.
public struct PassengerBatch: Sendable {
  public private(set) var bytes: [UInt8] = []
  public var passengers: [Passenger] = []
  public var names: [PersonName] = []
  public var documents: [TravelDocument] = []
  public var flights: [FlightLeg] = []
  public private(set) var messages: [MessageHeader] = []
  /// Messages that have ended, with what they announced and what was found.
  public var pushes: [Push] = []
  /// Bookings that a message cancels, whether or not it names anybody in them.
  public var cancellations: [BookingCancellation] = []
  /// Bookings that have several locators, or somebody in them who is not named.
  public var bookingNames: [BookingNames] = []
  public var locators: [SystemLocator] = []
  public var diagnostics: [Diagnostic] = []
  public var counts = FeedCounts()

  public init() {}

  /// Forgets everything and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    passengers.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
    flights.removeAll(keepingCapacity: true)
    messages.removeAll(keepingCapacity: true)
    pushes.removeAll(keepingCapacity: true)
    cancellations.removeAll(keepingCapacity: true)
    bookingNames.removeAll(keepingCapacity: true)
    locators.removeAll(keepingCapacity: true)
    diagnostics.removeAll(keepingCapacity: true)
    counts = FeedCounts()
  }

  /// Stores UTF-8 text.
  public mutating func store(_ text: Span<UInt8>) -> TextReference {
    let start = UInt32(bytes.count)
    bytes.append(copying: text)
    return TextReference(start: start, count: UInt32(text.count))
  }

  /// Stores UTF-8 text.
  public mutating func store(_ text: [UInt8]) -> TextReference {
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: text)
    return TextReference(start: start, count: UInt32(text.count))
  }

  /// Puts blanks in the place of a separator in a stored text.
  public mutating func setBlanks(in text: TextReference, for separator: UInt8) {
    for index in text.range where bytes[index] == separator { bytes[index] = 0x20 }
  }

  /// Whether a stored text has these bytes.
  public func isText(_ text: TextReference, _ other: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard Int(text.count) == range.count else { return false }
    let start = Int(text.start)
    for place in 0..<range.count where bytes[start + place] != other[range.lowerBound + place] {
      return false
    }
    return true
  }

  /// Stores a text.
  public mutating func store(_ text: String) -> TextReference { store(Array(text.utf8)) }

  /// Whether both names are spelled alike, whatever their sources.
  public func isSame(_ first: PersonName, _ second: PersonName) -> Bool {
    let text = bytes.span
    return text.isEqual(first.given.range, second.given.range)
      && text.isEqual(first.surname.range, second.surname.range)
  }

  /// The index of this message in ``messages``, appended unless it is the latest.
  public mutating func index(of message: MessageHeader) -> UInt32 {
    if messages.isEmpty || !messages[messages.count - 1].isSame(as: message) {
      messages.append(message)
    }
    return UInt32(messages.count - 1)
  }

  /// The index of the latest message if it is this one, told by numbers alone; nil if it may be another.
  public func latestIndex(of key: MessageHeader.Key) -> UInt32? {
    guard key.ordinal != 0, !messages.isEmpty, messages[messages.count - 1].key == key else {
      return nil
    }
    return UInt32(messages.count - 1)
  }

  /// Says more of a message that is in ``messages``, as known at its end.
  public mutating func amend(_ index: UInt32, _ message: MessageHeader) {
    messages[Int(index)] = message
  }

  public func text(_ reference: TextReference) -> String {
    String(decoding: bytes[reference.range], as: UTF8.self)
  }
}

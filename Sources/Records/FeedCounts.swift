/// A count that senders state, beside what was found: reported where they differ, never a reason to
/// drop anything.
public struct CountCheck: Sendable, Equatable {
  /// How often it was stated.
  public var statements = 0
  /// Added up over all statements.
  public var stated = 0
  /// Added up over the same units.
  public var found = 0
  /// How many statements were wrong.
  public var different = 0

  public init() {}

  public mutating func compare(stated: Int, found: Int) {
    statements += 1
    self.stated += stated
    self.found += found
    if stated != found { different += 1 }
  }

  public static func += (sum: inout CountCheck, other: CountCheck) {
    sum.statements += other.statements
    sum.stated += other.stated
    sum.found += other.found
    sum.different += other.different
  }
}

/// What was found in a feed, for the accounting in `run.json`.
public struct FeedCounts: Sendable, Equatable {
  public var interchanges = 0
  /// All messages seen, of every type: parsed, skipped and quarantined.
  public var messages = 0
  /// Messages whose type is not screened (CUSRES, ACKRES, CONTRL …), counted and skipped.
  public var messagesSkipped = 0
  /// Messages of which nothing could be read, for instance of an unknown type.
  public var messagesQuarantined = 0
  /// Messages that were read to their end, or as far as they went.
  public var messagesParsed = 0
  /// Bookings (PNRGOV SRC groups).
  public var bookings = 0
  /// Persons appended to batches.
  public var persons = 0
  /// Segments of a message.
  public var unt = CountCheck()
  /// Messages of a group.
  public var une = CountCheck()
  /// Groups or messages of an interchange.
  public var unz = CountCheck()

  public init() {}

  public static func += (sum: inout FeedCounts, other: FeedCounts) {
    sum.interchanges += other.interchanges
    sum.messages += other.messages
    sum.messagesSkipped += other.messagesSkipped
    sum.messagesQuarantined += other.messagesQuarantined
    sum.messagesParsed += other.messagesParsed
    sum.bookings += other.bookings
    sum.persons += other.persons
    sum.unt += other.unt
    sum.une += other.une
    sum.unz += other.unz
  }
}

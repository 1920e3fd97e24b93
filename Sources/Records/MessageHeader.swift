/// The types of message that passengers are read from.
public enum MessageKind: UInt8, Sendable, CaseIterable {
  case other, pnrgov, paxlst, pnl, adl, prl, pfs, etl, ptm, psm, pdt, csv, asl, ftl, pil

  /// As `source.message` has it.
  public var label: String {
    [
      "", "PNRGOV", "PAXLST", "PNL", "ADL", "PRL", "PFS", "ETL", "PTM", "PSM", "PDT", "CSV",
      "ASL", "FTL", "PIL",
    ][Int(rawValue)]
  }

  public init(type: String) {
    self = MessageKind.allCases.first { $0 != .other && $0.label == type } ?? .other
  }

  /// Where a message comes from, for joining: one traveller is told of in each of them.
  public var channel: Channel {
    switch self {
    case .pnrgov: .reservation
    case .paxlst, .pdt: .advancePassengerInformation
    case .pnl, .adl, .prl, .pfs, .etl, .ptm, .psm, .asl, .ftl, .pil: .departureControl
    case .other, .csv: .table
    }
  }

  public enum Channel: UInt8, Sendable, CaseIterable {
    case reservation, advancePassengerInformation, departureControl, table
  }
}

/// What a message says of the bookings that it does not name.
public enum PushFunction: UInt8, Sendable {
  /// Nothing: others may exist (PAXLST, PNL, PRL, tables).
  case list
  /// They are not on the flight (PNRGOV 22).
  case full
  /// They are as they were (PNRGOV 141, ADL, PAXLST 745+CP).
  case update
}

/// What a message says of itself; one per message in each batch that holds its passengers.
public struct MessageHeader: Hashable, Sendable {
  /// 1, 2, 3 … within its file; 0 for a table.
  public var ordinal: UInt32 = 0
  /// Index of the input; set by the run, 0 from a parser.
  public var file: UInt32 = 0
  public var function = PushFunction.list
  /// Sequence number of a message in parts (UNH S010, `PART2`); 0 where it has none.
  public var part: Int32 = 0
  /// Whether it is the last of its parts, or has none.
  public var isLastPart = true
  /// When its sender made it, in minutes since 1970-01-01T00:00 by the sender's clock; 0 if unknown.
  /// Orders the pushes of one sender, whatever the order of their arrival.
  public var minute: Int64 = 0
  /// `PNRGOV`, `PAXLST`, `CSV` …
  public var type: String
  /// `13:1`, `D:12B`; empty for tables.
  public var version: String
  /// UNH 0062; empty for tables.
  public var reference: String
  /// UNB 0004 or the Type B origin.
  public var sender = ""
  /// UNH 0068, which the parts of one push share; opaque.
  public var accessReference = ""
  /// Whether its interchange is marked as a test (UNB 0035): its persons are read, never screened.
  public var isTest = false

  public init(type: String, version: String = "", reference: String = "") {
    self.type = type
    self.version = version
    self.reference = reference
  }

  /// What tells messages apart that have an ordinal.
  public struct Key: Equatable, Sendable {
    var ordinal: UInt32
    var file: UInt32
    var function: PushFunction
    var part: Int32
    var isLastPart: Bool
    var minute: Int64
  }

  public var key: Key {
    Key(
      ordinal: ordinal, file: file, function: function, part: part, isLastPart: isLastPart,
      minute: minute)
  }

  /// Whether both are of one message and say the same; the texts are compared only where no number
  /// tells the messages apart.
  func isSame(as other: MessageHeader) -> Bool {
    ordinal != 0 ? key == other.key : self == other
  }

  public var kind: MessageKind { MessageKind(type: type) }

  /// Minutes since 1970-01-01T00:00 for ``minute``.
  /// - Parameters:
  ///   - date: a full date.
  ///   - minuteOfDay: minutes after midnight.
  public static func minute(of date: PartialDate, _ minuteOfDay: Int) -> Int64 {
    Int64(date.dayNumber) * 1440 + Int64(minuteOfDay)
  }
}

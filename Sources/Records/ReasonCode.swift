/// Why something was set aside or reported (contract, section 6).
public enum ReasonCode: String, Sendable, CaseIterable {
  case syntax = "SYNTAX"
  case charset = "CHARSET"
  case truncated = "TRUNCATED"
  case countMismatch = "COUNT_MISMATCH"
  case duplicate = "DUPLICATE"
  case unknownMessage = "UNKNOWN_MESSAGE"
  case noFlight = "NO_FLIGHT"
  case dateImpossible = "DATE_IMPOSSIBLE"
  case tooLarge = "TOO_LARGE"
  case xmlDTD = "XML_DTD"
  case xmlSyntax = "XML_SYNTAX"
  case archiveRatio = "ARCHIVE_RATIO"
  case archiveDamaged = "ARCHIVE_DAMAGED"
  case notRegularFile = "NOT_REGULAR_FILE"
  case outOfScope = "OUT_OF_SCOPE"
  case late = "LATE"
  case pushOrder = "PUSH_ORDER"

  /// Decisions are counted, but alone they do not make exit code 1.
  public var isDecision: Bool { self == .outOfScope || self == .late || self == .duplicate }
}

/// One finding in a feed. Its text says what is wrong and holds no personal data.
public struct Diagnostic: Sendable, Equatable {
  public var code: ReasonCode
  /// Byte offset in the file.
  public var offset: UInt64
  /// For the reader, without personal data: `UNT counts 9 segments, found 15`.
  public var text: String
  /// The message's own reference (UNH 0062); empty outside a message.
  public var messageReference: String
  /// Persons of the affected unit that were kept all the same.
  public var salvaged: Int

  public init(
    _ code: ReasonCode, at offset: UInt64, _ text: String, messageReference: String = "",
    salvaged: Int = 0
  ) {
    self.code = code
    self.offset = offset
    self.text = text
    self.messageReference = messageReference
    self.salvaged = salvaged
  }
}

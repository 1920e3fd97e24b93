public import Bytes
public import Records

/// A reader of one feed format, fed with bytes cut anywhere.
///
/// Parsers own no files, clocks or logs. What is wrong in the input becomes a ``Records/Diagnostic``
/// in the batch; nothing throws.
public protocol FeedParser {
  /// Takes the next bytes of the file and appends every person that is complete to `batch`.
  mutating func consume(_ bytes: Span<UInt8>, into batch: inout PassengerBatch)

  /// The file has ended: appends what is still open and reports what is missing.
  mutating func finish(into batch: inout PassengerBatch)
}

/// One entry of ``FeedRegistry``.
public protocol FeedFormat: Sendable {
  var descriptor: FormatDescriptor { get }

  /// Whether a file that begins with these bytes (at most 64 KiB) is of this format.
  func recognises(_ head: [UInt8]) -> Bool

  func makeParser(_ context: FeedContext) -> any FeedParser
}

/// What a parser is told from outside, since it has no clock and no settings of its own.
public struct FeedContext: Sendable {
  public var limits: Limits
  /// The day of the run. Dates without a year (Type B lists) are put where they lie nearest to it.
  public var today: PartialDate?
  /// The text was brought to UTF-8 from another encoding of the whole file, so that what it declares
  /// of its own character set no longer holds.
  var isTranscoded = false

  public init(limits: Limits = .standard, today: PartialDate? = nil) {
    self.limits = limits
    self.today = today
  }
}

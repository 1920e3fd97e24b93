public import Bytes

/// Writes the same hits in one of the forms that receivers take in.
///
/// A writer is a pure function of the hits: no clock, no host, no state between hits, so that the
/// file is the same bytes on every machine.
public protocol HitWriter: Sendable {
  var descriptor: FormatDescriptor { get }
  /// Name in the run folder.
  var fileName: String { get }
  /// What stands before the first hit.
  var header: [UInt8] { get }
  /// What stands after the last hit.
  var footer: [UInt8] { get }
  /// Appends one hit to `bytes`.
  func write(_ hit: Hit, into bytes: inout [UInt8])
}

extension HitWriter {
  public var header: [UInt8] { [] }
  public var footer: [UInt8] { [] }
}

/// Every form in which hits are published; a new one is a folder in `Writers/` and a line here.
public enum HitWriterRegistry {
  public static let all: [any HitWriter] = [
    JSONLinesHitWriter(),
    CSVHitWriter(),
  ]
}

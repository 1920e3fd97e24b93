public import Bytes
public import Records

/// One file of a list: its bytes, and the path that errors name.
public struct WatchlistSource: Sendable {
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What a format's reader found in its file or files.
public struct WatchlistContents: Sendable {
  /// The file's own date of publication.
  public var published: PartialDate?
  public var entries: [ListedPerson] = []
  /// Counted findings that do not keep the list from being used; no personal data.
  public var warnings: [String] = []
  /// Why a person must decide before the list is used; no personal data.
  public var holds: [String] = []

  public init() {}
}

/// A reader of one list format; one folder below `Formats/`, one line in ``WatchlistRegistry``.
public protocol WatchlistFormat: Sendable {
  var descriptor: FormatDescriptor { get }

  /// How many files make one list.
  var fileCount: ClosedRange<Int> { get }

  /// Reads the whole list.
  /// - Parameter files: as many as ``fileCount`` allows.
  /// - Throws: ``WatchlistError/refused(path:reason:)`` for what cannot be used at all. What a
  ///   person must decide goes to ``WatchlistContents/holds``.
  func read(_ files: [WatchlistSource], limits: Limits) throws(WatchlistError) -> WatchlistContents
}

extension WatchlistFormat {
  public var fileCount: ClosedRange<Int> { 1...1 }
}

/// Every list format that pnrscreen reads.
public enum WatchlistRegistry {
  public static let formats: [any WatchlistFormat] = [
    NLTerrorismODS(),
    PersonsCSV(),
  ]

  /// The format of this id; nil where there is none.
  public static func format(_ id: String) -> (any WatchlistFormat)? {
    formats.first { $0.descriptor.id == id }
  }
}

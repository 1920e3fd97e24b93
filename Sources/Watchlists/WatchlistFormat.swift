public import Bytes
public import Records

/// What a format's reader found in its file or files.
public struct WatchlistContents: Sendable {
  /// The file's own date of publication.
  public var published: PartialDate?
  public var entries: [ListedPerson] = []
  /// Of a list of documents, which has no entries in memory: what was counted in it.
  public var documents: DocumentCounts?
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

  /// How many bytes each file may have, unpacked.
  func bytesMax(_ limits: Limits) -> Int

  /// Whether a file that begins so may be of the format: where nobody names one, only such formats are tried,
  /// in the order of the registry.
  /// - Parameters:
  ///   - head: its first bytes, up to ``WatchlistFile/headBytes``, unpacked.
  ///   - name: its name without folders.
  func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool

  /// Reads the whole list.
  /// - Parameter files: as many as ``fileCount`` allows.
  /// - Throws: ``WatchlistError/refused(path:reason:)`` for what cannot be used at all. What a
  ///   person must decide goes to ``WatchlistContents/holds``.
  func read(_ files: [WatchlistSource], limits: Limits) throws(WatchlistError) -> WatchlistContents
}

extension WatchlistFormat {
  public var fileCount: ClosedRange<Int> { 1...1 }
  public func bytesMax(_ limits: Limits) -> Int { limits.listBytes }
  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool { true }
}

/// Every list format that pnrscreen reads.
public enum WatchlistRegistry {
  public static let formats: [any WatchlistFormat] = [
    NLTerrorismODS(),
    PersonsCSV(),
    DocumentsCSV(),
    EUFSFCSV(),
    EUFSFXML(),
    FTMJSON(),
    InterpolJSON(),
    OFACAdvancedXML(),
    OFACCSV(),
    OFACEnhancedXML(),
    OFACSDNXML(),
    OpenSanctionsNestedJSON(),
    OpenSanctionsSimpleCSV(),
    SECOXML(),
    SenzingJSON(),
    UKConListCSV(),
    UKConListXLSX(),
    UKSanctionsCSV(),
    UKSanctionsXML(),
    UNXML(),
  ]

  /// The format of this id; nil where there is none.
  public static func format(_ id: String) -> (any WatchlistFormat)? {
    formats.first { $0.descriptor.id == id }
  }
}

/// How a format of any axis (feed, list, report) describes itself: `pnrscreen formats`, the README's
/// table and the test "every entry has a sample and an expected result" read this.
public struct FormatDescriptor: Sendable, Equatable {
  /// Stable identifier, as in the register's `format`.
  public let id: String
  public let title: String
  /// The publication that defines the format.
  public let specification: String
  /// Folder below `samples/` or `watchlists/`, relative to the project, that shows it.
  public let sampleFolder: String

  public init(id: String, title: String, specification: String, sampleFolder: String) {
    self.id = id
    self.title = title
    self.specification = specification
    self.sampleFolder = sampleFolder
  }
}

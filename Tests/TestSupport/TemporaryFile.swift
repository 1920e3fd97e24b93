internal import Foundation

/// Gives `body` the path of a file with these bytes, for as long as it runs.
/// - Parameter name: with which the file's name ends.
public func withTemporaryFile<Result>(
  _ bytes: [UInt8], name: String = "", _ body: (String) throws -> Result
) throws -> Result {
  let url = FileManager.default.temporaryDirectory.appending(
    path: "pnrscreen-\(UUID().uuidString)\(name)")
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url.path)
}

public import Foundation

/// The folder `shared` beside the project, with corpora that are not part of it.
public enum SharedFolder {
  /// nil where the project was cloned alone; tests that need it are then skipped.
  public static let url: URL? = {
    var folder = URL(filePath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "shared/corpus")
      if FileManager.default.fileExists(atPath: candidate.path) {
        return folder.appending(path: "shared")
      }
    }
    return nil
  }()

  public static var isPresent: Bool { url != nil }
}

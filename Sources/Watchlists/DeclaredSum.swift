internal import Bytes

/// What the publisher says that the SHA-256 of a file is.
public enum DeclaredSum: Sendable, Equatable {
  /// In lower case hex.
  case sum(String)
  /// In a file, as `sha256sum` writes it, or alone.
  case file(String)

  /// Sums of some hundred files.
  private static let maximumBytes = 64 * 1024

  static func isSum(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 64 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  /// Why the file at `path` is not what was declared; nil where it is.
  ///
  /// The publisher's sum is of the bytes as they are fetched, packed or not.
  func problem(of path: String) -> String? {
    let declared: [String]
    switch self {
    case .sum(let sum): declared = [sum]
    case .file(let file):
      guard (try? WatchlistSource.expectFile(file)) != nil,
        let bytes = try? readWholeFile(file, maximumBytes: Self.maximumBytes)
      else {
        return "\(file), which tells its SHA-256, cannot be read; fetch both again"
      }
      declared = Self.sums(in: String(decoding: bytes, as: UTF8.self), of: path)
      if Set(declared).count > 1 {
        return "\(file) tells several SHA-256 of it; fetch both again"
      }
      if declared.isEmpty { return "\(file) tells no SHA-256 of it; fetch both again" }
    }
    guard let found = try? sha256(ofFile: path) else { return "\(path): cannot be read" }
    return declared.contains(found)
      ? nil : "is not the file of which the SHA-256 was declared; fetch both again"
  }

  /// The sums of the lines that name the file; where none is named, the only one.
  static func sums(in text: String, of path: String) -> [String] {
    let name = path.split(separator: "/").last ?? ""
    var named: [String] = []
    var others: Set<String> = []
    for line in text.split(whereSeparator: \.isNewline) {
      // `sum  name`, `sum *name`, `SHA256 (name) = sum`
      let words = line.split { " \t()=*".contains($0) }
      guard let sum = words.first(where: { isSum($0) }) else { continue }
      let names = words.filter { !isSum($0) && $0.uppercased() != "SHA256" }
      if names.contains(where: { $0.split(separator: "/").last == name }) {
        named.append(sum.lowercased())
      } else {
        others.insert(sum.lowercased())
      }
    }
    // Files are renamed when they are fetched: the only sum is that of the file.
    return !named.isEmpty ? named : others.count == 1 ? Array(others) : []
  }
}

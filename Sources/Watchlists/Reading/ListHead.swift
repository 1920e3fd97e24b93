/// The beginning of a file, to tell what it may be without reading it.
struct ListHead {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes
  }

  /// A zip, as spreadsheets are.
  var isZip: Bool { bytes.starts(with: [0x50, 0x4B]) }

  /// The root element's local name is this.
  func hasRoot(_ name: String) -> Bool { root.map { $0 == name } ?? false }

  /// The first line or record of a JSON text is an object or array that has this key.
  func hasKey(_ key: String) -> Bool {
    guard let first = bytes.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else {
      return false
    }
    return text.contains("\"\(key)\"")
  }

  /// One of the first lines has all these column titles, whatever separates them.
  func hasTitles(_ titles: [String]) -> Bool {
    text.split(whereSeparator: \.isNewline).prefix(3).contains { line in
      let cells = line.split { ",;\t|\"".contains($0) }.map {
        ListedText.clean(String($0)).lowercased()
      }
      return titles.allSatisfy { cells.contains($0.lowercased()) }
    }
  }

  /// The file begins with this text.
  func begins(with text: String) -> Bool { bytes.starts(with: text.utf8) }

  private var text: String { String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self) }

  /// The local name of the first element; nil where there is none. Bytes of zero are passed over: UTF-16.
  private var root: Substring? {
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      if rest.hasPrefix("!--") {
        guard let end = rest.firstRange(of: "-->") else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.first.map({ $0.isLetter || $0 == "_" }) == true {
        let name = rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        return name.split(separator: ":").last
      }
    }
    return nil
  }
}

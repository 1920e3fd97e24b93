internal import Records
internal import TOMLKit

extension RegisterTable {
  /// `expected = { records = { min = …, max = … }, … }`, and `expected_persons` for the one most used.
  func expected() throws(WatchlistError) -> [WatchlistCounter: ClosedRange<Int>] {
    var expected: [WatchlistCounter: ClosedRange<Int>] = [:]
    let key = "expected"
    if let value = table[key] {
      guard let bands = value.table, !bands.isEmpty else {
        throw wrongType(key, "{ records = { min = …, max = … }, … }")
      }
      for name in bands.keys.sorted() {
        guard let counter = WatchlistCounter(rawValue: name) else {
          let known = WatchlistCounter.allCases.map(\.rawValue).joined(separator: ", ")
          throw error(key, "\"\(key)\": unknown counter \"\(name)\"; allowed are \(known)")
        }
        expected[counter] = try band(name, in: bands, key)
      }
    }
    let persons = "expected_persons"
    if table[persons] != nil {
      guard expected[.persons] == nil else {
        throw error(
          persons, "\"\(persons)\" is the same as persons in \"\(key)\"; give one of both")
      }
      expected[.persons] = try band(persons, in: table, persons)
    }
    return expected
  }

  private func band(
    _ name: String, in table: TOMLTable, _ key: String
  ) throws(WatchlistError) -> ClosedRange<Int> {
    guard let bounds = table[name]?.table, Set(bounds.keys).isSubset(of: ["min", "max"]),
      !bounds.isEmpty
    else {
      throw key == name
        ? wrongType(key, "{ min = …, max = … }")
        : error(key, "\"\(key)\": \(name) must be { min = …, max = … }")
    }
    let least = try count("min", in: bounds) ?? 0
    let most = try count("max", in: bounds) ?? Int.max
    guard least <= most else { throw error(key, "\"\(key)\": min is greater than max") }
    return least...most
  }

  /// Ids that the list must hold.
  func canaries() throws(WatchlistError) -> [String] {
    let key = "canaries"
    guard let value = table[key] else { return [] }
    var canaries: [String] = []
    for item in value.array.map({ Array($0) }) ?? [] {
      guard let id = item.string, !id.isEmpty else { throw wrongType(key, "an array of entry ids") }
      canaries.append(id)
    }
    guard !canaries.isEmpty else { throw wrongType(key, "an array of entry ids") }
    return canaries
  }

  /// The publisher's SHA-256 of each file, or the file in which it stands.
  func declaredSums(of paths: [String]) throws(WatchlistError) -> [DeclaredSum] {
    let key = "sha256"
    guard let value = table[key] else { return [] }
    var texts: [String] = []
    if let text = value.string {
      texts = [text]
    } else {
      for item in value.array.map({ Array($0) }) ?? [] {
        guard let text = item.string else {
          throw wrongType(key, "a sum, a path or an array of them")
        }
        texts.append(text)
      }
    }
    guard !texts.isEmpty, texts.allSatisfy({ !$0.isEmpty }) else {
      throw wrongType(key, "a sum, a path or an array of them")
    }
    // One file of sums may tell of all files.
    if texts.count == 1, paths.count > 1, !DeclaredSum.isSum(texts[0]) {
      texts = [String](repeating: texts[0], count: paths.count)
    }
    guard texts.count == paths.count else {
      throw error(key, "each file of \"path\" needs its \"sha256\", in the same order")
    }
    return texts.map { text in
      DeclaredSum.isSum(text)
        ? .sum(text.lowercased()) : .file(Register.resolve(text, from: path))
    }
  }
}

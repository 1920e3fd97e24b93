internal import Bytes
internal import Records

extension WatchlistSource {
  /// Checks that there is any byte.
  /// - Throws: ``WatchlistError``.
  func expectContent() throws(WatchlistError) {
    guard stream.isAtEnd else { return }
    if let failure = stream.failure { throw .unreadable(failure) }
    throw refused("the file is empty; fetch it again")
  }

  /// Checks that a list was more than its frame.
  /// - Throws: ``WatchlistError/refused(path:reason:)``.
  func expectRecords(_ contents: WatchlistContents) throws(WatchlistError) {
    guard contents.entries.isEmpty, contents.documents?.records ?? 0 == 0 else { return }
    let cause = contents.holds.first.map { ": \($0)" } ?? "; fetch the list again"
    throw refused("holds no record" + cause)
  }

  /// What was read, where every record has an id of its own: of two with the same, nobody can tell which one a hit
  /// means.
  /// - Throws: ``WatchlistError/refused(path:reason:)``.
  func unique(_ contents: WatchlistContents) throws(WatchlistError) -> WatchlistContents {
    let duplicates = WatchlistCheck.duplicateEntries(in: contents.entries)
    guard duplicates == 0 else {
      throw refused("\(duplicates) record(s) have the id of another record; fetch the list again")
    }
    return contents
  }

  /// Checks the root element.
  /// - Parameter namespaces: all that the format has had; publishers have changed them.
  /// - Throws: ``WatchlistError/refused(path:reason:)``.
  func expect(
    _ root: ListElement, _ name: String, in namespaces: Set<String>
  ) throws(WatchlistError) {
    guard root.name == name else {
      throw refused("the root element is not \(name); check the file and its format")
    }
    guard namespaces.contains(root.namespace) else {
      throw refused(
        "the root element has an unknown namespace: another version of the format; "
          + "fetch the version that is read")
    }
  }
}

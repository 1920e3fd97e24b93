internal import Records

extension WatchlistSource {
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

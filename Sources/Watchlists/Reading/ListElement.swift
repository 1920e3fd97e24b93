/// An element of a list's XML with all that is in it: one record, or one part of one.
///
/// Names are local ones: publishers have changed their namespaces, so a format looks at the root's.
struct ListElement {
  let name: String
  /// Empty for none.
  let namespace: String
  /// Line of the file at which it begins, about.
  let line: Int
  private(set) var attributes: [(name: String, value: String)] = []
  var children: [ListElement] = []
  /// Its own character data as it stands, without that of its children.
  var text = ""

  init(name: String, namespace: String, line: Int) {
    self.name = name
    self.namespace = namespace
    self.line = line
  }

  mutating func add(attribute: String, _ value: String) { attributes.append((attribute, value)) }

  /// The cleaned value of an attribute; nil where it is absent, empty or a placeholder.
  func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }.flatMap { ListedText.value($0.value) }
  }

  /// The attribute as it stands; nil where it is absent.
  func rawAttribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  func first(_ name: String) -> ListElement? { children.first { $0.name == name } }

  func all(_ name: String) -> some Sequence<ListElement> {
    children.lazy.filter { $0.name == name }
  }

  /// All children of the children of this name: `list("akaList")` gives every `aka`.
  func list(_ name: String) -> some Sequence<ListElement> {
    children.lazy.filter { $0.name == name }.flatMap(\.children)
  }

  /// The cleaned text; nil where it is empty or a placeholder.
  var value: String? { ListedText.value(text) }

  /// The cleaned text of the first child of this name that has one.
  func value(_ name: String) -> String? {
    for child in children where child.name == name {
      if let value = child.value { return value }
    }
    return nil
  }

  /// The texts of all children of this name.
  func values(_ name: String) -> [String] {
    children.compactMap { $0.name == name ? $0.value : nil }
  }
}

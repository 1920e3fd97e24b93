internal import Bytes

/// What a file consists of: elements and attributes of XML, keys of JSON, column titles of tables, and how many of
/// each there are. Never a value: nothing of a person.
public struct ListSchema: Sendable, Equatable {
  /// How many of each item, by its name.
  public internal(set) var counts: [String: Int] = [:]

  /// What stands for every record: a column of a table.
  static let always = 1_000_000_000
  /// What a file has beyond ``ListSchemaRecorder/itemsMax``.
  static let others = "…"
  /// What stands for a text in the row of titles that is hardly a title.
  static let otherTitle = "(a title with digits)"

  public init() {}

  /// Reads what ``text`` gives; lines that it would not give are passed over.
  public init(text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t")
      if parts.count == 2, let count = Int(parts[1]) { counts[String(parts[0])] = count }
    }
  }

  /// A line of name, tabulator and number for each item, in the order of the names.
  public var text: String {
    counts.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }.joined()
  }
}

/// Collects the ``ListSchema`` of one file while it is read.
final class ListSchemaRecorder {
  /// Published lists have fewer than 400.
  static let itemsMax = 2_000

  private struct Pair: Hashable {
    let parent: String
    let name: String
  }

  /// How long names are that are shown.
  private static let nameMax = 48

  private var elements: [Pair: Int] = [:]
  private var attributes: [Pair: Int] = [:]
  private var titles: Set<String> = []
  private var items: [String: Int] = [:]
  private var overflow = 0

  func add(element name: String, in parent: String) {
    add(Pair(parent: parent, name: name), to: &elements)
  }

  func add(attribute name: String, of element: String) {
    // Advice to parsers (XML Schema, part 1): it says nothing of the list.
    if name == "schemaLocation" || name == "noNamespaceSchemaLocation" || name == "nil" { return }
    add(Pair(parent: element, name: name), to: &attributes)
  }

  /// The titles of a table's columns; blank ones are none.
  func add(titles: some Sequence<String>) {
    for title in titles {
      let title = ListedText.clean(title).lowercased()
      guard !title.isEmpty else { continue }
      if self.titles.count < Self.itemsMax { self.titles.insert(title) } else { overflow += 1 }
    }
  }

  /// What a format counts by itself, under names of its own.
  func add(_ items: [String: Int]) { self.items.merge(items, uniquingKeysWith: +) }

  /// The keys of an object and of those within it, apart by what kind of entity they say that they are.
  func add(_ object: JSONObject, in parent: String = "") {
    var parent = parent
    if case .string(let kind)? = object["schema"] { parent = kind }
    for member in object.members {
      add(element: member.key, in: parent)
      add(member.value, in: parent.isEmpty ? member.key : parent)
    }
  }

  private func add(_ value: JSONValue, in parent: String) {
    switch value {
    case .object(let object): add(object, in: parent)
    case .array(let values): for value in values { add(value, in: parent) }
    default: break
    }
  }

  private func add(_ pair: Pair, to counts: inout [Pair: Int]) {
    if let index = counts.index(forKey: pair) {
      counts.values[index] += 1
    } else if counts.count < Self.itemsMax {
      counts[pair] = 1
    } else {
      overflow += 1
    }
  }

  /// Adds what was collected.
  func add(to schema: inout ListSchema) {
    for (pair, count) in elements {
      let parent = pair.parent.isEmpty ? "" : Self.shown(pair.parent) + "/"
      schema.counts[parent + Self.shown(pair.name), default: 0] += count
    }
    for (pair, count) in attributes {
      schema.counts[Self.shown(pair.parent) + "@" + Self.shown(pair.name), default: 0] += count
    }
    for title in titles { schema.counts[Self.shown(title: title)] = ListSchema.always }
    schema.counts.merge(items, uniquingKeysWith: +)
    if overflow > 0 { schema.counts[ListSchema.others, default: 0] += overflow }
  }

  /// The title of a column, unless it looks like something else: a first row of data has names, dates and numbers.
  private static func shown(title: String) -> String {
    // Publishers count their columns: "name 6".
    let digits = title.unicodeScalars.count { ("0"..."9").contains($0) }
    let isTitle = title.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || " _-.()/".unicodeScalars.contains($0)
    }
    return isTitle && digits <= 2 && title.unicodeScalars.count <= nameMax
      ? shown(title) : ListSchema.otherTitle
  }

  /// A name as it may stand in a text: short, and of the characters that names of publishers have.
  private static func shown(_ name: String) -> String {
    var shown = ""
    for scalar in name.unicodeScalars.prefix(nameMax) {
      let isPlain =
        scalar.isASCII && scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar) || " _-.:()/".unicodeScalars.contains(scalar)
      shown.unicodeScalars.append(isPlain ? scalar : "?")
    }
    return shown
  }
}

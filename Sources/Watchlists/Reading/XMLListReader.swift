internal import Bytes
internal import Records

/// Reads a publisher's XML record by record: memory holds one of them.
///
/// Strict, because nothing is repaired in a list: a document that is not well-formed, has a document type
/// declaration or characters that show damage, or goes on or breaks off, is refused.
struct XMLListReader: ~Copyable {
  private var xml: XMLReader
  private let source: WatchlistSource
  private let limits: Limits
  /// Elements in which a publisher's own file holds U+FFFD: its format says what becomes of them.
  var elementsWithLosses: Set<String> = []
  /// The root element as it was opened, without what is in it.
  let root: ListElement
  /// The names of the elements that are open, the root first.
  private var open: [String]

  /// Reads up to the root element.
  /// - Throws: ``WatchlistError/refused(path:reason:)``.
  init(_ source: WatchlistSource, limits: Limits) throws(WatchlistError) {
    var xml = XMLReader(source.stream)
    var node = xml.next()
    while node == .text { node = xml.next() }
    guard node == .start else { throw XMLListReader.unexpected(node, source) }
    root = try XMLListReader.opened(xml, source)
    open = [root.name]
    source.schema.add(element: root.name, in: "")
    for attribute in root.attributes {
      source.schema.add(attribute: attribute.name, of: root.name)
    }
    self.xml = xml
    self.source = source
    self.limits = limits
  }

  /// Moves to the next child of the element that is open, and opens it; nil at the end of the open element,
  /// which is closed by that. Afterwards ``rest(of:)`` or ``skip()`` must read what is in it, or this function
  /// its children.
  mutating func nextChild() throws(WatchlistError) -> ListElement? {
    while true {
      let node = xml.next()
      switch node {
      case .start: return try enter()
      case .end:
        open.removeLast()
        return nil
      case .text: continue
      default: throw XMLListReader.unexpected(node, source)
      }
    }
  }

  /// Reads all that is in the element just opened.
  mutating func rest(of opened: ListElement) throws(WatchlistError) -> ListElement {
    var nodes = 0
    return try content(of: opened, &nodes)
  }

  /// Passes over all that is in the element just opened.
  mutating func skip() throws(WatchlistError) {
    let depth = open.count
    while open.count >= depth {
      let node = xml.next()
      switch node {
      case .start: _ = try enter()
      case .end: open.removeLast()
      case .text: continue
      default: throw XMLListReader.unexpected(node, source)
      }
    }
  }

  /// To be called behind the root's end: nothing may follow.
  mutating func finish() throws(WatchlistError) {
    let node = xml.next()
    guard node == .endOfDocument else { throw XMLListReader.unexpected(node, source) }
    if let failure = source.stream.failure { throw .unreadable(failure) }
  }

  private mutating func content(
    of opened: ListElement, _ nodes: inout Int
  ) throws(WatchlistError) -> ListElement {
    var element = opened
    nodes += 1
    guard nodes <= limits.listRecordNodes else {
      throw refused(
        "line \(element.line): a record of more than \(limits.listRecordNodes) elements")
    }
    while true {
      let node = xml.next()
      switch node {
      case .start:
        element.children.append(try content(of: enter(), &nodes))
      case .text:
        if element.text.isEmpty { element.text = xml.text } else { element.text += xml.text }
        guard element.text.utf8.count <= limits.listTextBytes else {
          throw refused("line \(element.line): a text of more than \(limits.listTextBytes) bytes")
        }
      case .end:
        open.removeLast()
        if ListedText.isDamaged(element.text), !elementsWithLosses.contains(element.name) {
          throw damaged(element.line)
        }
        return element
      default: throw XMLListReader.unexpected(node, source)
      }
    }
  }

  /// The element that was just found, which is open from now on.
  private mutating func enter() throws(WatchlistError) -> ListElement {
    let element = try XMLListReader.opened(xml, source)
    source.schema.add(element: element.name, in: open.last ?? "")
    for attribute in element.attributes {
      source.schema.add(attribute: attribute.name, of: element.name)
    }
    open.append(element.name)
    return element
  }

  private static func opened(
    _ xml: borrowing XMLReader, _ source: WatchlistSource
  ) throws(WatchlistError) -> ListElement {
    var element = ListElement(name: xml.localName, namespace: xml.namespace, line: xml.line)
    var isDamaged = false
    xml.visitAttributes { name, value in
      if ListedText.isDamaged(value) { isDamaged = true }
      element.add(attribute: name, value)
    }
    if isDamaged { throw source.refused(damage(element.line)) }
    return element
  }

  private func refused(_ reason: String) -> WatchlistError {
    source.refused(reason + "; fetch the list again")
  }

  private func damaged(_ line: Int) -> WatchlistError {
    source.refused(XMLListReader.damage(line))
  }

  private static func damage(_ line: Int) -> String {
    "line \(line) holds U+FFFD or control characters, the signs of lost ones; fetch the list again"
  }

  private static func unexpected(_ node: XMLNode, _ source: WatchlistSource) -> WatchlistError {
    if let failure = source.stream.failure { return .unreadable(failure) }
    return switch node {
    case .documentType: source.refused("has a document type declaration, which is not read")
    case .failure(let fault):
      source.refused("line \(fault.line): \(fault.reason); fetch the list again")
    default: source.refused("ends early, or goes on after its end; fetch the list again")
    }
  }
}

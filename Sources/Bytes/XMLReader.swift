internal import CLibXML2

/// Why an XML document is not well-formed. Holds no content of the document.
public struct XMLFault: Error, Equatable, Sendable {
  /// libxml2's error number (`xmlParserErrors`).
  public let code: Int
  /// From 1; 0 where it is not known.
  public let line: Int

  /// In words, without a byte of the document: libxml2's own messages may quote it.
  public var reason: String {
    switch code {
    case 4: "the document is empty or too large"
    case 5: "the document ends early, or something follows its end"
    case 9, 81: "a byte or character that XML or the encoding does not allow"
    case 26, 27, 28: "an entity that is not declared"
    case 42: "an attribute stands twice"
    case 76, 77, XMLFault.lostEnd: "an end tag is missing or belongs to another element"
    case 32, 31: "an encoding that is not known"
    case 201: "a namespace prefix that is not declared"
    case XMLFault.manyAttributes: "an element with more than \(XMLSource.attributesMax) attributes"
    case XMLFault.entityReference: "a reference to an entity, which is not read"
    default: "not well-formed (libxml2 error \(code))"
    }
  }

  /// An entity reference other than the five of XML itself; no number of libxml2.
  static let entityReference = -1
  /// An element in another one that cannot hold it; no number of libxml2.
  static let lostEnd = -2
  /// More attributes than ``XMLSource/attributesMax``; no number of libxml2.
  static let manyAttributes = -3
}

/// What ``XMLReader/next()`` found.
public enum XMLNode: Sendable, Equatable {
  case start
  /// The end of an element; also given, directly after its start, for an empty element.
  case end
  /// Character data, CDATA or white space: see ``XMLReader/text``. One text may come in pieces.
  case text
  /// A document type declaration. Callers refuse the document: no list or feed has a use for one,
  /// and entities begin here.
  case documentType
  /// The end of a well-formed document.
  case endOfDocument
  /// Not well-formed; nothing follows.
  case failure(XMLFault)
}

/// Pulls one node after the other from an XML document, by libxml2's xmlTextReader.
///
/// No network, no external entity or DTD is loaded, no entity is expanded, and libxml2's guards of
/// depth (256) and node size (10 MB) stay on. Comments and processing instructions are passed over.
@safe public struct XMLReader: ~Copyable {
  /// Holds what libxml2's error handler reports, at an address that stays.
  private final class FaultBox { var fault: XMLFault? }

  private let reader: xmlTextReaderPtr?
  private let source: XMLSource
  private let box = FaultBox()
  private let names = XMLNames()
  private var pendingEnd = false
  private var isDone = false

  /// - Parameter bytes: a whole document, in the encoding that it declares (UTF-8 by default).
  public init(_ bytes: [UInt8]) { self.init(ByteStream(bytes, path: "")) }

  /// - Parameter stream: a whole document, in the encoding that it declares (UTF-8 by default). After the end of
  ///   the document its ``ByteStream/failure`` says whether the bytes ended too early.
  public init(_ stream: ByteStream) {
    source = XMLSource(stream)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue
    // Sound: this value keeps the source until deinit has freed the reader; libxml2 gives a buffer of `count`.
    unsafe reader =
      stream.isAtEnd
      ? nil
      : xmlReaderForIO(
        { context, buffer, count in
          guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
          let source = unsafe Unmanaged<XMLSource>.fromOpaque(context).takeUnretainedValue()
          return unsafe source.read(
            into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
        }, nil, Unmanaged.passUnretained(source).toOpaque(), nil, nil, Int32(options))
    guard let reader = unsafe reader else { return }
    // Sound: the box outlives the reader, which deinit frees first; the handler runs inside next().
    unsafe xmlTextReaderSetStructuredErrorHandler(
      reader,
      { context, error in
        guard let context = unsafe context, let error = unsafe error else { return }
        let box = unsafe Unmanaged<FaultBox>.fromOpaque(context).takeUnretainedValue()
        // Warnings (level 1) do not make a document ill-formed.
        guard box.fault == nil, unsafe error.pointee.level.rawValue >= 2 else { return }
        box.fault = unsafe XMLFault(
          code: Int(error.pointee.code), line: max(0, Int(error.pointee.line)))
      }, Unmanaged.passUnretained(box).toOpaque())
  }

  deinit {
    // Sound: the reader is freed before the source and the box that it refers to.
    if let reader = unsafe reader { unsafe xmlFreeTextReader(reader) }
  }

  /// Moves to the next node.
  public mutating func next() -> XMLNode {
    if pendingEnd {
      pendingEnd = false
      return .end
    }
    guard !isDone, let reader = unsafe reader else { return ended(failed: !isDone) }
    while true {
      // Sound: the reader is alive; its bytes are too.
      let status = unsafe xmlTextReaderRead(reader)
      guard status == 1, box.fault == nil else { return ended(failed: status != 0) }
      switch unsafe xmlTextReaderNodeType(reader) {
      case 1:
        pendingEnd = unsafe xmlTextReaderIsEmptyElement(reader) == 1
        return .start
      case 15: return .end
      case 3, 4, 13, 14: return .text
      case 10: return .documentType
      case 5:
        let line = Int(unsafe xmlTextReaderGetParserLineNumber(reader))
        box.fault = XMLFault(code: XMLFault.entityReference, line: line)
        return ended(failed: true)
      default: continue
      }
    }
  }

  /// Local name of the current element, without prefix.
  public var localName: String {
    guard let reader = unsafe reader else { return "" }
    return unsafe names.name(xmlTextReaderConstLocalName(reader))
  }

  /// Namespace name of the current element; empty for none.
  public var namespace: String {
    guard let reader = unsafe reader else { return "" }
    return unsafe names.name(xmlTextReaderConstNamespaceUri(reader))
  }

  /// Content of the current text node, entities of XML itself resolved.
  public var text: String {
    guard let reader = unsafe reader else { return "" }
    return unsafe XMLReader.copy(xmlTextReaderConstValue(reader))
  }

  /// Elements around the current node; 0 for the root element.
  public var depth: Int {
    guard let reader = unsafe reader else { return 0 }
    return unsafe Int(xmlTextReaderDepth(reader))
  }

  /// Line that the parser has reached, at or a little behind the current node; from 1.
  public var line: Int {
    guard let reader = unsafe reader else { return 0 }
    return unsafe Int(xmlTextReaderGetParserLineNumber(reader))
  }

  /// An attribute of the current element, nil when it has none.
  /// - Parameter namespace: empty for an attribute without prefix.
  public func attribute(_ name: String, namespace: String = "") -> String? {
    guard let reader = unsafe reader else { return nil }
    // Sound: both texts live for the length of the call.
    let status =
      unsafe namespace.isEmpty
      ? xmlTextReaderMoveToAttribute(reader, name)
      : xmlTextReaderMoveToAttributeNs(reader, name, namespace)
    guard status == 1 else { return nil }
    defer { unsafe _ = xmlTextReaderMoveToElement(reader) }
    return unsafe XMLReader.copy(xmlTextReaderConstValue(reader))
  }

  /// Gives every attribute of the current element but declarations of namespaces, by its local name.
  public func visitAttributes(_ body: (_ name: String, _ value: String) -> Void) {
    guard let reader = unsafe reader else { return }
    while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1 {
      if unsafe xmlTextReaderIsNamespaceDecl(reader) == 1 { continue }
      unsafe body(
        names.name(xmlTextReaderConstLocalName(reader)),
        XMLReader.copy(xmlTextReaderConstValue(reader)))
    }
    unsafe _ = xmlTextReaderMoveToElement(reader)
  }

  private mutating func ended(failed: Bool) -> XMLNode {
    // Without a reader there was nothing to read.
    let code = unsafe reader == nil ? 4 : 5
    if source.hasManyAttributes { box.fault = XMLFault(code: XMLFault.manyAttributes, line: line) }
    if failed, box.fault == nil { box.fault = XMLFault(code: code, line: line) }
    isDone = true
    return box.fault.map { .failure($0) } ?? .endOfDocument
  }

  /// Copies a terminated text of libxml2; empty for none.
  fileprivate static func copy(_ characters: UnsafePointer<xmlChar>?) -> String {
    // Sound: libxml2 keeps the text until the next read, and it is copied at once.
    guard let characters = unsafe characters else { return "" }
    return unsafe String(cString: characters)
  }
}

/// Keeps the names of a document as strings: a list has a million elements and a hundred names.
private final class XMLNames {
  private var cache = XMLNameCache("")

  /// - Parameter characters: of libxml2's dictionary; nil for none.
  func name(_ characters: UnsafePointer<xmlChar>?) -> String {
    guard let characters = unsafe characters else { return "" }
    return unsafe cache.value(characters) { unsafe XMLReader.copy($0) }
  }
}

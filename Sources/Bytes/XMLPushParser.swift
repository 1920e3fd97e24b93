internal import CLibXML2

/// Reads one XML document as it comes, by libxml2's push parser, onto a tape of small events.
///
/// Nothing is loaded, expanded or looked up: no network, no external entity, no DTD. A document type
/// declaration ends the reading before anything of it is read. libxml2's own guards of depth, name and
/// node size stay on. Comments and processing instructions are passed over. Bytes are UTF-8,
/// whatever the document declares (``XMLText`` brings them there).
@safe public final class XMLPushParser {
  public enum State: Equatable, Sendable {
    case running
    /// The root element is closed; `at` is the position behind it.
    case ended(at: Int)
    /// A document type declaration.
    case documentType(at: Int)
    /// Not well-formed; `at` is where libxml2 noticed.
    case fault(XMLFault, at: Int)
    /// More elements inside each other than allowed.
    case tooDeep(at: Int)
  }

  /// What was found by the last ``parse(_:)``.
  public internal(set) var found = XMLEvents()
  public internal(set) var state = State.running
  /// Bytes given so far.
  public private(set) var position = 0

  let vocabulary: XMLVocabulary
  private let depthMax: Int
  private var depth = 0
  /// Depth of the element that is passed over, 0 if none.
  private var skippedDepth = 0
  private var isTextWanted = false
  private var unitDepth = 0
  /// Names with prefixes of the elements that are open, as far as no unit is; each with a zero behind.
  private var pathBytes: [UInt8] = []
  private var pathStarts: [Int] = []
  /// The start tags, without attributes, of the elements around the first unit; empty before one came.
  /// With them a fresh parser can go on in the middle of the document.
  public private(set) var tagsAroundUnit: [UInt8] = []
  private var names = XMLNameCache()
  private var context: xmlParserCtxtPtr?

  public init(_ vocabulary: XMLVocabulary, depthMax: Int) {
    self.vocabulary = vocabulary
    self.depthMax = depthMax
    unsafe context = nil
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XMLPushParser.handlerVersion
    unsafe XMLPushParser.install(&handler)
    // Sound: this object owns the context and outlives it (deinit); libxml2 copies the handler. The
    // callbacks run inside parse(), on this object alone.
    let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe context = xmlCreatePushParserCtxt(&handler, owner, nil, 0, nil)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    if let context = unsafe context { unsafe _ = xmlCtxtUseOptions(context, Int32(options)) }
  }

  deinit {
    // Sound: freed once, by its only owner; without SAX2's own handlers no tree was built.
    if let context = unsafe context { unsafe xmlFreeParserCtxt(context) }
  }

  /// XML_SAX2_MAGIC, which Swift does not import.
  private static let handlerVersion: UInt32 = 0xDEED_BEAF

  /// Takes the next bytes; ``found`` then holds what they brought, and ``state`` whether to go on.
  public func parse(_ bytes: Span<UInt8>) {
    found.removeAll()
    guard state == .running, let context = unsafe context, !bytes.isEmpty else { return }
    unsafe bytes.withUnsafeBufferPointer { buffer in
      // Sound: libxml2 copies the bytes within the call, and the count is true.
      unsafe buffer.withMemoryRebound(to: CChar.self) {
        unsafe _ = xmlParseChunk(context, $0.baseAddress, Int32(clamping: $0.count), 0)
      }
    }
    position += bytes.count
  }

  /// How many bytes libxml2 holds back because what they begin is not complete.
  public var pending: Int { max(0, position - consumed) }

  /// The same of the elements that are open now.
  public var openTags: [UInt8] {
    pathStarts.indices.flatMap { index in
      [0x3C] + pathBytes[pathStarts[index]...].prefix { $0 != 0 } + [0x3E]
    }
  }

  private var consumed: Int {
    guard let context = unsafe context else { return position }
    // Sound: the context is alive.
    return unsafe Int(xmlByteConsumed(context))
  }

  func stop(_ reason: State) {
    guard state == .running else { return }
    state = reason
    // Sound: libxml2 allows this within callbacks; it lets it return without reading on.
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  func fail(_ fault: XMLFault) { stop(.fault(fault, at: consumed)) }

  func refuseDocumentType() { stop(.documentType(at: consumed)) }

  // MARK: Callbacks

  func start(
    _ name: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ attributes: Int32,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard state == .running else { return }
    depth += 1
    if depth > depthMax {
      stop(.tooDeep(at: consumed))
      return
    }
    guard skippedDepth == 0 else { return }
    let code = unsafe names.code(name, vocabulary)
    if vocabulary.isSkipped[Int(code)] {
      skippedDepth = depth
      return
    }
    if unitDepth == 0 {
      if code == vocabulary.unit, code != 0 {
        unitDepth = depth
        if tagsAroundUnit.isEmpty { tagsAroundUnit = openTags }
      } else {
        unsafe push(name, prefix)
      }
    }
    let first = Int32(found.attributes.count)
    if attributes > 0, let values = unsafe values {
      for index in 0..<Int(attributes) {
        // Sound: libxml2 gives five pointers per attribute: name, prefix, namespace, and the bounds of
        // the value, all alive until the callback returns.
        guard let own = unsafe values[index * 5] else { continue }
        let known = unsafe names.code(own, vocabulary)
        guard known != 0, let begin = unsafe values[index * 5 + 3],
          let end = unsafe values[index * 5 + 4]
        else { continue }
        let range = unsafe keep(UnsafeBufferPointer(start: begin, count: end - begin))
        found.attributes.append(XMLEvents.Attribute(name: known, range: range))
      }
    }
    isTextWanted = vocabulary.hasText[Int(code)]
    found.events.append(
      XMLEvents.Event(
        kind: .start, name: code, range: first..<Int32(found.attributes.count),
        position: tagStart))
  }

  func end(_ name: UnsafePointer<xmlChar>) {
    guard state == .running else { return }
    depth -= 1
    isTextWanted = false
    if skippedDepth > 0 {
      if depth < skippedDepth { skippedDepth = 0 }
    } else {
      if unitDepth == 0 {
        if let start = pathStarts.popLast() { pathBytes.removeSubrange(start...) }
      } else if depth < unitDepth {
        unitDepth = 0
      }
      let code = unsafe names.code(name, vocabulary)
      found.events.append(
        XMLEvents.Event(kind: .end, name: code, range: 0..<0, position: consumed))
    }
    if depth == 0 { stop(.ended(at: consumed)) }
  }

  func text(_ characters: UnsafeBufferPointer<UInt8>) {
    guard isTextWanted, skippedDepth == 0, state == .running else { return }
    let range = unsafe keep(characters)
    found.events.append(XMLEvents.Event(kind: .text, name: 0, range: range, position: 0))
  }

  private func keep(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int32> {
    let start = Int32(found.bytes.count)
    // Sound: copied within the callback, while libxml2 keeps the bytes.
    unsafe found.bytes.append(contentsOf: bytes)
    return start..<Int32(found.bytes.count)
  }

  private func push(_ name: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?) {
    pathStarts.append(pathBytes.count)
    if let prefix = unsafe prefix {
      unsafe pathBytes.append(contentsOf: xmlBytes(prefix))
      pathBytes.append(0x3A)
    }
    unsafe pathBytes.append(contentsOf: xmlBytes(name))
    pathBytes.append(0)
  }

  /// Where the start tag begins that libxml2 is at the end of: no `<` may stand inside a tag.
  private var tagStart: Int {
    guard let context = unsafe context, let input = unsafe context.pointee.input,
      let base = unsafe input.pointee.base, var cursor = unsafe input.pointee.cur
    else { return position }
    let end = consumed
    var back = 0
    // Sound: base...cur is one buffer of libxml2, which does not move within a callback.
    while unsafe cursor > base {
      unsafe cursor -= 1
      back += 1
      if unsafe cursor.pointee == 0x3C { return end - back }
    }
    return end
  }
}

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

  /// Bytes given so far.
  public private(set) var position = 0
  /// At an address that stays, so that libxml2's callbacks reach it without counting references.
  private let recorder: UnsafeMutablePointer<XMLRecorder>

  public init(_ vocabulary: XMLVocabulary, depthMax: Int) {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XMLPushParser.handlerVersion
    unsafe XMLRecorder.install(&handler)
    unsafe recorder = .allocate(capacity: 1)
    unsafe recorder.initialize(to: XMLRecorder(vocabulary, depthMax: depthMax))
    // Sound: the recorder outlives the context (deinit); libxml2 copies the handler. The callbacks run
    // inside parse(), and touch the recorder alone.
    let context = unsafe xmlCreatePushParserCtxt(&handler, recorder, nil, 0, nil)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    if let context = unsafe context { unsafe _ = xmlCtxtUseOptions(context, Int32(options)) }
    unsafe recorder.pointee.context = context
  }

  deinit {
    // Sound: freed once, by their only owner; without SAX2's own handlers no tree was built.
    if let context = unsafe recorder.pointee.context { unsafe xmlFreeParserCtxt(context) }
    unsafe recorder.deinitialize(count: 1)
    unsafe recorder.deallocate()
  }

  /// XML_SAX2_MAGIC, which Swift does not import.
  private static let handlerVersion: UInt32 = 0xDEED_BEAF

  /// What was found by the last ``parse(_:)``. Let go of it before the next.
  public var found: XMLEvents { unsafe recorder.pointee.found }

  public var state: State { unsafe recorder.pointee.state }

  /// Takes the next bytes; ``found`` then holds what they brought, and ``state`` whether to go on.
  public func parse(_ bytes: Span<UInt8>) {
    unsafe recorder.pointee.found.removeAll()
    guard state == .running, let context = unsafe recorder.pointee.context, !bytes.isEmpty else {
      return
    }
    unsafe bytes.withUnsafeBufferPointer { buffer in
      // Sound: libxml2 copies the bytes within the call, and the count is true.
      unsafe buffer.withMemoryRebound(to: CChar.self) {
        unsafe _ = xmlParseChunk(context, $0.baseAddress, Int32(clamping: $0.count), 0)
      }
    }
    position += bytes.count
  }

  /// How many bytes libxml2 holds back because what they begin is not complete.
  public var pending: Int { max(0, position - (unsafe recorder.pointee.consumed)) }

  /// The start tags, without attributes, of the elements around the first unit; empty before one came.
  /// With them a fresh parser can go on in the middle of the document.
  public var tagsAroundUnit: [UInt8] { unsafe recorder.pointee.tagsAroundUnit }

  /// The start tags, without attributes, of the elements that are open now, outside of units.
  public var openTags: [UInt8] { unsafe recorder.pointee.openTags }
}

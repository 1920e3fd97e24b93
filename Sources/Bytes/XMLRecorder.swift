internal import CLibXML2
import Glibc

/// Writes down what libxml2 calls out: the state of one ``XMLPushParser``.
@safe struct XMLRecorder {
  var found = XMLEvents()
  var state = XMLPushParser.State.running
  var context: xmlParserCtxtPtr?
  private(set) var tagsAroundUnit: [UInt8] = []

  private let vocabulary: XMLVocabulary
  private let depthMax: Int
  private var depth = 0
  /// Depth of the element that is passed over, 0 if none.
  private var skippedDepth = 0
  private var isTextWanted = false
  private var unitDepth = 0
  /// Names with prefixes of the elements that are open, as far as no unit is; each with a zero behind.
  private var pathBytes: [UInt8] = []
  private var pathStarts: [Int] = []
  private var names = XMLNameCache<UInt8>(0)

  init(_ vocabulary: XMLVocabulary, depthMax: Int) {
    self.vocabulary = vocabulary
    self.depthMax = depthMax
    unsafe context = nil
  }

  /// Bytes that libxml2 has read.
  var consumed: Int {
    // Sound: the context and its input are alive. What is read is UTF-8, so no byte is converted, and
    // xmlByteConsumed would say the same.
    guard let context = unsafe context, let input = unsafe context.pointee.input,
      let base = unsafe input.pointee.base, let cursor = unsafe input.pointee.cur
    else { return 0 }
    return unsafe Int(input.pointee.consumed) + (cursor - base)
  }

  mutating func stop(_ reason: XMLPushParser.State) {
    guard state == .running else { return }
    state = reason
    // Sound: libxml2 allows this within callbacks; it lets it return without reading on.
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  mutating func fail(_ fault: XMLFault) { stop(.fault(fault, at: consumed)) }

  mutating func refuseDocumentType() { stop(.documentType(at: consumed)) }

  // MARK: Callbacks

  mutating func start(
    _ name: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ attributes: Int32,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard state == .running else { return }
    depth += 1
    if depth > depthMax {
      stop(.tooDeep(at: consumed))
      return
    }
    let code = unsafe names.code(name, vocabulary)
    if skippedDepth > 0 {
      // Nothing that is passed over holds units: its end tag is lost.
      if code == vocabulary.unit, code != 0 { fail(XMLFault(code: XMLFault.lostEnd, line: 0)) }
      return
    }
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
        var range = unsafe keep(UnsafeBufferPointer(start: begin, count: end - begin))
        // Sound: the same bytes as above.
        if unsafe memchr(begin, 0x26, end - begin) != nil {
          range = range.lowerBound..<mendAmpersands(from: Int(range.lowerBound))
        }
        found.attributes.append(XMLEvents.Attribute(name: known, range: range))
      }
    }
    isTextWanted = vocabulary.hasText[Int(code)]
    found.events.append(
      XMLEvents.Event(
        kind: .start, name: code, range: first..<Int32(found.attributes.count),
        position: code == 0 ? 0 : tagStart))
  }

  mutating func end(_ name: UnsafePointer<xmlChar>) {
    guard state == .running else { return }
    depth -= 1
    isTextWanted = false
    if skippedDepth > 0 {
      if depth < skippedDepth { skippedDepth = 0 }
    } else {
      var position = 0
      if unitDepth == 0 {
        if let start = pathStarts.popLast() { pathBytes.removeSubrange(start...) }
      } else if depth < unitDepth {
        unitDepth = 0
        position = consumed
      }
      let code = unsafe names.code(name, vocabulary)
      found.events.append(
        XMLEvents.Event(kind: .end, name: code, range: 0..<0, position: position))
    }
    if depth == 0 { stop(.ended(at: consumed)) }
  }

  mutating func text(_ characters: UnsafeBufferPointer<UInt8>) {
    guard isTextWanted, skippedDepth == 0, state == .running else { return }
    let range = unsafe keep(characters)
    found.events.append(XMLEvents.Event(kind: .text, name: 0, range: range, position: 0))
  }

  private mutating func keep(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int32> {
    let start = Int32(found.bytes.count)
    // Sound: copied within the callback, while libxml2 keeps the bytes.
    unsafe found.bytes.append(contentsOf: bytes)
    return start..<Int32(found.bytes.count)
  }

  /// libxml2 leaves `&` in a value as `&#38;`. Returns the end of the value.
  private mutating func mendAmpersands(from start: Int) -> Int32 {
    var index = start
    while index < found.bytes.count {
      if found.bytes[index] == 0x26, found.bytes[index...].starts(with: XMLRecorder.ampersand) {
        found.bytes.removeSubrange((index + 1)..<(index + 5))
      }
      index += 1
    }
    return Int32(found.bytes.count)
  }

  private static let ampersand = Array("&#38;".utf8)

  private mutating func push(_ name: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?) {
    pathStarts.append(pathBytes.count)
    if let prefix = unsafe prefix {
      unsafe pathBytes.append(contentsOf: xmlBytes(prefix))
      pathBytes.append(0x3A)
    }
    unsafe pathBytes.append(contentsOf: xmlBytes(name))
    pathBytes.append(0)
  }

  var openTags: [UInt8] {
    pathStarts.indices.flatMap { index in
      [0x3C] + pathBytes[pathStarts[index]...].prefix { $0 != 0 } + [0x3E]
    }
  }

  /// Where the start tag begins that libxml2 is at the end of: no `<` may stand inside a tag.
  private var tagStart: Int {
    guard let context = unsafe context, let input = unsafe context.pointee.input,
      let base = unsafe input.pointee.base, var cursor = unsafe input.pointee.cur
    else { return 0 }
    let before = unsafe Int(input.pointee.consumed)
    let bracket = SIMD16<UInt8>(repeating: 0x3C)
    // Sound: base...cur is one buffer of libxml2, which does not move within a callback.
    while unsafe cursor - base >= 16 {
      unsafe cursor -= 16
      let block = unsafe UnsafeRawPointer(cursor).loadUnaligned(as: SIMD16<UInt8>.self)
      let found = laneBits(block .== bracket)
      if found != 0 {
        return unsafe before + (cursor - base) + (31 - found.leadingZeroBitCount)
      }
    }
    while unsafe cursor > base {
      unsafe cursor -= 1
      if unsafe cursor.pointee == 0x3C { break }
    }
    return unsafe before + (cursor - base)
  }
}

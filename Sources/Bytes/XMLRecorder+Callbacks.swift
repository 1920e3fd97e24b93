internal import CLibXML2

/// The C side of ``XMLPushParser``.
extension XMLRecorder {
  static func install(_ handler: inout xmlSAXHandler) {
    // Sound (all callbacks): the pointer is the recorder of the parser that owns the context and
    // is alive while it parses; names and texts are used before the callback returns.
    unsafe handler.startElementNs = { owner, name, prefix, _, _, _, attributes, _, values in
      guard let recorder = unsafe XMLRecorder.of(owner), let name = unsafe name else { return }
      unsafe recorder.pointee.start(name, prefix, attributes, values)
    }
    unsafe handler.endElementNs = { owner, name, _, _ in
      guard let recorder = unsafe XMLRecorder.of(owner), let name = unsafe name else { return }
      unsafe recorder.pointee.end(name)
    }
    let text: charactersSAXFunc = { owner, characters, count in
      guard let recorder = unsafe XMLRecorder.of(owner), let characters = unsafe characters
      else { return }
      unsafe recorder.pointee.text(
        UnsafeBufferPointer(start: characters, count: Int(max(0, count))))
    }
    unsafe handler.characters = text
    // The same function for blanks spares libxml2 the question whether they are ignorable.
    unsafe handler.ignorableWhitespace = text
    unsafe handler.cdataBlock = text
    unsafe handler.internalSubset = { owner, _, _, _ in
      unsafe XMLRecorder.of(owner)?.pointee.refuseDocumentType()
    }
    unsafe handler.serror = { owner, error in
      guard let recorder = unsafe XMLRecorder.of(owner), let error = unsafe error else { return }
      // Only what ends the reading (level 3): a prefix that is not declared does no harm here, where
      // only local names count.
      guard unsafe error.pointee.level == XML_ERR_FATAL else { return }
      let line = max(0, Int(unsafe error.pointee.line))
      unsafe recorder.pointee.fail(XMLFault(code: Int(error.pointee.code), line: line))
    }
  }

  private static func of(_ owner: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLRecorder>? {
    unsafe owner?.assumingMemoryBound(to: XMLRecorder.self)
  }
}

/// A terminated text of libxml2.
func xmlBytes(_ text: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
  // Sound: libxml2 terminates its names; the buffer is used at once.
  unsafe UnsafeBufferPointer(start: text, count: Int(max(0, xmlStrlen(text))))
}

/// Codes of names by the address that libxml2's dictionary gives each name for the life of its
/// context: most names of a document come again and again.
struct XMLNameCache {
  private static let slots = 256
  private var addresses = [UInt](repeating: 0, count: XMLNameCache.slots)
  private var codes = [UInt8](repeating: 0, count: XMLNameCache.slots)

  @inline(__always)
  mutating func code(_ name: UnsafePointer<xmlChar>, _ vocabulary: XMLVocabulary) -> UInt8 {
    // Sound: the address is compared, not followed; the name is read as far as its terminator.
    let address = UInt(bitPattern: name)
    let slot = Int((address ^ address >> 7) % UInt(XMLNameCache.slots))
    if addresses[slot] == address { return codes[slot] }
    let code = unsafe vocabulary.code(xmlBytes(name).span)
    addresses[slot] = address
    codes[slot] = code
    return code
  }
}

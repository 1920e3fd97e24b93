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

extension XMLNameCache<UInt8> {
  @inline(__always)
  mutating func code(_ name: UnsafePointer<xmlChar>, _ vocabulary: XMLVocabulary) -> UInt8 {
    unsafe value(name) { unsafe vocabulary.code(xmlBytes($0).span) }
  }
}

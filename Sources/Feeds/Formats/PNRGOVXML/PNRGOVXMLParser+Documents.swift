import Bytes
import Records

/// Where documents begin and end.
extension PNRGOVXMLParser {
  /// Looks for the next document. Returns whether the bytes are used up.
  mutating func search(
    _ bytes: Span<UInt8>, _ position: inout Int, _ atEnd: Bool, into batch: inout PassengerBatch
  ) -> Bool {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x3C else {
        guard let isOther = meetsOther(bytes, position, atEnd, into: &batch), !isOther,
          passText(bytes, &position, byte, atEnd)
        else { return true }
        continue
      }
      guard let isTag = begins(bytes, position, atEnd) else { return true }
      if !isTag {
        skip(1, bytes, position)
        position += 1
        continue
      }
      let next = position + 1 < bytes.count ? bytes[position + 1] : 0
      let limit = position + limits.xmlTextBytes
      switch next {
      case 0x3F:
        guard let end = instructionEnd(bytes, position, within: limit) else {
          return !passLong(bytes, &position)
        }
        readDeclaration(bytes, position..<end)
        position = end
      case 0x21:
        if begins(bytes, position, with: PNRGOVXMLParser.comment) {
          let first = max(position + 4, uncommented)
          guard let end = find([0x2D, 0x2D, 0x3E], bytes, first, within: limit) else {
            uncommented = max(first, min(bytes.count, limit) - 2)
            if passLong(bytes, &position) { return false }
            guard atEnd else { return true }
            // A comment without an end would hide all that is behind it.
            skip(4, bytes, position)
            position += 4
            continue
          }
          position = end
        } else {
          refuse(offset(position, bytes), into: &batch)
          return false
        }
      default:
        // The root's name is needed whole.
        let end = nameEnd(bytes, position + 1)
        guard end < bytes.count || atEnd else { return true }
        let name = bytes.extracting((position + 1)..<end)
        beginDocument(at: position, name, offset(position, bytes), into: &batch)
        return false
      }
    }
    return true
  }

  private static let comment = Array("<!--".utf8)
  private static let declaration = Array("<?xml".utf8)
  private static let documentType = Array("<!DOCTYPE".utf8)

  /// One byte outside a document, or a byte order mark; false where more bytes are needed.
  private mutating func passText(
    _ bytes: Span<UInt8>, _ position: inout Int, _ byte: UInt8, _ atEnd: Bool
  ) -> Bool {
    if byte == 0xEF {
      if position + 2 >= bytes.count, !atEnd { return false }
      if position + 2 < bytes.count, bytes[position + 1] == 0xBB, bytes[position + 2] == 0xBF {
        position += 3
        return true
      }
    }
    skip(1, bytes, position)
    position += 1
    return true
  }

  private mutating func skip(_ count: Int, _ bytes: Span<UInt8>, _ start: Int) {
    isLineStart = ListSearch.isLineStart(behind: bytes, start..<(start + count), isLineStart)
    let text = bytes.extracting(start..<(start + count))
    skipped.note(text, 0..<count, base: offset(start, bytes))
  }

  /// Whether a declaration, a comment, a document type or an element begins; nil if that cannot be said.
  private func begins(_ bytes: Span<UInt8>, _ start: Int, _ atEnd: Bool) -> Bool? {
    guard start + 1 < bytes.count else { return atEnd ? false : nil }
    let next = bytes[start + 1]
    if next == 0x3F || next == 0x5F || next == 0x3A || next >= 0x80 || isLetter(next) {
      return true
    }
    guard next == 0x21 else { return false }
    for token in [PNRGOVXMLParser.comment, PNRGOVXMLParser.documentType] {
      let visible = min(token.count, bytes.count - start)
      guard (0..<visible).allSatisfy({ upperASCII(bytes[start + $0]) == token[$0] }) else {
        continue
      }
      return visible == token.count ? true : atEnd ? false : nil
    }
    return false
  }

  /// Behind an instruction. Outside a document it holds no bracket, so it ends at any.
  private func instructionEnd(_ bytes: Span<UInt8>, _ start: Int, within limit: Int) -> Int? {
    var index = start + 2
    while index < min(bytes.count, limit) {
      if bytes[index] == 0x3E { return index + 1 }
      if bytes[index] == 0x3C { return index }
      index += 1
    }
    return nil
  }

  private func begins(_ bytes: Span<UInt8>, _ start: Int, with token: [UInt8]) -> Bool {
    start + token.count <= bytes.count
      && token.indices.allSatisfy { bytes[start + $0] == token[$0] }
  }

  /// The index behind the next `token`, which ends at `limit` at the latest.
  private func find(
    _ token: [UInt8], _ bytes: Span<UInt8>, _ start: Int, within limit: Int
  ) -> Int? {
    var index = start
    while index + token.count <= min(bytes.count, limit) {
      if begins(bytes, index, with: token) { return index + token.count }
      index += 1
    }
    return nil
  }

  /// A declaration or comment over the limit is text; returns whether it was passed.
  private mutating func passLong(_ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
    guard bytes.count - position > limits.xmlTextBytes else { return false }
    skip(2, bytes, position)
    position += 2
    return true
  }

  /// `<?xml version="1.0" encoding="…"?>`; other processing instructions are passed over.
  private mutating func readDeclaration(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard begins(bytes, range.lowerBound, with: PNRGOVXMLParser.declaration) else { return }
    encoding = ""
    isDeclared = true
    guard
      var index = find(
        Array("encoding".utf8), bytes, range.lowerBound, within: range.upperBound),
      index < range.upperBound
    else { return }
    while index < range.upperBound, bytes[index] != 0x22, bytes[index] != 0x27 { index += 1 }
    guard index < range.upperBound else { return }
    let quote = bytes[index]
    index += 1
    while index < range.upperBound, bytes[index] != quote, encoding.utf8.count < 40 {
      encoding.unicodeScalars.append(Unicode.Scalar(bytes[index]))
      index += 1
    }
  }

  // MARK: Documents

  private mutating func beginDocument(
    at position: Int, _ name: Span<UInt8>, _ offset: UInt64, into batch: inout PassengerBatch
  ) {
    if let found = skipped.take() { batch.diagnostics.append(found) }
    hasFoundDocument = true
    isDeclared = false
    hasDeviated = false
    if !text.begin(encoding: encoding) {
      batch.diagnostics.append(
        Diagnostic(
          .charset, at: offset,
          "the document declares an encoding that is not known"))
    }
    encoding = ""
    batch.counts.interchanges += 1
    reader.beginDocument()
    let parser = XMLPushParser(PNRGOVXMLName.vocabulary, depthMax: limits.xmlDepth)
    document = parser
    stretch = PNRGOVXMLParser.stretchMin
    rootName.removeAll()
    rootName.append(copying: name)
    hasBroken = false
    tags.removeAll()
    unit = position
    clear = 0
    mode = .inside
    let lost = PNRGOVXMLName.lostTags(before: PNRGOVXMLParser.local(rootName))
    if !lost.isEmpty { beginInside(parser, lost, offset, into: &batch) }
  }

  /// Behind a name that begins at `start`, as far as 256 bytes.
  private func nameEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] > 0x20, bytes[index] != 0x3E, bytes[index] != 0x2F,
      bytes[index] != 0x3C, index < start + 256
    {
      index += 1
    }
    return index
  }

  mutating func endDocument(_ offset: UInt64, into batch: inout PassengerBatch) {
    reportCharset(offset, into: &batch)
    reader.endDocument(at: offset, into: &batch)
    document = nil
    unit = nil
    mode = .outside
    isLineStart = true
  }

  private func reportCharset(_ offset: UInt64, into batch: inout PassengerBatch) {
    guard hasDeviated else { return }
    let start = reader.isMessageOpen ? reader.messageOffset : offset
    batch.diagnostics.append(
      Diagnostic(
        .charset, at: start, "letters outside the declared character set",
        messageReference: reader.header.reference, salvaged: reader.persons))
  }

  /// No feed has a use for a document type; entities begin there.
  mutating func refuse(_ offset: UInt64, into batch: inout PassengerBatch) {
    if let found = skipped.take() { batch.diagnostics.append(found) }
    document = nil
    unit = nil
    _ = reader.cut(at: offset, into: &batch)
    batch.diagnostics.append(
      Diagnostic(
        .xmlDTD, at: offset, "a document type declaration: the rest of the file is set aside",
        salvaged: reader.persons))
    mode = .refused
  }
}

/// A tag, a comment or a CDATA section of XML that may be broken.
struct XMLTag {
  enum Kind { case start, empty, end, data, nothing }

  var kind: Kind
  /// Of the bytes, with its brackets.
  var range: Range<Int>
  /// With its prefix.
  var name = 0..<0
  /// The vocabulary's code of the name.
  var code: UInt8 = 0
  var isMalformed = false
  /// The tag that ends or begins the same element, itself for an end tag without a start; -1 for none.
  var partner = -1
  /// The tag before which the element ends, where it has no end tag; -1 for none.
  var endsBefore = -1

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// Finds the tags of XML that is not well-formed. A `<` that begins nothing is text.
struct XMLTagScanner {
  /// Attributes of one tag that are looked at.
  static let attributesMax = 64

  private static let comment = Array("<!--".utf8)
  private static let commentEnd = Array("-->".utf8)
  private static let data = Array("<![CDATA[".utf8)
  private static let dataEnd = Array("]]>".utf8)
  private static let instructionEnd = Array("?>".utf8)

  private let vocabulary: XMLVocabulary
  private(set) var tags: [XMLTag] = []
  /// Which sections have no end in the rest.
  private var endless: Set<UInt8> = []

  init(_ bytes: Span<UInt8>, _ range: Range<Int>, _ vocabulary: XMLVocabulary) {
    self.vocabulary = vocabulary
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == 0x3C, let tag = tag(bytes, index, range.upperBound) else {
        index += 1
        continue
      }
      tags.append(tag)
      index = tag.range.upperBound
    }
  }

  private mutating func tag(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> XMLTag? {
    guard start + 1 < end else { return nil }
    switch bytes[start + 1] {
    case 0x21:
      if XMLTagScanner.begins(bytes, start, end, XMLTagScanner.comment) {
        return section(bytes, start..<end, from: start + 4, XMLTagScanner.commentEnd, .nothing)
      }
      guard XMLTagScanner.begins(bytes, start, end, XMLTagScanner.data) else { return nil }
      return section(bytes, start..<end, from: start + 9, XMLTagScanner.dataEnd, .data)
    case 0x3F:
      return section(bytes, start..<end, from: start + 2, XMLTagScanner.instructionEnd, .nothing)
    case 0x2F: return endTag(bytes, start, end)
    default:
      guard XMLTagScanner.isNameStart(bytes[start + 1]) else { return nil }
      return startTag(bytes, start, end)
    }
  }

  private mutating func section(
    _ bytes: Span<UInt8>, _ range: Range<Int>, from start: Int, _ mark: [UInt8],
    _ kind: XMLTag.Kind
  ) -> XMLTag? {
    let first = bytes[range.lowerBound + 1] == 0x3F ? 0x3F : bytes[range.lowerBound + 2]
    guard !endless.contains(first) else { return nil }
    var index = start
    while index < range.upperBound {
      if XMLTagScanner.begins(bytes, index, range.upperBound, mark) {
        return XMLTag(kind, range.lowerBound..<(index + mark.count))
      }
      index += 1
    }
    endless.insert(first)
    return nil
  }

  private func endTag(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> XMLTag {
    var index = start + 2
    while index < end, bytes[index] <= 0x20 { index += 1 }
    let name = index..<XMLTagScanner.nameEnd(bytes, index, end)
    var tag = XMLTag(name.isEmpty ? .nothing : .end, start..<name.upperBound)
    tag.name = name
    tag.code = code(bytes, name)
    index = XMLTagScanner.bracket(bytes, name.upperBound, end)
    tag.range = start..<index
    return tag
  }

  private func startTag(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> XMLTag {
    let name = (start + 1)..<XMLTagScanner.nameEnd(bytes, start + 1, end)
    let whole = XMLTagScanner.wellFormedEnd(bytes, name.upperBound, end)
    let close = whole ?? XMLTagScanner.bracket(bytes, name.upperBound, end)
    let isEmpty =
      close - 2 >= name.upperBound && bytes[close - 1] == 0x3E && bytes[close - 2] == 0x2F
    var tag = XMLTag(isEmpty ? .empty : .start, start..<close)
    tag.name = name
    tag.code = code(bytes, name)
    tag.isMalformed = whole == nil
    return tag
  }

  private func code(_ bytes: Span<UInt8>, _ name: Range<Int>) -> UInt8 {
    var start = name.upperBound
    while start > name.lowerBound, bytes[start - 1] != 0x3A { start -= 1 }
    return vocabulary.code(bytes.extracting(start..<name.upperBound))
  }

  // MARK: Bytes

  /// Behind the next `>`, or before the next `<` if that comes first.
  private static func bracket(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, bytes[index] != 0x3C {
      index += 1
      if bytes[index - 1] == 0x3E { return index }
    }
    return index
  }

  /// Behind the `>` of a start tag as XML wants it; nil for any other.
  private static func wellFormedEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var index = start
    var names: [Range<Int>] = []
    while true {
      let blank = index
      while index < end, bytes[index] <= 0x20 { index += 1 }
      guard index < end else { return nil }
      let isEmpty = bytes[index] == 0x2F
      if isEmpty { index += 1 }
      if index < end, bytes[index] == 0x3E { return index + 1 }
      if isEmpty { return nil }
      guard index > blank, names.count < attributesMax else { return nil }
      let name = index..<nameEnd(bytes, index, end)
      index = name.upperBound
      guard !name.isEmpty, isNameStart(bytes[name.lowerBound]), index + 1 < end,
        bytes[index] == 0x3D, bytes[index + 1] == 0x22 || bytes[index + 1] == 0x27,
        !names.contains(where: { isEqual(bytes, $0, name) })
      else { return nil }
      names.append(name)
      let quote = bytes[index + 1]
      index += 2
      while index < end, bytes[index] != quote {
        if bytes[index] == 0x3C { return nil }
        index += 1
      }
      index += 1
    }
  }

  static func nameEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let byte = bytes[index]
      guard isNameStart(byte) || byte == 0x2D || byte == 0x2E || byte >= 0x30 && byte <= 0x39
      else { break }
      index += 1
    }
    return index
  }

  static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F || byte == 0x3A
  }

  static func isEqual(_ bytes: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.count == second.count
      && (0..<first.count).allSatisfy {
        bytes[first.lowerBound + $0] == bytes[second.lowerBound + $0]
      }
  }

  private static func begins(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ mark: [UInt8]
  ) -> Bool {
    start + mark.count <= end && mark.indices.allSatisfy { bytes[start + $0] == mark[$0] }
  }
}

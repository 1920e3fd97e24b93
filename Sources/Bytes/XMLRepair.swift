/// A broken stretch of XML made well-formed, with as little of it left out as can be.
///
/// A tag that cannot be read keeps its name and the attributes that can; a `<` that begins no tag is
/// text. An end tag that differs from the open element by one letter is its end. One that fits nothing is
/// left out, but a known element whose start tag is lost begins behind the element before it. Where the
/// end tag is lost, the vocabulary says where the element ends. Comments and instructions are left out.
public struct XMLRepair {
  /// Well-formed but for what ``XMLText`` mends, and for the elements around the units, which stay open.
  public private(set) var text: [UInt8] = []

  private static let depthMax = 48
  private let vocabulary: XMLVocabulary
  private var tags: [XMLTag]
  /// Before which tags elements end and begin that have no tag for it: indices of the tags whose name is
  /// written.
  private var ends: [Int: [Int]] = [:]
  private var starts: [Int: Int] = [:]
  private var staysOpen: Set<Int> = []
  private var offsets = XMLOffsets()
  /// Where the stretch begins.
  private let first: Int

  /// - Parameters:
  ///   - hasRoot: whether the stretch begins with the start tag of the root element.
  public init(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ vocabulary: XMLVocabulary, hasRoot: Bool
  ) {
    self.vocabulary = vocabulary
    first = range.lowerBound
    tags = XMLTagScanner(bytes, range, vocabulary).tags
    if hasRoot, tags.count > 1, tags[0].kind == .empty { tags[0].kind = .start }
    pair(bytes, hasRoot: hasRoot)
    endUnclosed(hasRoot: hasRoot)
    // Before the root there is no text.
    write(
      bytes, hasRoot ? (tags.first?.range.lowerBound ?? range.upperBound)..<range.upperBound : range
    )
  }

  /// The index in the bytes that an index of ``text`` came from.
  public func raw(_ index: Int) -> Int { offsets.raw(index) }

  // MARK: Which tags belong together

  private mutating func pair(_ bytes: Span<UInt8>, hasRoot: Bool) {
    var open: [Int] = []
    for index in tags.indices {
      switch tags[index].kind {
      case .start:
        if open.count < XMLRepair.depthMax { open.append(index) }
      case .end:
        let name = tags[index].name
        if let place = open.lastIndex(where: {
          XMLTagScanner.isEqual(bytes, tags[$0].name, name)
        })
          ?? open.lastIndex(where: {
            !(hasRoot && $0 == 0) && isNear(bytes, tags[$0], tags[index])
          })
        {
          tags[index].partner = open[place]
          tags[open[place]].partner = index
          open.removeSubrange(place...)
        } else if tags[index].code != 0 {
          let first = beginLost(index)
          open.removeAll { $0 >= first }
        }
      default: break
      }
    }
  }

  /// Whether a start and an end tag were one name before a byte was lost, added or changed.
  private func isNear(_ bytes: Span<UInt8>, _ start: XMLTag, _ end: XMLTag) -> Bool {
    // Two names that are known are two elements.
    if start.code != 0, end.code != 0, start.code != end.code { return false }
    let first = start.name
    let second = end.name
    let least = min(first.count, second.count)
    let most = max(first.count, second.count)
    var front = 0
    while front < least,
      bytes[first.lowerBound + front] == bytes[second.lowerBound + front]
    { front += 1 }
    var back = 0
    while back < least - front,
      bytes[first.upperBound - 1 - back] == bytes[second.upperBound - 1 - back]
    { back += 1 }
    if start.isMalformed, front == least { return true }
    return most - least <= 1 && most > 1 && front + back >= most - 1
  }

  /// An element of which only the end tag is there: it begins with the first of its parts, a unit with
  /// the first element in the one around.
  /// - Returns: before which tag it begins.
  private mutating func beginLost(_ end: Int) -> Int {
    let isUnit = tags[end].code == vocabulary.unit
    let parts = vocabulary.parts[Int(tags[end].code)]
    let borders =
      (vocabulary.followers[Int(tags[end].code)] ?? []) + [vocabulary.unit, vocabulary.units]
    var index = end
    var start = end
    while index > 0 {
      let tag = tags[index - 1]
      if tag.code != 0, borders.contains(tag.code) { break }
      let isText = vocabulary.hasText[Int(tag.code)]
      let isPart = isUnit || parts.contains(tag.code)
      if tag.kind == .start, tag.partner < 0, !isText { break }
      if start < end, !isPart { break }
      index = tag.kind == .end && tag.partner >= 0 ? tag.partner : index - 1
      if isPart { start = index }
    }
    guard start < end, starts[start] == nil else { return end }
    starts[start] = end
    tags[end].partner = end
    return start
  }

  // MARK: Where elements end that have no end tag

  private mutating func endUnclosed(hasRoot: Bool) {
    for index in tags.indices.reversed() where tags[index].kind == .start {
      let tag = tags[index]
      guard tag.partner < 0 else { continue }
      if hasRoot && index == 0 || tag.code == vocabulary.units && tag.code != 0 {
        staysOpen.insert(index)
      } else if let followers = vocabulary.followers[Int(tag.code)] {
        endUnclosed(index, at: end(of: index, before: followers))
      } else if vocabulary.hasText[Int(tag.code)] {
        endUnclosed(index, at: index + 1)
      }
    }
  }

  private mutating func endUnclosed(_ start: Int, at end: Int) {
    ends[end, default: []].append(start)
    tags[start].endsBefore = end
  }

  /// Before the next of the followers, or before the end of the element around.
  private func end(of start: Int, before followers: [UInt8]) -> Int {
    var index = start + 1
    while index < tags.count {
      let tag = tags[index]
      if tag.kind == .start || tag.kind == .empty {
        if followers.contains(tag.code) { return index }
        index = tag.partner >= 0 ? tag.partner + 1 : max(tag.endsBefore, index + 1)
      } else {
        if tag.kind == .end, tag.partner >= 0, tag.partner < start { return index }
        index += 1
      }
    }
    return index
  }

  // MARK: Writing

  private mutating func write(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    for (number, tag) in tags.enumerated() {
      writeText(bytes, index..<tag.range.lowerBound)
      writeImplied(bytes, number)
      offsets.add(clean: text.count, raw: tag.range.lowerBound - first)
      write(bytes, tag, number)
      offsets.add(clean: text.count, raw: tag.range.upperBound - first)
      index = tag.range.upperBound
    }
    writeText(bytes, index..<range.upperBound)
    writeImplied(bytes, tags.count)
  }

  private mutating func writeImplied(_ bytes: Span<UInt8>, _ number: Int) {
    for start in ends[number] ?? [] { writeEnd(bytes, tags[start].name) }
    if let end = starts[number] {
      if number < tags.count {
        offsets.add(clean: text.count, raw: tags[number].range.lowerBound - first)
      }
      text.append(0x3C)
      text.append(copying: bytes.extracting(tags[end].name))
      text.append(0x3E)
    }
  }

  private mutating func writeEnd(_ bytes: Span<UInt8>, _ name: Range<Int>) {
    text.append(contentsOf: [0x3C, 0x2F])
    text.append(copying: bytes.extracting(name))
    text.append(0x3E)
  }

  private mutating func write(_ bytes: Span<UInt8>, _ tag: XMLTag, _ number: Int) {
    switch tag.kind {
    case .nothing: break
    case .data:
      writeText(bytes, (tag.range.lowerBound + 9)..<(tag.range.upperBound - 3), isData: true)
    case .end:
      guard tag.partner >= 0 else { return }
      writeEnd(bytes, tag.partner == number ? tag.name : name(of: tags[tag.partner]))
    case .start, .empty:
      let isOpen = tag.partner >= 0 || tag.endsBefore >= 0 || staysOpen.contains(number)
      let isEmpty = tag.kind == .empty || !isOpen
      let name = name(of: tag)
      if !tag.isMalformed, name == tag.name, isEmpty == (tag.kind == .empty) {
        text.append(copying: bytes.extracting(tag.range))
        return
      }
      text.append(0x3C)
      text.append(copying: bytes.extracting(name))
      XMLAttributeRepair.write(bytes, tag.name.upperBound..<tag.range.upperBound, to: &text)
      if isEmpty { text.append(0x2F) }
      text.append(0x3E)
    }
  }

  /// Of the names of two tags that differ the one that is known.
  private func name(of start: XMLTag) -> Range<Int> {
    guard start.code == 0, start.partner >= 0, tags[start.partner].code != 0 else {
      return start.name
    }
    return tags[start.partner].name
  }

  private mutating func writeText(_ bytes: Span<UInt8>, _ range: Range<Int>, isData: Bool = false) {
    for index in range {
      let escape: [UInt8]
      switch bytes[index] {
      case 0x3C: escape = XMLRepair.less
      case 0x3E: escape = XMLRepair.greater
      case 0x26 where isData: escape = XMLRepair.ampersand
      default:
        text.append(bytes[index])
        continue
      }
      offsets.add(clean: text.count, raw: index - first)
      text.append(contentsOf: escape)
      offsets.add(clean: text.count, raw: index + 1 - first)
    }
  }

  private static let less = Array("&lt;".utf8)
  private static let greater = Array("&gt;".utf8)
  private static let ampersand = Array("&amp;".utf8)
}

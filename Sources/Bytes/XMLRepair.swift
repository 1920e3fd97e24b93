/// A broken stretch of XML made well-formed, with as little of it left out as can be.
///
/// A tag that cannot be read keeps its name and the attributes that can; a `<` that begins no tag is
/// text. An end tag that differs from the open element by one letter is its end. One that fits nothing is
/// left out, but a known element whose start tag is lost begins behind the element before it. Where the
/// end tag is lost, the vocabulary says where the element ends. Comments and instructions are left out.
public struct XMLRepair {
  /// Well-formed but for what ``XMLText`` mends, and for the elements around the units, which stay open.
  public internal(set) var text: [UInt8] = []

  private static let depthMax = 48
  private let vocabulary: XMLVocabulary
  var tags: [XMLTag]
  /// Before which tags elements end and begin that have no tag for it: indices of the tags whose name is
  /// written. Of those that begin at one place the outer ones come first.
  var ends: [Int: [Int]] = [:]
  var starts: [Int: [Int]] = [:]
  var staysOpen: Set<Int> = []
  /// The tags of the elements that are open where ``text`` is being written.
  var open: [Int] = []
  var offsets = XMLOffsets()
  /// Where the stretch begins.
  let first: Int

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
    // Nothing tells where another one began; looking for it would take the square of the length.
    guard isUnit || !parts.isEmpty else { return end }
    while index > 0 {
      let tag = tags[index - 1]
      // An end tag that is misspelled is as good as the start tag that it belongs to.
      let code = tag.kind == .end && tag.partner >= 0 ? tags[tag.partner].code : tag.code
      if code != 0 || tag.code != 0, borders.contains(code) || borders.contains(tag.code) { break }
      // What ends with the one around it, or before the next of its kind, may lie in a unit.
      let endsEarly =
        vocabulary.hasText[Int(tag.code)]
        || isUnit && vocabulary.followers[Int(tag.code)] != nil
      let isStray = tag.kind == .end && tag.partner < 0
      let isPart = !isStray && (isUnit || parts.contains(tag.code))
      if tag.kind == .start, tag.partner < 0, !endsEarly { break }
      if start < end, !isPart, !isStray { break }
      index = tag.kind == .end && tag.partner >= 0 ? tag.partner : index - 1
      if isPart { start = index }
    }
    guard start < end else { return end }
    starts[start, default: []].insert(end, at: 0)
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
}

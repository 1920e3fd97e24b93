import Bytes
import Records

/// The name line of a plain group.
struct TypeBPlainHead {
  /// Where it begins.
  let start: Int
  let name: ScannedName
  /// Where the line behind it begins.
  let next: Int

  /// - Parameter expectsTitle: the names before have titles.
  /// - Returns: nil where no plain name line begins at `start`.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, at start: Int, expectsTitle: Bool) {
    guard start &+ 2 < bytes.count, bytes[start] == 0x31,
      let name = ScannedName(bytes, from: start &+ 1, expectsTitle: expectsTitle),
      name.slash < 0,
      !TypeBMembers.mayBeSeat(bytes, name.surname), !TypeBMembers.mayBeSeat(bytes, name.given)
    else { return nil }
    next = TypeBPlainGroup.next(bytes, behind: name.end)
    guard next > 0 else { return nil }
    self.start = start
    self.name = name
  }
}

/// A group as most are: one traveller with a name of letters, lines that say nothing of him, and at most
/// one DOCS in its usual form; all of it as places in the block.
///
/// It is large and used again for each group: a copy would cost as much as the reading.
struct TypeBPlainGroup: ~Copyable {
  private(set) var start: Int
  private(set) var name: ScannedName
  /// The line read last, and where the next one begins.
  private(set) var line: Range<Int>
  private(set) var next: Int
  var locator = 0..<0
  var hasDocs = false
  var docs = UsualDocs()
  /// The name in DOCS. Its places are as if what continues the line stood behind it at once.
  var docsName: ScannedName
  /// The end of the first line of DOCS, and what continues it.
  var docsEnd = 0
  var rest = 0..<0
  private(set) var flightCount = 0
  private var flights = InlineArray<4, Range<Int>>(repeating: 0..<0)

  init(_ head: TypeBPlainHead) {
    start = head.start
    name = head.name
    docsName = head.name
    line = head.start..<head.name.end
    next = head.next
  }

  /// Goes on with another group.
  @inline(__always)
  mutating func begin(_ head: TypeBPlainHead) {
    start = head.start
    name = head.name
    line = head.start..<head.name.end
    next = head.next
    locator = 0..<0
    hasDocs = false
    flightCount = 0
  }

  /// Notes a line in which nothing unusual is; false if there is.
  /// - Parameter least: bytes that it must have.
  @inline(__always)
  mutating func pass(_ bytes: Span<UInt8>, least: Int) -> Bool {
    let start = next
    let end = TypeBPlainGroup.end(bytes, from: start &+ 3)
    guard end >= start &+ least else { return false }
    line = start..<end
    next = TypeBPlainGroup.next(bytes, behind: end)
    return next > 0
  }

  /// Notes where a connection lies; false if there is no room.
  mutating func addFlight() -> Bool {
    guard flightCount < 4 else { return false }
    flights[flightCount] = line
    flightCount &+= 1
    return true
  }

  func flight(_ index: Int) -> Range<Int> { flights[index] }

  /// The end of a line in which no other element may begin; -1 where one may, and where the line does
  /// not end in the block.
  @inline(__always)
  private static func end(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    repeat {
      end = LineScanner.next(in: bytes, from: end)
      guard end < bytes.count else { return -1 }
      guard bytes[end] == TypeBLine.dot else { return end }
      end &+= 1
    } while bytes[end &- 2] > 0x20
    return -1
  }

  /// Where the line behind a simple line end begins, with some bytes to look at; -1 if it does not.
  @inline(__always)
  static func next(_ bytes: Span<UInt8>, behind end: Int) -> Int {
    guard end &+ 18 <= bytes.count else { return -1 }
    var next = end
    if bytes[next] == 0x0D { next &+= 1 }
    guard bytes[next] == 0x0A, bytes[next &+ 1] > 0x20 else { return -1 }
    return next &+ 1
  }
}

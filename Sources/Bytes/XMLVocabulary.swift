/// The names of a kind of document that its reader knows, each with the small number by which
/// ``XMLPushParser`` hands it out. Letters are compared without regard to case.
public struct XMLVocabulary: Sendable {
  private struct Entry {
    var name: [UInt8]
    var code: UInt8
  }

  private static let slots = 512
  /// First entry of each slot; a taken slot goes on to the next.
  private var table = [UInt16](repeating: 0, count: XMLVocabulary.slots)
  private var entries: [Entry] = []
  /// By code: elements whose text is wanted, and elements that are passed over with all within them.
  let hasText: [Bool]
  let isSkipped: [Bool]
  /// The element of which a document holds many: from there on a broken document can be resumed.
  let unit: UInt8
  /// By code, what an element whose end tag is lost ends before; nil for one that is taken as empty.
  let followers: [[UInt8]?]
  /// By code, the texts by which an element is known of which only the end tag is there.
  let parts: [[UInt8]]
  /// The element that holds the units.
  let units: UInt8

  /// - Parameters:
  ///   - names: elements and attributes with their codes from 1 on; 0 stands for every other name. At
  ///     most 255 names.
  ///   - text: codes of elements whose text is wanted.
  ///   - skipped: codes of elements that are passed over, with everything in them.
  ///   - unit: code of the element whose ancestors are remembered.
  ///   - units: code of the element that holds them.
  ///   - followers: elements with others in them, and before which of them one ends whose end tag is lost.
  ///   - parts: elements with the texts by which one is known whose start tag is lost.
  public init(
    _ names: [(String, UInt8)], text: [UInt8], skipped: [UInt8], unit: UInt8, units: UInt8 = 0,
    followers: [UInt8: [UInt8]] = [:], parts: [UInt8: [UInt8]] = [:]
  ) {
    hasText = (0...255).map { text.contains($0) }
    isSkipped = (0...255).map { skipped.contains($0) }
    self.unit = unit
    self.units = units
    self.followers = (0...255).map { followers[$0] }
    self.parts = (0...255).map { parts[$0] ?? [] }
    for (name, code) in names.prefix(255) {
      entries.append(Entry(name: name.utf8.map { $0 | 0x20 }, code: code))
      var slot = XMLVocabulary.hash(name.utf8)
      while table[slot] != 0 { slot = (slot + 1) % XMLVocabulary.slots }
      table[slot] = UInt16(entries.count)
    }
  }

  private static func hash(_ name: some Sequence<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in name { hash = (hash ^ UInt32(byte | 0x20)) &* 0x0100_0193 }
    return Int(hash % UInt32(slots))
  }

  /// The code of a name; 0 for one that is not known.
  func code(_ name: Span<UInt8>) -> UInt8 {
    var hash: UInt32 = 0x811C_9DC5
    for index in name.indices { hash = (hash ^ UInt32(name[index] | 0x20)) &* 0x0100_0193 }
    var slot = Int(hash % UInt32(XMLVocabulary.slots))
    while table[slot] != 0 {
      let entry = entries[Int(table[slot]) - 1]
      if entry.name.count == name.count,
        name.indices.allSatisfy({ entry.name[$0] == name[$0] | 0x20 })
      {
        return entry.code
      }
      slot = (slot + 1) % XMLVocabulary.slots
    }
    return 0
  }
}

/// What ``XMLPushParser`` found in the bytes given last: a tape to be read in one go.
public struct XMLEvents: Sendable {
  public enum Kind: UInt8, Sendable {
    case start, end
    /// Character data of an element whose text is wanted; one text may come in pieces.
    case text
  }

  public struct Event: Sendable {
    public let kind: Kind
    /// The vocabulary's code, 0 for an unknown element.
    public let name: UInt8
    /// Of a start: indices into ``XMLEvents/attributes``. Of a text: of ``XMLEvents/bytes``.
    public let range: Range<Int32>
    /// Where the start tag of a known element begins, or behind the end tag of a unit, counted over
    /// all bytes given to the parser; else 0.
    public let position: Int
  }

  public struct Attribute: Sendable {
    public let name: UInt8
    /// Of ``XMLEvents/bytes``: the value in UTF-8, references resolved.
    public let range: Range<Int32>
  }

  public internal(set) var events: [Event] = []
  /// Only attributes that the vocabulary knows.
  public internal(set) var attributes: [Attribute] = []
  public internal(set) var bytes: [UInt8] = []

  public init() {}

  mutating func removeAll() {
    events.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// The value of an attribute of a start event; empty where it has none.
  public func value(_ name: UInt8, of event: Event) -> Range<Int> {
    var index = event.range.lowerBound
    while index < event.range.upperBound {
      let attribute = attributes[Int(index)]
      if attribute.name == name {
        return Int(attribute.range.lowerBound)..<Int(attribute.range.upperBound)
      }
      index += 1
    }
    return 0..<0
  }
}

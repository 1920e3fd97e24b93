/// What messages say of legs while they are read. A block may end anywhere in a message, and copies of one
/// are known only as a whole.
struct OpenMessages {
  /// What one message says of one leg.
  struct Item {
    let place: FiledRecord.Place
    /// Its records by kind: blocks that end elsewhere bring the kinds in another order.
    fileprivate(set) var parts: [[UInt8]]
    fileprivate(set) var persons = 0
  }

  private var items: [Item] = []
  private var numbers: [FiledRecord.Place: Int] = [:]
  private var last = 0
  private(set) var byteCount = 0

  /// Lets `write` append a record to those of its message and leg.
  mutating func add(
    _ kind: FiledRecord.Kind, at place: FiledRecord.Place, _ write: (_ out: inout [UInt8]) -> Void
  ) {
    // Most records belong to the message and leg of the record before.
    if last >= items.count || items[last].place != place { last = number(of: place) }
    let part = Int(kind.rawValue)
    byteCount -= items[last].parts[part].count
    write(&items[last].parts[part])
    byteCount += items[last].parts[part].count
    if kind == .person { items[last].persons += 1 }
  }

  private mutating func number(of place: FiledRecord.Place) -> Int {
    if let known = numbers[place] { return known }
    let kinds = FiledRecord.Kind.allCases.count
    items.append(Item(place: place, parts: [[UInt8]](repeating: [], count: kinds)))
    numbers[place] = items.count - 1
    return items.count - 1
  }

  /// Gives the messages that are no longer open, in the order in which they began.
  /// - Parameter ordinal: of the one that stays open; nil: none does.
  mutating func take(but ordinal: UInt32?) -> [Item] {
    var ended: [Item] = []
    swap(&ended, &items)
    numbers.removeAll(keepingCapacity: true)
    byteCount = 0
    for item in ended where item.place.ordinal == ordinal {
      numbers[item.place] = items.count
      items.append(item)
      byteCount += item.parts.reduce(0) { $0 + $1.count }
    }
    if !items.isEmpty { ended.removeAll { $0.place.ordinal == ordinal } }
    return ended
  }
}

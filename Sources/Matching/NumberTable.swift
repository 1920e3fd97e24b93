import Bytes

/// Numbers with a value each, emptied without touching its memory: grows with what one passenger meets, not with
/// the list.
struct NumberTable: ~Copyable {
  struct Entry: BitwiseCopyable {
    var round: UInt32 = 0
    var number: UInt32 = 0
    var value: UInt32 = 0
  }

  /// Open addressing; an entry of another round is free. At most half are taken.
  private var entries = ScratchList<Entry>(repeating: Entry(), count: 256)
  private var round: UInt32 = 1
  private(set) var count = 0
  private static let keptMax = 4096

  mutating func removeAll() {
    // A passenger who resembled everybody leaves a table in which all others would miss the processor's memory.
    if entries.count > Self.keptMax && count * 16 < entries.count {
      entries = ScratchList(repeating: Entry(), count: Self.keptMax)
    }
    count = 0
    if round == UInt32.max {
      for index in entries.indices { entries[index].round = 0 }
      round = 0
    }
    round += 1
  }

  /// The value of a number.
  subscript(number: UInt32) -> UInt32? {
    let entry = entries[place(of: number)]
    return entry.round == round ? entry.value : nil
  }

  /// Adds a number that may be there.
  /// - Returns: whether it is new.
  mutating func insert(_ number: UInt32, value: UInt32 = 0) -> Bool {
    let place = place(of: number)
    if entries[place].round == round { return false }
    entries[place] = Entry(round: round, number: number, value: value)
    count += 1
    if count * 2 > entries.count { grow() }
    return true
  }

  private func place(of number: UInt32) -> Int {
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: (UInt64(number) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while entries[place].round == round, entries[place].number != number {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    var old = ScratchList<Entry>(repeating: Entry(), count: entries.count * 2)
    swap(&old, &entries)
    for place in old.indices where old[place].round == round {
      entries[self.place(of: old[place].number)] = old[place]
    }
  }
}

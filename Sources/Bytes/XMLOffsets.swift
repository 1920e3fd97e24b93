/// Where the bytes of a text that was rewritten came from.
struct XMLOffsets {
  /// From which index of the new text on its distance from the raw bytes changes, and what it came from.
  private var shifts: [(clean: Int, raw: Int)] = []

  mutating func removeAll() { shifts.removeAll(keepingCapacity: true) }

  /// From `clean` on, the text came from `raw` on. Called with ever greater indices.
  mutating func add(clean: Int, raw: Int) { shifts.append((clean, raw)) }

  /// The index in the raw bytes that an index in the new text came from.
  func raw(_ index: Int) -> Int {
    let next = (0..<shifts.count).partitioningIndex { shifts[$0].clean > index }
    guard next > 0 else { return index }
    let shift = shifts[next - 1]
    return shift.raw + (index - shift.clean)
  }
}

public import CVector

/// Plain values in memory that one owner fills again and again: it grows, is never given back before the end, and
/// nobody else has it. So adding to it asks nothing but whether there is room, where an array asks each time
/// whether it is the only one.
@safe public struct ScratchList<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  @usableFromInline var elements: UnsafeMutablePointer<Element>
  @usableFromInline var capacity: Int
  @usableFromInline var used = 0

  /// - Parameter capacity: for so many there is room at first, at least one.
  public init(capacity: Int = 16) {
    precondition(capacity > 0)
    self.capacity = capacity
    // Sound: of the memory only the first `used` places are ever read, and they have been written.
    unsafe elements = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
  }

  public init(repeating element: Element, count: Int) {
    self.init(capacity: max(1, count))
    for _ in 0..<count { append(element) }
  }

  deinit { unsafe elements.deallocate() }

  @inlinable @inline(__always)
  public var count: Int { used }

  @inlinable @inline(__always)
  public var isEmpty: Bool { used == 0 }

  @inlinable @inline(__always)
  public var indices: Range<Int> { unsafe Range(uncheckedBounds: (0, used)) }

  @inlinable @inline(__always)
  public subscript(index: Int) -> Element {
    _read {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: used))
      // Sound: the place was written, as the condition says.
      yield unsafe elements[index]
    }
    _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: used))
      // Sound: the place was written, as the condition says.
      yield unsafe &elements[index]
    }
  }

  @inlinable @inline(__always)
  public mutating func append(_ element: Element) {
    if used == capacity { reserve(used + 1) }
    // Sound: there is room.
    unsafe elements[used] = element
    used &+= 1
  }

  public mutating func append(contentsOf others: [Element]) {
    reserve(used + others.count)
    for other in others { appendWithinRoom(other) }
  }

  /// - Precondition: there is room.
  @inlinable @inline(__always)
  public mutating func appendWithinRoom(_ element: Element) {
    precondition(used < capacity)
    // Sound: as the condition says.
    unsafe elements[used] = element
    used &+= 1
  }

  @inlinable @inline(__always)
  public mutating func removeAll() { used = 0 }

  /// Removes all elements from a place on.
  @inlinable @inline(__always)
  public mutating func removeAll(from place: Int) {
    precondition(place >= 0 && place <= used)
    used = place
  }

  public var array: [Element] { indices.map { self[$0] } }

  /// Makes room for so many elements in all.
  @inline(never)
  public mutating func reserve(_ count: Int) {
    if count <= capacity { return }
    let larger = max(count, capacity * 2)
    // Sound: what was written moves to the new place.
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe moved.update(from: elements, count: used)
    unsafe elements.deallocate()
    unsafe elements = moved
    capacity = larger
  }

  /// Has the elements written by a kernel that takes a pointer.
  /// - Parameters:
  ///   - most: so many it may write.
  ///   - body: gives how many it wrote, from the pointer on; the pointer is only valid within it.
  @unsafe @inlinable
  public mutating func fill(_ most: Int, _ body: (UnsafeMutablePointer<Element>) -> Int) {
    reserve(most)
    let count = unsafe body(elements)
    precondition(count >= 0 && count <= capacity)
    used = count
  }

  /// Where the elements begin, for a kernel that takes a pointer; only valid within `body`.
  @unsafe @inlinable @inline(__always)
  public func withUnsafeStart<Result>(_ body: (UnsafePointer<Element>) -> Result) -> Result {
    unsafe body(UnsafePointer(elements))
  }

  /// Asks the processor to fetch an element that is wanted soon; any index will do.
  @inlinable @inline(__always)
  public func prefetch(_ index: Int) {
    if UInt(bitPattern: index) < UInt(bitPattern: used) {
      // Sound: the element lies within the memory; nothing is read.
      unsafe cvector_prefetch(elements + index)
    }
  }
}

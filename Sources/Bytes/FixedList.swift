/// A few values in memory that is never given back: what does not fit is refused.
///
/// Neither an `InlineArray`, of which the compiler copies the whole to read a part, nor an array, which asks
/// at every change whether it is the only one.
@safe public struct FixedList<Element>: ~Copyable {
  @usableFromInline let elements: UnsafeMutablePointer<Element>
  @usableFromInline let capacity: Int
  @usableFromInline var used = 0

  /// - Parameter filler: stands where nothing is yet.
  public init(_ filler: Element, capacity: Int) {
    self.capacity = capacity
    // Sound: every place holds a value from here to the end of the list, which alone has the memory.
    unsafe elements = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    unsafe elements.initialize(repeating: filler, count: capacity)
  }

  deinit {
    // Sound: as many were made, and nobody else has them.
    unsafe elements.deinitialize(count: capacity)
    unsafe elements.deallocate()
  }

  @inlinable @inline(__always)
  public var count: Int { used }

  @inlinable @inline(__always)
  public subscript(index: Int) -> Element {
    _read {
      precondition(index >= 0 && index < capacity)
      // Sound: the place lies within the memory, as the condition says.
      yield unsafe elements[index]
    }
    _modify {
      precondition(index >= 0 && index < capacity)
      // Sound: the place lies within the memory, as the condition says.
      yield unsafe &elements[index]
    }
  }

  /// - Returns: false where there is no room.
  @inlinable @inline(__always)
  public mutating func append(_ element: Element) -> Bool {
    guard used < capacity else { return false }
    // Sound: there is room, as was asked.
    unsafe elements[used] = element
    used &+= 1
    return true
  }

  @inlinable @inline(__always)
  public mutating func removeAll() { used = 0 }
}

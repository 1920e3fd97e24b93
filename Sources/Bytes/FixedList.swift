/// A few values in memory that is never given back: what does not fit is refused.
///
/// An array and not an `InlineArray`: of a large value in place the compiler copies the whole to read a part.
public struct FixedList<Element> {
  @usableFromInline var elements: [Element]
  @usableFromInline var used = 0

  /// - Parameter filler: stands where nothing is yet.
  public init(_ filler: Element, capacity: Int) {
    elements = [Element](repeating: filler, count: capacity)
  }

  @inlinable @inline(__always)
  public var count: Int { used }

  @inlinable @inline(__always)
  public subscript(index: Int) -> Element {
    _read { yield elements[index] }
    _modify { yield &elements[index] }
  }

  /// - Returns: false where there is no room.
  @inlinable @inline(__always)
  public mutating func append(_ element: Element) -> Bool {
    guard used < elements.count else { return false }
    elements[used] = element
    used &+= 1
    return true
  }

  @inlinable @inline(__always)
  public mutating func removeAll() { used = 0 }
}

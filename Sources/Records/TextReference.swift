/// A piece of UTF-8 text in the byte store of its ``PassengerBatch``.
///
/// Passengers hold references instead of strings: a night has millions of them, and a reference
/// costs eight bytes and no allocation.
public struct TextReference: Hashable, Sendable {
  public var start: UInt32
  public var count: UInt32

  @inlinable public static var empty: TextReference { TextReference(start: 0, count: 0) }

  @inlinable
  public init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }

  @inlinable public var isEmpty: Bool { count == 0 }
  @inlinable public var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// A run of consecutive elements in one of the arrays of a ``PassengerBatch``.
public struct ElementRun: Hashable, Sendable {
  public var start: UInt32
  public var count: UInt32

  @inlinable public static var empty: ElementRun { ElementRun(start: 0, count: 0) }

  @inlinable
  public init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }

  @inlinable public var isEmpty: Bool { count == 0 }
  @inlinable public var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

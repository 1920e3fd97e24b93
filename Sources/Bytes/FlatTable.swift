public import CVector

/// Plain values one behind another in memory that a ``MemoryImage`` owns: reading costs no count of references
/// and no copy, whether the memory was filled by this process or mapped from a file.
///
/// Whoever keeps a table keeps its image.
@safe public struct FlatTable<Element: BitwiseCopyable>: @unchecked Sendable {
  @usableFromInline let start: UnsafePointer<Element>?
  public let count: Int

  /// - Precondition: `count` elements begin at `start` and stay there, unchanged, as long as the table is used.
  @unsafe init(start: UnsafePointer<Element>?, count: Int) {
    unsafe self.start = start
    self.count = count
  }

  @inlinable @inline(__always)
  public subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
    // Sound: the element lies within the table, as the condition says.
    return unsafe start.unsafelyUnwrapped[index]
  }

  @inlinable @inline(__always)
  public var indices: Range<Int> { 0..<count }

  @inlinable @inline(__always)
  public var isEmpty: Bool { count == 0 }

  /// The elements of `range`, to read many of them.
  @inlinable
  public func withSpan<Result: ~Copyable, Failure: Error>(
    _ range: Range<Int>, _ body: (Span<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    // Sound: the range lies within the table, as the condition says, and the span does not outlive the call.
    let part = unsafe UnsafeBufferPointer(start: start, count: count)
    return unsafe try body(part.extracting(range).span)
  }

  /// Where the elements begin, for a kernel that takes a pointer; only valid within `body`.
  /// - Precondition: the table is not empty.
  @unsafe @inlinable
  public func withUnsafeStart<Result>(_ body: (UnsafePointer<Element>) -> Result) -> Result {
    precondition(count > 0)
    return unsafe body(start.unsafelyUnwrapped)
  }

  /// Asks the processor to fetch an element that is wanted soon; any index will do.
  @inlinable @inline(__always)
  public func prefetch(_ index: Int) {
    if UInt(bitPattern: index) < UInt(bitPattern: count) {
      // Sound: the element lies within the table.
      unsafe cvector_prefetch(start.unsafelyUnwrapped + index)
    }
  }
}

extension Span {
  /// Asks the processor to fetch an element that is wanted soon; any index will do.
  @inlinable @inline(__always)
  public func prefetch(_ index: Int) {
    if UInt(bitPattern: index) < UInt(bitPattern: count) {
      // Sound: the element lies within the span; nothing is read.
      unsafe withUnsafeBufferPointer { elements in
        unsafe cvector_prefetch(elements.baseAddress.unsafelyUnwrapped + index)
      }
    }
  }
}

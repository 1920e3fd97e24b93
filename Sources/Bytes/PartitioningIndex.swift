extension Range<Int> {
  /// The first index of the second part of something sorted, `upperBound` where there is none: binary search.
  /// - Parameter isInSecondPart: false for all indices before the one sought, true from there on.
  @inlinable @inline(__always)
  public func partitioningIndex(where isInSecondPart: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if isInSecondPart(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

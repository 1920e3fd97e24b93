import Records

extension PNRGOVXMLReader {
  /// A name while its parts come in.
  struct NameParts {
    var bytes: [UInt8] = []
    var surname = 0..<0
    var given: [Range<Int>] = []
    /// How many given names stand before the surname.
    var givenBefore = 0
    /// The surname stands in an attribute; elements may say it again.
    var isOfAttributes = false

    var isEmpty: Bool { surname.isEmpty && given.isEmpty }

    mutating func removeAll() {
      guard !bytes.isEmpty else { return }
      bytes.removeAll(keepingCapacity: true)
      given.removeAll(keepingCapacity: true)
      surname = 0..<0
      givenBefore = 0
      isOfAttributes = false
    }
  }
}

extension PNRGOVXMLReader.NameParts {
  func isSurname(_ text: [UInt8]) -> Bool {
    text.isEmpty || bytes[surname].lazy.map(upperASCII).elementsEqual(text.lazy.map(upperASCII))
  }

  /// A second surname is another person's: between the two an end and a start tag are lost.
  /// - Returns: what stands before `text` and belongs to it, taken from here; nil for the same person.
  mutating func next(before text: [UInt8]) -> Self? {
    guard !surname.isEmpty, !text.isEmpty, !isOfAttributes else { return nil }
    var next = Self()
    // Where the given names come first, the ones behind the surname are the next one's.
    let own = givenBefore > 0 ? givenBefore : given.count
    for range in given[own...] {
      PNRGOVXMLReader.add(Array(bytes[range]), PNRGOVXMLName.givenName, to: &next)
    }
    if let first = given[own...].first {
      bytes.removeSubrange((first.lowerBound - 1)...)
      given.removeSubrange(own...)
    }
    return next
  }
}

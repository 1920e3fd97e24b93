import Bytes

/// Looks for the beginning of an XML document in text that may surround it: a declaration, or the root
/// element of PNRGOV.
enum DocumentSearch {
  private static let declaration = Array("<?xml".utf8)
  private static let bracket: UInt8 = 0x3C
  private static let root = Array("IATA_PNRGOV".utf8)
  /// A prefix and the name of the root.
  private static let reach = 48

  /// - Parameter atEnd: no bytes will follow, so nothing stays undecided.
  static func run(_ bytes: Span<UInt8>, from start: Int, before end: Int, atEnd: Bool) -> Beginning
  {
    let searched = bytes.extracting(0..<end)
    var index = searched.firstIndex(ofRare: bracket, from: start)
    while index < end {
      if starts(bytes, at: index, with: declaration) || hasRoot(bytes, index) {
        return .found(index)
      }
      if !atEnd, index + reach > bytes.count { return .undecided(index) }
      index = searched.firstIndex(ofRare: bracket, from: index + 1)
    }
    return .nothing
  }

  private static func starts(_ bytes: Span<UInt8>, at start: Int, with token: [UInt8]) -> Bool {
    guard start + token.count <= bytes.count else { return false }
    return token.indices.allSatisfy { bytes[start + $0] == token[$0] }
  }

  /// `<IATA_PNRGOV` or `<prefix:IATA_PNRGOV`
  private static func hasRoot(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var index = start + 1
    while index < bytes.count, index < start + reach - root.count {
      if starts(bytes, at: index, with: root) { return true }
      guard isAlphanumeric(bytes[index]) || bytes[index] == 0x3A || bytes[index] == 0x5F else {
        return false
      }
      index += 1
    }
    return false
  }
}

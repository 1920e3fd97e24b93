import Bytes
import Records

/// Documents whose root is lost.
extension PNRGOVXMLParser {
  /// A message whose root has lost its start tag begins with what stands in it.
  mutating func beginInside(
    _ parser: XMLPushParser, _ lost: String, _ offset: UInt64, into batch: inout PassengerBatch
  ) {
    rootName = Array(PNRGOVXMLName.root.utf8)
    parser.parse(Array(lost.utf8).span)
    let found = parser.found
    for event in found.events { _ = reader.take(event, found, at: offset, into: &batch) }
    reader.hasLost = true
    reader.isRootImplied = true
    reader.report(.xmlSyntax, offset, "a message without the start tag of its root", &batch)
    tags = parser.tagsAroundUnit.isEmpty ? parser.openTags : parser.tagsAroundUnit
    hasBroken = true
    hasReadSince = true
  }

  /// A name without its prefix, in upper case.
  static func local(_ name: [UInt8]) -> [UInt8] {
    (name.lastIndex(of: 0x3A).map { name[($0 + 1)...] } ?? name[...]).map(upperASCII)
  }
}

import Bytes
import Records

/// The groups that most lists consist of: one traveller with a name of letters, and at most one DOCS. They
/// are read where they lie in the block, and come out as by the way for all groups.
extension TypeBReader {
  /// Adds the traveller of `TESTERB/BRAMMR` if nothing about the name is unusual; false if it must be
  /// split and looked at.
  mutating func addPlainTraveller(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64
  ) -> Bool {
    var slash = range.lowerBound
    while slash < range.upperBound, bytes[slash] != TypeBLine.slash { slash &+= 1 }
    guard slash &+ 1 < range.upperBound else { return false }
    let given = (slash &+ 1)..<range.upperBound
    var parts = NameParts()
    parts.surname = range.lowerBound..<slash
    parts.addGiven(given)
    guard !TypeBMembers.mayBeSeat(bytes, parts.surname), !TypeBMembers.mayBeSeat(bytes, given),
      let name = NameReader.readPlain(bytes, parts, into: &booking.arena)
    else { return false }
    isSeat = false
    unnamed = 0
    // Only a title makes a name shorter here.
    titledNames += Int(name.given.count) < given.count ? 1 : -1
    members.enterSole()
    let index = booking.addTraveller(name, source, reference: .empty, at: offset)
    booking.travellers[index].isAdult = name.isAdult
    return true
  }

  /// Takes ` HK1/P/…` of DOCS if nothing about it is unusual; false if it must be decoded and looked at.
  mutating func takePlainIdentity(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Bool {
    let start = range.lowerBound
    guard range.count > 24, bytes[start] == 0x20, isLetter(bytes[start &+ 1]),
      isLetter(bytes[start &+ 2]), TypeBLine.isDigit(bytes[start &+ 3]),
      bytes[start &+ 4] == TypeBLine.slash
    else { return false }
    let behind = (start &+ 4)..<range.upperBound
    let names = TypeBRemark.association(bytes, behind)
    let text = behind.lowerBound..<(names.map { $0.start } ?? range.upperBound)
    guard bytes.isPlainText(text, without: 0),
      let fields = DocumentText.readPlainDOCS(bytes, text),
      let name = NameReader.readPlain(bytes, fields.names, into: &booking.arena)
    else { return false }
    let owner = owner(bytes, names.map { $0.name..<range.upperBound })
    var finding = finding(.identity, of: owner, at: offset)
    finding.name = name
    if !booking.append(fields, bytes, to: finding, reference: leg.date ?? today) {
      report(.dateImpossible, offset, "a birth date is no date", &batch)
    }
    return true
  }

  /// Joins what was said of the travellers. The DOCS in the group of one traveller are its own whatever
  /// their name is, if nothing else was said.
  mutating func joinGroup() {
    booking.lookup.begin()
    switch booking.findings.count {
    case 0: return
    case 1 where booking.travellers.count == 1:
      let finding = booking.findings[0]
      guard finding.kind == .identity, !finding.isInfant, finding.scope == 0 else {
        booking.join()
        return
      }
      booking.attach(finding, to: 0)
    default: booking.join()
    }
  }
}

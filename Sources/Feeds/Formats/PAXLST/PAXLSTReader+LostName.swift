import Bytes
import Records

/// A person whose NAD is lost.
extension PAXLSTReader {
  /// ATT 2: the gender.
  mutating func takeGender(
    _ bytes: Span<UInt8>, at offset: UInt64, into batch: inout PassengerBatch
  ) {
    guard traveller.isOpen, ShortCode(bytes, tokens.component(1)) == PAXLSTReader.two,
      let letter = tokens.component(3).first
    else { return }
    let gender = Gender(letter: bytes[letter])
    let both = [traveller.gender, gender]
    if hasDocument, both == [.male, .female] || both == [.female, .male] {
      return leaveTraveller(at: offset, into: &batch)
    }
    traveller.gender = gender
  }

  /// Another gender or birth date behind a document is another person's, whose NAD is lost: it must not become the one's
  /// before, and neither must what follows it.
  mutating func leaveTraveller(at offset: UInt64, into batch: inout PassengerBatch) {
    report(.syntax, offset, "another gender or birth date: a person's name is lost", &batch)
    closeTraveller(into: &batch)
    hasLost = true
    isBehindLostName = true
  }
}

import Bytes
import Records

/// The forms that nearly all names and documents of a booking have, read from one end to the other: what
/// has another form is looked at by its separators.
extension PlainBooking {
  /// TIF+SURNAME+GIVEN:A:1
  struct UsualName {
    let name: ScannedName
    let reference: Range<Int>
    /// The bytes of the reference, as a number.
    let code: UInt64

    @inline(__always)
    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
      guard range.count > 9, range.count <= 64, bytes[range.lowerBound &+ 3] == 0x2B,
        let name = ScannedName(
          bytes, from: range.lowerBound &+ 4, between: 0x2B, further: 0, expectsTitle: false)
      else { return nil }
      let end = name.end
      // An adult or a child, and then the reference.
      guard end &+ 3 < range.upperBound, bytes[end] == 0x3A, bytes[end &+ 2] == 0x3A,
        bytes[end &+ 1] == 0x41 || bytes[end &+ 1] == 0x43
      else { return nil }
      reference = (end &+ 3)..<range.upperBound
      guard let code = bytes.plainCode(reference), PlainBooking.isUpperCode(code) else {
        return nil
      }
      self.code = code
      self.name = name
    }
  }

  /// What a DOCS of ``UsualDocs`` says, with a reference behind it or none.
  @inline(__always)
  func usualIdentity(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Identity? {
    var docs = UsualDocs()
    guard let text = textStart(bytes, range),
      docs.read(bytes, from: text, reference: context.referenceDate),
      let name = ScannedName(bytes, from: docs.names), name.end <= range.upperBound
    else { return nil }
    var reference: UInt64 = 0
    if name.end < range.upperBound {
      guard bytes[name.end] == context.separators.element,
        let found = referenceCode(bytes, (name.end &+ 1)..<range.upperBound)
      else { return nil }
      reference = found
    }
    var identity = Identity(code: reference, scope: group)
    identity.name = Name(
      surname: name.surname, given: name.given, separator: name.slash < 0 ? 0 : 0x2F)
    identity.gender = docs.gender
    identity.birthDate = docs.birthDate
    identity.nationality = docs.nationality
    identity.document = Document(
      number: docs.number, type: docs.type, issuer: docs.issuer, expires: docs.expires)
    return identity
  }
}

import Bytes
import Records

/// DOCS in the usual form, which most persons come with: read where they lie in the block.
extension PNRGOVReader {
  /// Takes the text of a DOCS if nothing about it is unusual; false if it must be looked at.
  mutating func takePlainIdentity(
    _ bytes: Span<UInt8>, _ text: Range<Int>, _ start: Booking.Finding, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Bool {
    guard bytes.isPlainText(text, without: context.separators.release),
      let fields = DocumentText.readPlainDOCS(bytes, text),
      let name = NameReader.readPlain(bytes, fields.names, into: &booking.arena)
    else { return false }
    var finding = start
    finding.name = name
    finding.isInfant = fields.isInfant
    finding.gender = fields.gender
    finding.nationality = CountryCode.alpha3(ShortCode(bytes, fields.nationality))
    let birth = DateReader.reading(fields.birth, reference: referenceDate, .birth)
    finding.birthDate = birth.value
    if birth == .impossible { report(.dateImpossible, offset, "a birth date is no date", &batch) }
    let number = DateReader.trim(bytes, fields.number)
    if !number.isEmpty {
      finding.document = TravelDocument(
        type: ShortCode(bytes, fields.type), number: booking.arena.add(bytes, number),
        issuer: CountryCode.alpha3(ShortCode(bytes, fields.issuer)),
        expires: expiry(bytes, fields.expiry))
    }
    booking.findings.append(finding)
    return true
  }

  private func expiry(_ bytes: Span<UInt8>, _ range: Range<Int>) -> PartialDate? {
    if let date = DateReader.shortDate(bytes, range) {
      return DateReader.reading(date, reference: referenceDate, .expiry).value
    }
    return DateReader.withMonthName(bytes, range, reference: referenceDate, .expiry).value
  }
}

import Records

/// Names in what a booking was before: SSR of the history, remarks, LTS. They are other names of its
/// travellers; only a booking that has nobody else gets persons from them.
extension PNRGOVReader {
  /// SSR of a history item: the names of DOCS and INFT.
  mutating func takeHistoryService(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    guard range.count > 8 else { return }
    let code = ShortCode(bytes, (range.lowerBound + 4)..<(range.lowerBound + 8))
    guard code == PNRGOVReader.documents || code == PNRGOVReader.infant,
      hasRoom(at: offset, into: &batch)
    else { return }
    tokens.read(bytes, range, context.separators)
    let isInfant = code == PNRGOVReader.infant
    takeHistoryFields(
      bytes, textRange(bytes), isInfant: isInfant, at: offset)
  }

  /// LTS: unstructured history, of which the separators are not always escaped.
  mutating func takeUnstructuredHistory(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    guard HistoryText.mayName(bytes, range), range.count > 4,
      hasRoom(at: offset, into: &batch)
    else { return }
    let body = (range.lowerBound + 4)..<range.upperBound
    if let fields = HistoryText.documentFields(bytes, body) {
      takeHistoryFields(bytes, fields..<body.upperBound, isInfant: false, at: offset)
    }
    var text = decodeAlone(bytes, body)
    defer { swap(&text, &decoded) }
    historyText.read(text.span)
    for name in historyText.names {
      var finding = Booking.Finding(.history)
      finding.isInfant = name.isInfant
      finding.offset = offset
      finding.name = names.read(
        text, surname: name.surname, given: [name.given], into: &booking.arena)
      if !finding.name.isEmpty { booking.findings.append(finding) }
    }
  }

  /// The fields of DOCS or INFT. Without a date they are some other text with slashes.
  private mutating func takeHistoryFields(
    _ bytes: Span<UInt8>, _ range: Range<Int>, isInfant: Bool, at offset: UInt64
  ) {
    var text = decodeAlone(bytes, range)
    defer { swap(&text, &decoded) }
    let read = isInfant ? services.texts.readINFT(text.span) : services.texts.readDOCS(text.span)
    guard let fields = read, !fields.surname.isEmpty,
      let born = DateReader.withMonthName(
        text.span, fields.birth, reference: referenceDate, .birth
      ).value
    else { return }
    var finding = Booking.Finding(.history)
    finding.isInfant = isInfant || fields.isInfant
    finding.gender = fields.gender
    finding.birthDate = born
    finding.offset = offset
    finding.name = names.read(
      text, surname: fields.surname, given: services.texts.given, into: &booking.arena)
    if !finding.name.isEmpty { booking.findings.append(finding) }
  }

  /// Decodes a text into the memory of `decoded`, which its caller gives back.
  private mutating func decodeAlone(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    decoded.removeAll(keepingCapacity: true)
    _ = decode(bytes, range)
    var text: [UInt8] = []
    swap(&text, &decoded)
    return text
  }

  private static let documents = ShortCode("DOCS")
  private static let infant = ShortCode("INFT")
}

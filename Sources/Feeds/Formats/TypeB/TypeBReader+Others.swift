import Records

/// Remarks that tell of others than the traveller, or of its seat and identity beside DOCS.
extension TypeBReader {
  /// `OTHS HK1/DOCS/P/NLD/…`
  mutating func takeOther(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    guard let inner = TypeBRemark.embedded(bytes, range) else { return }
    take(.docs, bytes, inner, at: offset, into: &batch)
  }

  /// `1INF TESTERB/BABY`, `2INF TESTERB/BABYA/BABYB`: each given name is an infant.
  mutating func takeInfants(
    _ count: Int, _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    guard count > 1 else {
      take(.infant, bytes, range, at: offset, into: &batch)
      return
    }
    let owner = decodeText(bytes, range)
    var text: [UInt8] = []
    swap(&text, &remark)
    defer { swap(&text, &remark) }
    guard let fields = documentText.readINFT(text.span) else { return }
    let given = documentText.given
    let birth = birthDate(text.span, fields.birth, offset, &batch)
    for name in given {
      var finding = finding(.infant, of: owner, at: offset)
      finding.isInfant = true
      finding.birthDate = birth
      finding.name = names.read(
        text, surname: fields.surname, given: [name], into: &booking.arena)
      booking.findings.append(finding)
    }
  }

  mutating func takeSeat(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    takeSeat(bytes, range, of: decodeText(bytes, range))
  }

  /// The last word of the text, if it looks like a seat.
  mutating func takeSeat(_ bytes: Span<UInt8>, _ range: Range<Int>, of owner: Int?) {
    guard let owner, booking.travellers[owner].seat.isEmpty,
      let seat = TypeBRemark.seat(bytes, TypeBRemark.text(bytes, range))
    else { return }
    booking.travellers[owner].seat = booking.arena.add(ShortCode(bytes, seat))
  }

  /// `CHKD HK1 0003 I-1TESTERB/BABY`: an infant has a sequence number of its own.
  mutating func takeBoarded(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64
  ) {
    let place = TypeBRemark.text(bytes, range)
    guard let names = TypeBRemark.association(bytes, place), names.start > place.lowerBound,
      bytes[names.start - 1] == 0x49 || bytes[names.start - 1] == 0x20,
      DateReader.trim(bytes, place.lowerBound..<names.start).last.map({ bytes[$0] }) == 0x49
    else { return }
    remark.removeAll(keepingCapacity: true)
    charset.append(bytes, names.name..<place.upperBound, release: 0, to: &remark)
    var text: [UInt8] = []
    swap(&text, &remark)
    defer { swap(&text, &remark) }
    documentText.split(text.span, 0..<text.count)
    guard let surname = documentText.fields.first, documentText.fields.count > 1 else { return }
    var finding = finding(.infant, of: nil, at: offset)
    finding.isInfant = true
    finding.name = self.names.read(
      text, surname: surname, given: Array(documentText.fields.dropFirst()),
      into: &booking.arena)
    // With the adult's name it only says that there is an infant.
    guard !finding.name.isEmpty,
      !booking.travellers.indices.contains(where: { booking.likeness($0, finding.name) >= .longer })
    else { return }
    booking.findings.append(finding)
  }

  /// `FOID HK1 PP123456`: a passport or an identity card; card numbers and the like are not kept.
  mutating func takeIdentification(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let owner = decodeText(bytes, range)
    guard let owner, let type = TypeBRemark.identification(remark) else { return }
    let number = DateReader.trim(remark.span, 2..<remark.count)
    guard number.count > 2 else { return }
    booking.add(
      TravelDocument(
        type: type, number: booking.arena.add(remark, number), issuer: .none, expires: nil),
      to: owner)
  }
}

import Bytes
import Records

/// SSR in a plain booking.
extension PlainBooking {
  mutating func takeService(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 8 else { return true }
    let word = bytes.word(at: range.lowerBound &+ 4)
    guard word & 0xE0E0_E0E0 == 0x4040_4040 else { return false }
    let service = ServiceReader.service(ShortCode(packed: UInt64(word)))
    if scope == .change { return false }
    if scope == .history {
      return switch service {
      case .docs: takePastDocument(bytes, range)
      case .infant: false
      default: true
      }
    }
    switch service {
    case nil: return true
    case .docs: return takeIdentity(bytes, range)
    case .visa: return takeVisa(bytes, range)
    case .seat: return takeSeats(bytes, range)
    case .remark:
      let body = (range.lowerBound &+ 8)..<range.upperBound
      return HistoryText.documentFields(bytes, body) == nil
    case .infant, .passport, .child, .identification: return false
    }
  }

  private mutating func takeIdentity(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if let usual = usualIdentity(bytes, range) {
      return !isUnderTwo(usual.birthDate) && identities.append(usual)
    }
    var reference: UInt64 = 0
    guard let fields = readDocument(bytes, range, &reference), !fields.isInfant,
      let name = PlainName(bytes, fields.names)
    else { return false }
    let facts = fields.facts(bytes, reference: context.referenceDate)
    guard let birth = facts.birth.value, !isUnderTwo(birth) else { return false }
    var identity = Identity(code: reference, scope: group)
    identity.name = PlainBooking.name(name)
    identity.gender = fields.gender
    identity.birthDate = birth
    identity.nationality = facts.nationality
    identity.document = Document(
      number: facts.number, type: facts.type, issuer: facts.issuer, expires: facts.expires)
    return identities.append(identity)
  }

  /// Of whom it takes ``Booking/readUnderTwo()`` to say what he is.
  @inline(__always)
  private func isUnderTwo(_ birth: PartialDate?) -> Bool {
    guard let birth, let reference = context.referenceDate else { return false }
    return birth.isUnderTwo(at: reference)
  }

  /// DOCS of the history: only its name is of use.
  private mutating func takePastDocument(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var reference: UInt64 = 0
    guard let fields = readDocument(bytes, range, &reference), !fields.isInfant,
      let name = PlainName(bytes, fields.names),
      fields.facts(bytes, reference: context.referenceDate).birth.value != nil
    else { return false }
    // History does not go by references.
    return pastNames.append(PastName(name: PlainBooking.name(name)))
  }

  private static func name(_ plain: PlainName) -> Name {
    Name(
      surname: plain.surname, given: plain.given, separator: plain.givenCount > 1 ? 0x2F : 0)
  }

  /// The fields of DOCS behind eight components, and the reference behind its text.
  @inline(__always)
  private func readDocument(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ reference: inout UInt64
  ) -> DocumentText.PlainFields? {
    guard let start = textStart(bytes, range),
      let text = textRange(bytes, start, range, &reference),
      let slashes = slashes(bytes, text)
    else { return nil }
    return DocumentText.readPlainDOCS(bytes, slashes)
  }

  /// Where the text of an SSR begins behind eight components; nil for any other form.
  @inline(__always)
  func textStart(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let separators = context.separators
    let start = range.lowerBound
    guard range.count > 20, start &+ 64 <= bytes.count,
      bytes[start &+ 3] == separators.element
    else { return nil }
    // The eighth component ends within the first 64 bytes, or this is another form.
    var components = bytes.marks(at: start, separators.component)
    for _ in 0..<7 { components &= components &- 1 }
    guard components != 0 else { return nil }
    let text = start &+ components.trailingZeroBitCount &+ 1
    let before = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- (text &- start))
    var others = bytes.marks(at: start, separators.element)
    if separators.release != 0 { others |= bytes.marks(at: start, separators.release) }
    guard text < range.upperBound, others & before == 8,
      bytes[text] == 0x2F || bytes[text] > 0x40
    else { return nil }
    return text
  }

  /// The text of an SSR from `text` on; behind it stands at most the reference.
  /// - Returns: nil for any other form.
  @inline(__always)
  private func textRange(
    _ bytes: Span<UInt8>, _ text: Int, _ range: Range<Int>, _ reference: inout UInt64
  ) -> Range<Int>? {
    guard let end = textEnd(bytes, text, range.upperBound) else { return nil }
    if end < range.upperBound {
      guard let found = referenceCode(bytes, (end &+ 1)..<range.upperBound) else { return nil }
      reference = found
    }
    return text..<end
  }

  /// Where the element ends in which `text` begins.
  @inline(__always)
  private func textEnd(_ bytes: Span<UInt8>, _ text: Int, _ end: Int) -> Int? {
    var window = text
    while window < end {
      guard window &+ 64 <= bytes.count else { return nil }
      let found = bytes.marks(at: window, context.separators.element)
      if found != 0 { return min(end, window &+ found.trailingZeroBitCount) }
      window &+= 64
    }
    return end
  }

  /// The third component of an element with two empty ones before it; nil for anything else.
  @inline(__always)
  func referenceCode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
    let component = context.separators.component
    guard range.count > 2, bytes[range.lowerBound] == component,
      bytes[range.lowerBound &+ 1] == component,
      let code = bytes.plainCode((range.lowerBound &+ 2)..<range.upperBound), isUpperCode(code)
    else { return nil }
    return code
  }

  /// The slashes of a text of visible characters, with blanks in the names only.
  @inline(__always)
  private func slashes(_ bytes: Span<UInt8>, _ text: Range<Int>) -> DocumentText.Slashes? {
    var places = DocumentText.Slashes(repeating: 0)
    var count = 0
    var window = text.lowerBound
    guard bytes[window] == 0x2F, text.count > 16 else { return nil }
    while window < text.upperBound {
      guard window &+ 64 <= bytes.count else { return nil }
      let left = text.upperBound &- window
      let within = left < 64 ? UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- left) : .max
      var found = bytes.marks(at: window, 0x2F) & within
      var unusual = ~bytes.marks(at: window, from: 0x20, to: 0x5F) | bytes.marks(at: window, 0x2D)
      if context.separators.release != 0 {
        unusual |= bytes.marks(at: window, context.separators.release)
      }
      guard unusual & within == 0 else { return nil }
      while found != 0 {
        guard count < 11 else { return nil }
        places[count] = window &+ found.trailingZeroBitCount
        found &= found &- 1
        count &+= 1
      }
      window &+= 64
    }
    guard count >= 9 else { return nil }
    places[count] = text.upperBound
    places[13] = count &+ 1
    return isWithoutBlanks(bytes, text.lowerBound..<places[7]) ? places : nil
  }

  @inline(__always)
  private func isWithoutBlanks(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 64 else { return false }
    let within = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- range.count)
    return bytes.marks(at: range.lowerBound, 0x20) & within == 0
  }

  /// DOCO: the number behind a field that is `V`, and the country two fields on.
  private mutating func takeVisa(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var reference: UInt64 = 0
    guard let start = textStart(bytes, range),
      let text = textRange(bytes, start, range, &reference),
      bytes.isPlainText(text, without: context.separators.release)
    else { return false }
    var visa = Visa(code: reference, scope: group)
    guard let found = DocumentText.plainVisa(bytes, text) else { return true }
    visa.document = Document(
      number: found.number, type: ShortCode(packed: 0x56),
      issuer: CountryCode.alpha3(ShortCode(bytes, found.country)))
    return visas.append(visa)
  }

  /// SEAT with one seat, or none behind its reference.
  private mutating func takeSeats(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if leg < 0 { return scope != .booking && scope != .passenger }
    guard isPushed(leg) else { return true }
    guard let marks = SegmentMarks(bytes, range, context.separators),
      marks.elements.nonzeroBitCount == 2
    else { return false }
    let second = (marks.elements & (marks.elements &- 1)).trailingZeroBitCount
    var fields = marks.fields(from: range.lowerBound &+ second &+ 1)
    guard let seat = plainSeat(bytes, fields.next()) else { return false }
    _ = fields.next()
    guard let code = bytes.plainCode(fields.next()), isUpperCode(code) else { return false }
    guard !seat.isEmpty else { return true }
    var boarding = Boarding(code: code, scope: group)
    boarding.seat = seat
    boarding.leg = leg
    return boardings.append(boarding)
  }
}

import Bytes
import Records

/// The segment tags that PNRGOV, PAXLST and their acknowledgements use, and the service tags of ISO 9735.
///
/// The raw value is the three upper case letters, first letter highest, so that a tag is looked up
/// without a string.
enum SegmentTag: UInt32, CaseIterable {
  case una = 0x554E41
  case unb = 0x554E42
  case ung = 0x554E47
  case unh = 0x554E48
  case unt = 0x554E54
  case une = 0x554E45
  case unz = 0x554E5A
  case msg = 0x4D5347
  case org = 0x4F5247
  case tvl = 0x54564C
  case eqn = 0x45514E
  case src = 0x535243
  case rci = 0x524349
  case ssr = 0x535352
  case dat = 0x444154
  case ift = 0x494654
  case add = 0x414444
  case ebd = 0x454244
  case tif = 0x544946
  case fti = 0x465449
  case ref = 0x524546
  case far = 0x464152
  case tkt = 0x544B54
  case mon = 0x4D4F4E
  case ptk = 0x50544B
  case txd = 0x545844
  case fop = 0x464F50
  case tra = 0x545241
  case rpi = 0x525049
  case apd = 0x415044
  case tri = 0x545249
  case ssd = 0x535344
  case tbd = 0x544244
  case abi = 0x414249
  case sac = 0x534143
  case lts = 0x4C5453
  case erc = 0x455243
  case bgm = 0x42474D
  case rff = 0x524646
  case dtm = 0x44544D
  case loc = 0x4C4F43
  case nad = 0x4E4144
  case cta = 0x435441
  case com = 0x434F4D
  case tdt = 0x544454
  case att = 0x415454
  case mea = 0x4D4541
  case gei = 0x474549
  case ftx = 0x465458
  case emp = 0x454D50
  case nat = 0x4E4154
  case doc = 0x444F43
  case cpi = 0x435049
  case qty = 0x515459
  case gid = 0x474944
  case cnt = 0x434E54
  case aut = 0x415554
  case erp = 0x455250
  case uns = 0x554E53
  case pdt = 0x504454

  /// Whether this tag belongs to the envelope and not to a message.
  var isService: Bool {
    switch self {
    case .una, .unb, .ung, .unh, .unt, .une, .unz: return true
    default: return false
    }
  }

  /// Three bytes as the raw value of a tag, in upper case.
  @inline(__always)
  static func code(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    UInt32(upperASCII(first)) << 16 | UInt32(upperASCII(second)) << 8 | UInt32(upperASCII(third))
  }

  /// All tags by their letters, five bits each; a lookup is one load.
  static let table: [SegmentTag?] = {
    var table = [SegmentTag?](repeating: nil, count: 1 << 15)
    for tag in allCases {
      let code = tag.rawValue
      table[slot(code >> 16 & 0xFF | code & 0xFF00 | (code & 0xFF) << 16)] = tag
    }
    return table
  }()

  /// The place in ``table`` of three upper case letters.
  /// - Parameter word: the letters, first letter lowest; what stands above them is not looked at.
  @inline(__always)
  static func slot(_ word: UInt32) -> Int {
    Int((word & 0x1F) << 10 | (word >> 3) & 0x3E0 | (word >> 16) & 0x1F)
  }

  /// The tag of the segment that begins at `index` where three upper case letters and the element separator
  /// stand, as nearly always; nil for any other form.
  @inline(__always)
  static func usual(
    _ bytes: Span<UInt8>, at index: Int, _ separators: EDIFACTSeparators,
    in table: Span<SegmentTag?>
  ) -> SegmentTag? {
    guard index &+ 4 <= bytes.count else { return nil }
    let word = bytes.word(at: index)
    guard word & 0xFFE0_E0E0 == UInt32(separators.element) &<< 24 | 0x40_4040 else { return nil }
    return table[slot(word)]
  }

  /// As ``plain(_:at:_:in:)``, where it is asked now and then.
  static func plain(
    _ bytes: Span<UInt8>, at index: Int, _ separators: EDIFACTSeparators
  ) -> SegmentTag? {
    // Held, so that its span ends before it.
    let tags = table
    return plain(bytes, at: index, separators, in: tags.span)
  }

  /// The tag of the segment that begins at `index` in plain form: three upper case letters and a
  /// separator; nil for anything else, which ``EDIFACTFramer`` looks at more closely.
  @inline(__always)
  static func plain(
    _ bytes: Span<UInt8>, at index: Int, _ separators: EDIFACTSeparators,
    in table: Span<SegmentTag?>
  ) -> SegmentTag? {
    guard index &+ 4 <= bytes.count else { return nil }
    let word = bytes.word(at: index)
    guard word & 0xE0_E0E0 == 0x40_4040 else { return nil }
    let behind = UInt8(truncatingIfNeeded: word >> 24)
    guard
      behind == separators.element || behind == separators.terminator
        || behind == separators.component
    else { return nil }
    return table[slot(word)]
  }
}

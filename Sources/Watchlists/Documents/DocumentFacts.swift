public import Records

/// Kinds of travel documents, as far as lists of them and passenger data tell them apart.
public enum TravelDocumentType: UInt8, Sendable, CaseIterable {
  /// Not said, or any other.
  case other
  case passport, identity, visa
  /// A travel document for those without a passport: of refugees, a laissez-passer.
  case travel

  private static let codes: [(code: ShortCode, type: TravelDocumentType)] = [
    (ShortCode("PASSPORT"), .passport), (ShortCode("P"), .passport),
    (ShortCode("IDENTITY"), .identity), (ShortCode("ID"), .identity), (ShortCode("I"), .identity),
    (ShortCode("A"), .identity), (ShortCode("C"), .identity), (ShortCode("VISA"), .visa),
    (ShortCode("V"), .visa), (ShortCode("TRAVEL"), .travel), (ShortCode("T"), .travel),
    (ShortCode("OTHER"), .other), (ShortCode("O"), .other), (.none, .other),
  ]

  /// What a list calls it, in capitals; nil for what is not known.
  public init?(listed code: ShortCode) {
    guard let known = TravelDocumentType.codes.first(where: { $0.code == code }) else { return nil }
    self = known.type
  }

  /// - Parameter code: of ``TravelDocument``; what is no code of a list is any other document.
  public init(feed code: ShortCode) {
    self = code.count == 1 ? TravelDocumentType(listed: code) ?? .other : .other
  }

  /// Whether one document cannot be of both types.
  public func conflicts(with other: TravelDocumentType) -> Bool {
    self != .other && other != .other && self != other
      && !(Set([self, other]) == [.passport, .travel])
  }

  /// Contract, "One listed person": `type` of a document.
  var listedType: ListedDocumentType {
    switch self {
    case .passport: .passport
    case .identity: .nationalId
    case .travel: .travel
    case .visa, .other: .other
    }
  }
}

/// What is wrong with a document; the graver the higher.
public enum DocumentStatus: UInt8, Sendable, CaseIterable {
  case lost = 1
  case invalid, revoked, stolen, stolenBlank

  /// As lists have it.
  var code: String {
    switch self {
    case .lost: "lost"
    case .invalid: "invalid"
    case .revoked: "revoked"
    case .stolen: "stolen"
    case .stolenBlank: "stolen_blank"
    }
  }
}

/// What a list says of a document beside its number, in one number.
///
/// Of the facts of one document those are the greatest that were reported last, and of these the gravest.
public struct DocumentFacts: BitwiseCopyable, Hashable, Comparable, Sendable {
  let packed: UInt64

  private enum Shift {
    static let date: UInt64 = 3
    static let issuer: UInt64 = 20
    static let type: UInt64 = 35
    static let digits: UInt64 = 38
  }
  /// Years that fit, and in which a document that is carried was issued.
  static let years = 1900...2155

  init(packed: UInt64) { self.packed = packed }

  /// - Parameters:
  ///   - issuer: alpha-3, or none.
  ///   - reported: a full date within ``years``.
  ///   - digits: how many vary, of a range.
  init(
    type: TravelDocumentType, issuer: ShortCode, status: DocumentStatus, reported: PartialDate?,
    digits: Int = 0
  ) {
    var packed = UInt64(status.rawValue)
    if let reported {
      let date = (reported.year - DocumentFacts.years.lowerBound) << 9 | reported.month << 5
      packed |= UInt64(date | reported.day) << Shift.date
    }
    for index in 0..<3 {
      packed |= UInt64(issuer[index] & 31) << (Shift.issuer + UInt64(index) * 5)
    }
    packed |= UInt64(type.rawValue) << Shift.type | UInt64(digits) << Shift.digits
    self.packed = packed
  }

  public var status: DocumentStatus { DocumentStatus(rawValue: UInt8(packed & 7)) ?? .invalid }
  public var type: TravelDocumentType {
    TravelDocumentType(rawValue: UInt8(packed >> Shift.type & 7)) ?? .other
  }
  /// Alpha-3, or none.
  public var issuer: ShortCode {
    var code: UInt64 = 0
    for index in 0..<3 as Range<UInt64> {
      let letter = packed >> (Shift.issuer + index * 5) & 31
      if letter > 0 { code |= (letter | 0x40) << (index * 8) }
    }
    return ShortCode(packed: code)
  }
  public var reported: PartialDate? {
    let date = Int(packed >> Shift.date & 0x1_FFFF)
    guard date > 0 else { return nil }
    return PartialDate(
      year: date >> 9 + DocumentFacts.years.lowerBound, month: date >> 5 & 15, day: date & 31)
  }
  var digits: Int { Int(packed >> Shift.digits) }

  /// What tells documents of one number apart: type and issuer.
  var identity: UInt64 { packed >> Shift.issuer }

  /// Whether a document of this issuer may be meant; either side may not know it.
  /// - Parameter issuer: alpha-3 or none; XXX is none.
  public func fits(issuer: ShortCode) -> Bool {
    let own = self.issuer
    return own.isEmpty || issuer.isEmpty || issuer == own || issuer == ShortCode("XXX")
  }

  public static func < (a: DocumentFacts, b: DocumentFacts) -> Bool { a.packed < b.packed }

  /// What a reader of a hit is told: `stolen blank, reported 2026-03-01`.
  var sentence: String {
    let status = status.code.replacing("_", with: " ")
    return status + (reported.map { ", reported \($0)" } ?? "")
  }
}

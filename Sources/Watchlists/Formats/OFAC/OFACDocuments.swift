internal import Records

/// The kinds of documents that OFAC names, and the numbers beside them.
enum OFACDocuments {
  /// What a document of this kind is to us; nil for what is none, such as a gender or a digital currency address.
  static func type(of name: String) -> ListedDocumentType? { types[name] }

  /// Takes `alt. Passport A1 (Iran) issued 1 Jan 2001 expires …` apart.
  /// - Parameter item: of the Remarks.
  /// - Returns: nil where it begins with no kind of document; no number where none stands there.
  static func parse(_ item: Substring) -> (
    type: ListedDocumentType, number: String?, issuer: String?
  )? {
    guard let first = item.first, let names = namesByFirstLetter[first],
      let name = names.first(where: { item.hasPrefix($0) && item.dropFirst($0.count).first == " " })
    else { return nil }
    let rest = item.dropFirst(name.count + 1)
    return (types[name] ?? .other, number(rest), issuer(rest))
  }

  /// Whether an item that begins with no known kind ends as documents do: `Some Card No. 123 (Iran) issued …`.
  static func isOfUnknownKind(_ item: Substring) -> Bool {
    guard let open = item.firstRange(of: " ("), let issuer = issuer(item),
      CountryNames.alpha3(issuer) != nil,
      let number = item[..<open.lowerBound].split(separator: " ").last,
      isNumber(number)
    else { return false }
    return !contacts.contains { item.hasPrefix($0) }
  }

  private static let contacts = ["Phone", "Telephone", "Tel", "Fax", "Mobile"]

  /// The number at the beginning of `A1 (Iran) issued 1 Jan 2001`, `Booklet: A1`, `No.: 1, Eritrea`.
  static func number(_ text: Substring) -> String? {
    let end = [" (", " issued", " expires", ", ", " and ", " - "]
      .compactMap { text.firstRange(of: $0)?.lowerBound }.min()
    let words = text[..<(end ?? text.endIndex)].split { $0 == " " || $0 == "#" }
    guard let first = words.firstIndex(where: isNumber), let last = words.lastIndex(where: isNumber)
    else { return nil }
    // `RL 123` is a number with its series; longer words are prose.
    let series = words[..<first].last.flatMap { $0.count <= 3 && $0 == $0.uppercased() ? $0 : nil }
    return ((series.map { [$0] } ?? []) + words[first...last]).joined(separator: " ")
  }

  private static func isNumber(_ word: Substring) -> Bool {
    word.utf8.contains { (0x30...0x39).contains($0) }
  }

  /// The country in brackets behind a number.
  private static func issuer(_ text: Substring) -> String? {
    guard let open = text.firstRange(of: " (") else { return nil }
    return text[open.upperBound...].split(separator: ")").first.map(String.init)
  }

  /// Of two kinds that begin alike the longer one stands first.
  private static let namesByFirstLetter: [Character: [String]] = Dictionary(
    grouping: types.keys.sorted { ($0.count, $0) > ($1.count, $1) }, by: { $0.first ?? " " })

  private static let types: [String: ListedDocumentType] = {
    var types: [String: ListedDocumentType] = [:]
    for (type, names) in [
      (ListedDocumentType.passport, passports), (.nationalId, identityCards),
      (.travel, travelDocuments), (.other, others),
    ] {
      for name in names.split(separator: "\n") { types[String(name)] = type }
    }
    return types
  }()

  private static let passports = """
    Passport
    Diplomatic Passport
    British National Overseas Passport
    Stateless Person Passport
    """

  private static let travelDocuments = """
    Travel Document Number
    Seafarer's Identification Document
    Refugee ID Card
    Stateless Person ID Card
    VisaNumberID
    """

  private static let identityCards = """
    Bosnian Personal ID No.
    C.I.N.
    C.U.I.
    C.U.R.P.
    CNP (Personal Numerical Code)
    Cedula No.
    Citizen's Card Number
    Credencial electoral
    D.N.I.
    I.F.E.
    Identification Number
    Kenyan ID No.
    Moroccan Personal ID No.
    N.I.E.
    National Foreign ID Number
    National ID No.
    Numero de Identidad
    Personal ID Card
    Residence Permit
    Residency Number
    Romanian Permanent Resident
    Tazkira National ID Card
    Tazkirah
    Turkish Identification Number
    UAE Identification
    """

  private static let others = """
    Afghan Money Service Provider License Number
    Aircraft Serial Identification
    Birth Certificate Number
    Branch Unit Number
    Business Number
    Business Registration Document #
    Business Registration Number
    C.I.F.
    C.R. No.
    C.U.I.P.
    C.U.I.T.
    Cartilla de Servicio Militar Nacional
    Central Registration System Number
    Certificate of Incorporation Number
    Chamber of Commerce Number
    Chinese Commercial Code
    Commercial Registry Number
    Company Number
    Driver's License No.
    Dubai Chamber of Commerce Membership No.
    Economic Register Number (CBLS)
    Electoral Registry No.
    Enterprise Number
    File Number
    Fiscal Code
    Folio Mercantil No.
    Government Gazette Number
    Immigration No.
    Istanbul Chamber of Comm. No.
    Italian Fiscal Code
    LE Number
    Legal Entity Number
    License
    MMSI
    MSB Registration Number
    Matricula Mercantil No
    Military Registration Number
    N.I.F.
    NIT #
    Numero Unico de Identificacao Tributaria (NUIT)
    Organization Code
    Paraguayan tax identification number
    Permit Number
    Pilot License Number
    Public Registration Number
    Public Security and Immigration No.
    R.F.C.
    RFC
    RIF #
    RSIN
    RTN
    RUC #
    Registered Charity No.
    Registration Certificate Number (Dubai)
    Registration ID
    Registration Number
    Romanian C.R.
    Romanian Tax Registration
    Russian State Individual Business Registration Number Pattern (OGRNIP)
    SRE Permit No.
    SSN
    Serial No.
    Tax ID No.
    Tourism License No.
    Trade License No.
    Trademark number
    UK Company Number
    US FEIN
    Unified Social Credit Code (USCC)
    United Social Credit Code Certificate (USCCC)
    V.A.T. Number
    Vessel Registration Identification
    """
}

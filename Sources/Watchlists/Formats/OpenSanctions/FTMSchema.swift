internal import Records

/// What an entity of the FollowTheMoney model is to a list of persons, by its schema.
enum FTMSchema {
  /// Whom or what a list may name.
  case party(ListedKind)
  /// A document of another entity, and what it is where it does not say so.
  case identification(ListedDocumentType)
  /// What lists another entity.
  case sanction
  /// A thing that may be listed without being anybody: it is left out.
  case asset
  /// Something else that the model knows: relations, addresses, posts, papers.
  case other
  /// Nothing that the model had when this was written.
  case unknown

  init(_ name: String) {
    self = FTMSchema.known[name] ?? .unknown
  }

  private static let known: [String: FTMSchema] = {
    var known: [String: FTMSchema] = [
      "Person": .party(.person), "LegalEntity": .party(.unknown), "Thing": .party(.unknown),
      "Organization": .party(.organisation), "Company": .party(.organisation),
      "PublicBody": .party(.organisation), "Vessel": .party(.vessel),
      "Airplane": .party(.aircraft), "Passport": .identification(.passport),
      "Identification": .identification(.other), "Sanction": .sanction,
    ]
    for name in ["Asset", "BankAccount", "CryptoWallet", "RealEstate", "Security", "Vehicle"] {
      known[name] = .asset
    }
    let others = """
      Address Article Assessment Associate Audio Call CallForTenders Contract ContractAward CourtCase
      CourtCaseParty Debt Directorship Document Documentation EconomicActivity Email Employment Event Family
      Folder HyperText Image Interest Interval License Membership Mention Message Note Occupancy Ownership
      Package Page Pages Payment PlainText Position Post Project ProjectParticipant Representation Risk
      Similar Succession Table TaxRoll Trip UnknownLink UserAccount Value Video Workbook
      """
    for name in others.split(whereSeparator: \.isWhitespace) { known[String(name)] = .other }
    return known
  }()
}

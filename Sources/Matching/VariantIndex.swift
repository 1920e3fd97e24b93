import Names

/// Which listed tokens belong to which family of spelling variants.
struct VariantIndex: Sendable {
  private let variants = SpellingVariants.shared
  private let listed: [Int32: [UInt32]]
  private let familiesOfListed: [UInt32: [Int32]]

  init(table: TokenTable) {
    var listed: [Int32: [UInt32]] = [:]
    var reverse: [UInt32: [Int32]] = [:]
    for (index, family) in variants.families.enumerated() {
      for member in family.members {
        for id in [table.id(of: member), table.joinedID(of: member)].compactMap({ $0 }) {
          listed[Int32(index), default: []].append(id)
          reverse[id, default: []].append(Int32(index))
        }
      }
    }
    self.listed = listed
    familiesOfListed = reverse
  }

  func ids(of token: NameToken) -> [UInt32] {
    variants.families(of: token).flatMap { listed[$0] ?? [] }
  }

  /// The closest family that holds both; nil when none does.
  func closeness(of token: NameToken, to id: UInt32) -> SpellingVariants.Closeness? {
    guard let theirs = familiesOfListed[id] else { return nil }
    var closest: SpellingVariants.Closeness?
    for family in variants.families(of: token) where theirs.contains(family) {
      let closeness = variants.families[Int(family)].closeness
      if closeness == .spelling { return .spelling }
      closest = closeness
    }
    return closest
  }
}

internal import Records

/// Brings together listed entities and what other entities say of them, in any order, in one pass.
struct FTMJoin {
  private var collection: RecordCollection
  /// Where a listed entity stands among the records.
  private var indices: [String: Int] = [:]
  /// Persons and others of the file that are not listed.
  private var unlisted: Set<String> = []
  /// What was said of entities that were not met yet.
  private var pending: [String: [FTMFact]] = [:]

  init(_ source: WatchlistSource, limits: Limits) {
    collection = RecordCollection(source, limits: limits)
  }

  /// - Parameter neighbours: entities within its properties.
  mutating func add(
    _ entity: FTMEntity, with neighbours: [FTMEntity] = [], line: Int
  ) throws(WatchlistError) {
    switch entity.schema {
    case .party(let kind) where entity.isTarget:
      var record = entity.record(kind, &collection.findings)
      for fact in pending.removeValue(forKey: entity.id) ?? [] {
        record.add(fact, &collection.findings)
      }
      for neighbour in neighbours {
        for fact in neighbour.facts(&collection.findings) {
          record.add(fact, &collection.findings)
        }
      }
      indices[entity.id] = collection.records.count
      try collection.append(record, line: line)
    case .identification, .sanction:
      let facts = entity.facts(&collection.findings)
      let holders = entity.holders
      for holder in holders { tell(facts, of: holder) }
      if holders.isEmpty {
        collection.findings.hold("document(s) or sanction(s) of nobody", at: "line \(line)")
      }
    case .unknown where entity.isTarget:
      // Something new: a person decides whether it may be left out.
      collection.findings.hold("target(s) of an unknown schema", at: "line \(line)")
      leaveOut(entity)
    case .asset where entity.isTarget, .other where entity.isTarget && entity.saysTarget:
      collection.findings.warn("target(s) that are no person, body, ship or aircraft are left out")
      leaveOut(entity)
    case .party, .unknown, .asset: leaveOut(entity)
    case .other: break
    }
  }

  consuming func finish() -> WatchlistContents {
    for _ in pending {
      collection.findings.hold(
        "entity(s) that have a document or a sanction are not in the file; fetch it again")
    }
    return collection.finish()
  }

  private mutating func leaveOut(_ entity: FTMEntity) {
    unlisted.insert(entity.id)
    pending.removeValue(forKey: entity.id)
  }

  private mutating func tell(_ facts: [FTMFact], of holder: String) {
    if let index = indices[holder] {
      for fact in facts { collection.records[index].add(fact, &collection.findings) }
    } else if !unlisted.contains(holder) {
      pending[holder, default: []] += facts
    }
  }
}

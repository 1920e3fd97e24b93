internal import Records

/// Whom the records of one leg tell of, push after push.
///
/// Two records of one push are two travellers. Each record of a push continues the one traveller that
/// it fits best and that it alone fits best, or begins another: in doubt there are two. It must fit
/// all that is known of the traveller, not only the last record, so that no chain joins two people.
struct LegTravellers {
  struct Traveller {
    /// Latest added first, linked by ``LegRecord/next``.
    var firstRecord: Int32 = -1
    var pushes: UInt32 = 0
    var role = LegRecord.Role.passenger
    /// Male or female, or not known.
    var gender = Gender.unstated
    /// The most precise one; the others do not contradict it.
    var birthDate: PartialDate?
    var hasDocuments = false
    /// By channel: systems give one booking different locators, one system does not.
    var locators: UInt8 = 0
    /// Number of the push that told of it last.
    var latestPush: Int32 = -1
    /// Records that name the traveller differently.
    var firstNaming: Int32 = -1
    var namings: Int32 = 0
    // Who wants to be this traveller, in the round that goes on.
    var round: Int32 = -1
    var bestGrade = SpellingLikeness.none
    var wooers: Int32 = 0
  }

  /// A record of the push that is being read; further copies of it are in `copies`.
  struct Slot {
    var record: Int32
    var traveller: Int32 = -1
    var candidate: Int32 = -1
    var grade = SpellingLikeness.none
  }

  struct Link {
    var value: Int32
    var next: Int32
  }

  struct Chain {
    var first: Int32
    var count: Int32
  }

  /// Travellers under one key that are compared one by one; more are too many to choose from.
  static let candidatesMax = 64
  /// The same once a leg has used up its comparisons.
  static let fewCandidates = 2
  /// Different namings of one traveller that are compared.
  static let namingsMax: Int32 = 8

  var items: [Traveller] = []
  /// Of travellers who were joined when all pushes had been read, by their place in `items`.
  var parts: [Int32: [Part]] = [:]
  private(set) var chains: [UInt64: Chain] = [:]
  var links: [Link] = []
  var namings: [Link] = []
  var slots: [Slot] = []
  var copies: [(slot: Int32, record: Int32)] = []
  var namesOfPush: [UInt64: Int32] = [:]
  /// Spellings that may still be compared on this leg.
  var comparisonsLeft = 0
  var push: Int32 = -1
  var round: Int32 = 0

  /// - Parameter comparisons: how many spellings may be compared on the leg.
  mutating func begin(comparisons: Int) {
    comparisonsLeft = comparisons
    forgetKeys()
    items.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    namings.removeAll(keepingCapacity: true)
    push = -1
    round = 0
  }

  /// From here on nobody is found again who was found before.
  mutating func forgetKeys() {
    chains.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
  }

  /// Finds or makes the traveller of each slot of the next push.
  /// - Parameter isLast: whether no further push will ask for them.
  mutating func readSlots(_ records: inout LegRecords, isLast: Bool) {
    push += 1
    if !chains.isEmpty {
      matchIdentical(&records)
      if !namesOfPush.isEmpty { namesOfPush.removeAll(keepingCapacity: true) }
      for level in MatchLevel.allCases where slots.contains(where: { $0.traveller < 0 }) {
        match(level, &records)
      }
    }
    for index in slots.indices where slots[index].traveller < 0 {
      items.append(Traveller())
      items[items.count - 1].role = records[slots[index].record].role
      tell(index, Int32(items.count - 1), &records)
      if !isLast { learn(slots[index].record, of: slots[index].traveller, records) }
    }
    for copy in copies { add(copy.record, to: slots[Int(copy.slot)].traveller, &records) }
    slots.removeAll(keepingCapacity: true)
    copies.removeAll(keepingCapacity: true)
  }

  /// Records with the same identity, which stand together in `slots`: the first of the push is the
  /// first of those known. With nothing but a name their number must be the same.
  private mutating func matchIdentical(_ records: inout LegRecords) {
    var start = 0
    while start < slots.count {
      let record = records[slots[start].record]
      var end = start + 1
      while end < slots.count, records[slots[end].record].identity == record.identity { end += 1 }
      defer { start = end }
      guard let chain = chains[MatchLevel.identityKey(record)] else { continue }
      guard record.isFirm || (record.name != 0 && Int(chain.count) == end - start) else { continue }
      var link = chain.first
      for index in start..<end {
        while link >= 0, items[Int(links[Int(link)].value)].latestPush == push {
          link = links[Int(link)].next
        }
        guard link >= 0 else { break }
        tell(index, links[Int(link)].value, &records)
      }
    }
  }

  /// A push tells of a traveller.
  mutating func tell(_ slot: Int, _ traveller: Int32, _ records: inout LegRecords) {
    slots[slot].traveller = traveller
    items[Int(traveller)].latestPush = push
    items[Int(traveller)].pushes += 1
    add(slots[slot].record, to: traveller, &records)
  }

  private mutating func add(_ record: Int32, to traveller: Int32, _ records: inout LegRecords) {
    records.link(record, to: items[Int(traveller)].firstRecord)
    items[Int(traveller)].firstRecord = record
  }

  /// Takes in what a record tells of a traveller, and under what he can be found by it.
  mutating func learn(_ index: Int32, of number: Int32, _ records: borrowing LegRecords) {
    let record = records[index]
    var traveller = items[Int(number)]
    if let born = record.birthDate {
      // They do not conflict, so the larger number is the more precise one.
      if born.packed > traveller.birthDate?.packed ?? 0 { traveller.birthDate = born }
    }
    if traveller.gender == .unstated, record.gender == .male || record.gender == .female {
      traveller.gender = record.gender
    }
    traveller.hasDocuments = traveller.hasDocuments || !record.documents.isEmpty
    if record.locator != 0 { traveller.locators |= record.channel.bit }
    var naming = traveller.firstNaming
    while naming >= 0, records[namings[Int(naming)].value].naming != record.naming {
      naming = namings[Int(naming)].next
    }
    if naming < 0 {
      namings.append(Link(value: index, next: traveller.firstNaming))
      traveller.firstNaming = Int32(namings.count - 1)
      traveller.namings += 1
    }
    items[Int(number)] = traveller
    enter(number, MatchLevel.identityKey(record))
    for level in MatchLevel.allCases {
      for place in 0..<level.entryCount(record) {
        if let key = level.entry(place, record, records) { enter(number, key) }
      }
    }
  }

  private mutating func enter(_ traveller: Int32, _ key: UInt64) {
    var chain = chains[key] ?? Chain(first: -1, count: 0)
    // Whoever is in a long chain twice does not make it shorter.
    var link = chain.first
    var seen = 0
    while link >= 0, seen < Self.candidatesMax {
      if links[Int(link)].value == traveller { return }
      link = links[Int(link)].next
      seen += 1
    }
    links.append(Link(value: traveller, next: chain.first))
    chain.first = Int32(links.count - 1)
    chain.count += 1
    chains[key] = chain
  }
}

import Names

/// A passenger's name beside a listed one, with what their alignment gave.
struct NamePair {
  var query: NameQuery
  /// 0 = main name, n = n-th other name.
  var passengerName: Int
  /// Number in ``ListedNames``.
  var name: Int
  var score: NameScore
}

/// What a worker remembers while it compares one passenger; cleared by raising an epoch, so that
/// nothing of the list's size is touched per passenger.
struct PairScratch {
  private var seenName: [UInt32]
  private var nameEpoch: UInt32 = 0
  private var personEpochs: [UInt32]
  private var flags: [UInt8]
  private var bestOf: [UInt32]
  private var epoch: UInt32 = 0
  private var pairs: [NamePair] = []
  /// Persons with a compatible date or document.
  private(set) var supported: [UInt32] = []
  /// Persons with an acceptable name pair, or the same document.
  private(set) var touched: [UInt32] = []

  private static let isSupportedFlag: UInt8 = 1
  private static let documentFlag: UInt8 = 2
  private static let exactFlag: UInt8 = 4
  private static let touchedFlag: UInt8 = 8

  init(names: Int, persons: Int) {
    seenName = [UInt32](repeating: 0, count: names)
    personEpochs = [UInt32](repeating: 0, count: persons)
    flags = [UInt8](repeating: 0, count: persons)
    bestOf = [UInt32](repeating: 0, count: persons)
  }

  mutating func beginPassenger() {
    if epoch == UInt32.max {
      for index in personEpochs.indices { personEpochs[index] = 0 }
      epoch = 0
    }
    epoch += 1
    supported.removeAll(keepingCapacity: true)
    touched.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
  }

  mutating func beginName() {
    if nameEpoch == UInt32.max {
      for index in seenName.indices { seenName[index] = 0 }
      nameEpoch = 0
    }
    nameEpoch += 1
  }

  /// True once per name and ``beginName()``.
  mutating func isNew(_ name: Int) -> Bool {
    if seenName[name] == nameEpoch { return false }
    seenName[name] = nameEpoch
    return true
  }

  func isSupported(_ person: UInt32) -> Bool { has(person, Self.isSupportedFlag) }
  func hasDocument(_ person: UInt32) -> Bool { has(person, Self.documentFlag) }
  func isExact(_ person: UInt32) -> Bool { has(person, Self.exactFlag) }

  mutating func support(_ person: UInt32, document: Bool) {
    if !isSupported(person) { supported.append(person) }
    set(person, Self.isSupportedFlag)
    if document {
      set(person, Self.documentFlag)
      touch(person)
    }
  }

  /// Remembers the pair if it is the person's heaviest so far.
  mutating func keep(_ pair: NamePair, person: UInt32, isExact: Bool) {
    if isExact { set(person, Self.exactFlag) }
    touch(person)
    let at = Int(bestOf[Int(person)])
    if at == 0 {
      pairs.append(pair)
      bestOf[Int(person)] = UInt32(pairs.count)
    } else if isBetter(pair, than: pairs[at - 1]) {
      pairs[at - 1] = pair
    }
  }

  /// nil: not touched; .some(nil): touched by a document alone.
  func best(of person: UInt32) -> NamePair?? {
    guard has(person, Self.touchedFlag) else { return nil }
    let at = Int(bestOf[Int(person)])
    return .some(at == 0 ? nil : pairs[at - 1])
  }

  /// By weight, then quality; ties go to the first names, so that the order of comparing is without
  /// effect.
  private func isBetter(_ a: NamePair, than b: NamePair) -> Bool {
    if a.score.weight != b.score.weight { return a.score.weight > b.score.weight }
    if a.score.quality != b.score.quality { return a.score.quality > b.score.quality }
    if a.passengerName != b.passengerName { return a.passengerName < b.passengerName }
    return a.name < b.name
  }

  private func has(_ person: UInt32, _ flag: UInt8) -> Bool {
    personEpochs[Int(person)] == epoch && flags[Int(person)] & flag != 0
  }

  private mutating func set(_ person: UInt32, _ flag: UInt8) {
    let index = Int(person)
    if personEpochs[index] != epoch {
      personEpochs[index] = epoch
      flags[index] = 0
      bestOf[index] = 0
    }
    flags[index] |= flag
  }

  private mutating func touch(_ person: UInt32) {
    if !has(person, Self.touchedFlag) {
      set(person, Self.touchedFlag)
      touched.append(person)
    }
  }
}

internal import Bytes
internal import HitFiles
internal import Matching

/// `pnrscreen simulate`: which hits a change of settings or lists would bring and take, in numbers only.
public struct Simulation: Sendable {
  /// Hits of one band, before and after.
  public struct BandChange: Sendable, Equatable {
    public var before = 0
    public var after = 0
    /// Hits that are there only after the change, and only before it.
    public var gained = 0
    public var lost = 0
  }

  /// By the band's name, the strongest first.
  public private(set) var bands: [(band: String, change: BandChange)] = []
  /// By the list's id, in alphabetical order.
  public private(set) var lists: [(list: String, change: BandChange)] = []
  /// Hits that are there before and after in another band: from, to, how many.
  public private(set) var moved: [(from: String, to: String, hits: Int)] = []
  public let screenedBefore: Int
  public let screenedAfter: Int

  /// Screens the same inputs twice and writes nothing.
  /// - Throws: ``RunError`` of either run.
  public init(_ before: RunRequest, against after: RunRequest) throws(RunError) {
    let first = try Simulation.hits(before)
    var after = after
    // What would hold a list is what a simulation is asked about.
    after.forgetsLists = true
    let second = try Simulation.hits(after)
    screenedBefore = first.screened
    screenedAfter = second.screened
    compare(first.hits, second.hits)
  }

  private struct Short {
    var band: Band
    var list: String
  }

  /// Hits by id, which is one of flight, traveller and list entry: the same in both runs.
  private static func hits(
    _ request: RunRequest
  ) throws(RunError) -> (hits: [String: Short], screened: Int) {
    var request = request
    request.isDryRun = true
    var run = ScreeningRun(request) { _ in }
    let (hits, counts) = try run.hits()
    let short = Dictionary(
      hits.map { ($0.id, Short(band: $0.band, list: $0.listed.list)) },
      uniquingKeysWith: { first, _ in first })
    return (short, counts.screened)
  }

  private mutating func compare(_ before: [String: Short], _ after: [String: Short]) {
    var byBand: [Band: BandChange] = [:]
    var byList: [String: BandChange] = [:]
    var moves: [[Band]: Int] = [:]
    func add(_ hit: Short, _ counter: WritableKeyPath<BandChange, Int>) {
      byBand[hit.band, default: BandChange()][keyPath: counter] += 1
      byList[hit.list, default: BandChange()][keyPath: counter] += 1
    }
    for (id, hit) in before {
      add(hit, \.before)
      guard let same = after[id] else {
        add(hit, \.lost)
        continue
      }
      if same.band != hit.band { moves[[hit.band, same.band], default: 0] += 1 }
    }
    for (id, hit) in after {
      add(hit, \.after)
      if before[id] == nil { add(hit, \.gained) }
    }
    bands = Band.allCases.map { ($0.rawValue, byBand[$0] ?? BandChange()) }
    lists = byList.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    moved = moves.map { ($0.key[0].rawValue, $0.key[1].rawValue, $0.value) }
      .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  /// The object of `simulate --json`, with a line end.
  public func json() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("screenedBefore", screenedBefore)
    json.member("screenedAfter", screenedAfter)
    json.key("bands")
    json.beginArray()
    for (band, change) in bands { Simulation.write("band", band, change, to: &json) }
    json.endArray()
    json.key("lists")
    json.beginArray()
    for (list, change) in lists { Simulation.write("list", list, change, to: &json) }
    json.endArray()
    json.key("moved")
    json.beginArray()
    for move in moved {
      json.beginObject()
      json.member("from", move.from)
      json.member("to", move.to)
      json.member("hits", move.hits)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func write(
    _ key: StaticString, _ name: String, _ change: BandChange, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.member(key, name)
    json.member("before", change.before)
    json.member("after", change.after)
    json.member("gained", change.gained)
    json.member("lost", change.lost)
    json.endObject()
  }
}

import Foundation
import Names
import Records
import TestSupport
import Testing

@testable import Bytes
@testable import Matching
@testable import Screening
@testable import Watchlists

/// Nobody on these lists exists.
@Suite struct CompiledListFilesTests {
  private final class State {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("compiled-\(UUID().uuidString)").path
    deinit { try? FileManager.default.removeItem(atPath: path) }

    var files: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path + "/compiled")) ?? []).filter {
        $0.hasSuffix(".lists")
      }.sorted()
    }
  }

  private func list(_ names: [String]) -> [Watchlist] {
    let entries = names.enumerated().map { number, name in
      var person = ListedPerson(
        entry: "\(number)", kind: .person,
        names: [
          ListedName(
            full: name, surname: name, given: "AB EL NOOT", type: .primary, quality: .strong)
        ])
      if let day = PartialDate(year: 1970 + number % 7, month: 1 + number % 12, day: 3) {
        person.birthDates = [
          ListedBirthDate(interval: DateInterval(day), approximate: number % 5 == 0, raw: "")
        ]
      }
      person.nationalities = ["NLD", "BEL"]
      person.documents = [ListedDocument(type: "passport", number: "NX\(10_000 + number)")]
      return person
    }
    return [
      Watchlist(
        id: "test", format: "persons-csv", sha256: SHA256.hex(names.joined()), published: nil,
        entries: entries, warnings: [])
    ]
  }

  private func request(_ state: State, least: Int = 1, dryRun: Bool = false) -> RunRequest {
    var request = RunRequest(
      paths: [], watchlists: "", output: "", state: state.path, jobs: 1,
      clock: RunClock.system())
    request.limits.compiledNamesMin = least
    request.isDryRun = dryRun
    return request
  }

  private let names = (0..<40).map { "VOORBEELD" + String(repeating: "A", count: $0 % 9) + "SMA" }

  private func bytes(_ index: MatchIndex) -> [UInt8] {
    let bytes = index.image.bytes
    return bytes.indices.map { bytes[$0] }
  }

  @Test func theSecondRunMapsWhatTheFirstMade() throws {
    let state = State()
    let made = try MatchIndex.prepared(LoadedLists(watchlists: list(names)), for: request(state))
    #expect(state.files.count == 1)
    let mapped = try MatchIndex.prepared(LoadedLists(watchlists: list(names)), for: request(state))
    // The mapping holds the digest behind the image.
    #expect(mapped.image.size == made.image.size + 64)
    #expect(Array(bytes(mapped).dropLast(64)) == bytes(made))
    #expect(mapped.nameCount == made.nameCount && mapped.personCount == 40)
    let again = MatchIndex(lists: list(names))
    #expect(bytes(again) == bytes(made))
  }

  @Test func aDamagedFileIsMadeAnew() throws {
    let state = State()
    let made = try MatchIndex.prepared(LoadedLists(watchlists: list(names)), for: request(state))
    let path = "\(state.path)/compiled/\(state.files[0])"
    let good = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in stride(from: 0, to: good.count, by: 997) {
      var bad = good
      bad[place] ^= 0x10
      try bad.write(to: URL(fileURLWithPath: path))
      #expect(throws: BytesError.self) { try MemoryImage.map(path) }
    }
    for count in [0, 1, 63, 64, 65, 200, good.count / 2, good.count - 1] {
      try good.prefix(count).write(to: URL(fileURLWithPath: path))
      #expect(throws: BytesError.self) { try MemoryImage.map(path) }
    }
    let anew = try MatchIndex.prepared(LoadedLists(watchlists: list(names)), for: request(state))
    #expect(bytes(anew) == bytes(made))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == good)
  }

  @Test func otherListsAndTablesHaveOtherFilesAndOldOnesGo() throws {
    let state = State()
    for number in 0..<6 {
      _ = try MatchIndex.prepared(
        LoadedLists(watchlists: list(names + ["ANDER\(number)"])), for: request(state))
    }
    // The one just made and three others.
    #expect(state.files.count == 4)
  }

  @Test func aCompiledListIsNotTakenForAnother() throws {
    let (one, other) = (list(names), list(names.reversed()))
    let index = MatchIndex(lists: one)
    #expect(MatchIndex(lists: one, frequency: .shipped, compiled: index.image) != nil)
    #expect(MatchIndex(lists: other, frequency: .shipped, compiled: index.image) == nil)
  }

  @Test func shortListsAndDryRunsLeaveNothing() throws {
    let state = State()
    _ = try MatchIndex.prepared(
      LoadedLists(watchlists: list(names)), for: request(state, least: 41))
    _ = try MatchIndex.prepared(
      LoadedLists(watchlists: list(names)), for: request(state, dryRun: true))
    #expect(state.files.isEmpty)
  }
}

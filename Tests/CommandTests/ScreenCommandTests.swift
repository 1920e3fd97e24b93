import Foundation
import Testing

struct ScreenCommandTests {
  private struct HitLine: Decodable {
    struct Listed: Decodable { var entry: String }
    struct Booking: Decodable { var passengerReference: String }
    struct Source: Decodable { var pushes: Int }
    var listed: Listed
    var booking: Booking
    var source: Source
  }

  private func hits(_ night: SmallNight) throws -> [HitLine] {
    try night.contents("hits.jsonl").split(separator: "\n").map { line in
      try JSONDecoder().decode(HitLine.self, from: Data(line.utf8))
    }
  }

  @Test func findsWhoIsListedAndNobodyElse() throws {
    let night = try SmallNight()
    let outcome = try BuiltProgram.run(night.arguments())
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    let found = Set(try hits(night).map { $0.booking.passengerReference + $0.listed.entry })
    #expect(found == ["1X1", "3X2"])
    #expect(outcome.text.contains(night.runFolder))
    #expect(outcome.text.contains("3 screened"))
  }

  @Test func publishesWhatTheContractNamesAndChecksumsOfIt() throws {
    let night = try SmallNight()
    _ = try BuiltProgram.run(night.arguments())
    let names = try FileManager.default.contentsOfDirectory(atPath: night.runFolder).sorted()
    #expect(
      names == ["SHA256SUMS", "hits.csv", "hits.jsonl", "quarantine.jsonl", "run.json"])
    let id = URL(fileURLWithPath: night.runFolder).lastPathComponent
    #expect(id.wholeMatch(of: /20261128-[0-9a-f]{12}/) != nil)
    let sums = try BuiltProgram.run(
      [], shell: "cd '\(night.runFolder)' && sha256sum --strict -c SHA256SUMS")
    #expect(sums.exit == 0)
    #expect(sums.text.split(separator: "\n").count == 4)
    #expect(try BuiltProgram.run(["verify", night.runFolder]).exit == 0)
  }

  @Test func doesTheSameWorkOnce() throws {
    let night = try SmallNight()
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    let before = try night.contents("run.json")
    let again = try BuiltProgram.run(night.arguments())
    #expect(again.exit == 0)
    #expect(again.text.contains("published before"))
    #expect(night.folder.names("out").count == 1)
    #expect(try night.contents("run.json") == before)
    let runs = try BuiltProgram.run(["runs", "--json", "--state", night.folder / "state"])
    #expect(runs.text.split(separator: "\n").count == 2)
    #expect(runs.text.contains("\"published\":true"))
    #expect(runs.text.contains("\"published\":false"))
  }

  @Test func writesNothingInADryRun() throws {
    let night = try SmallNight()
    let outcome = try BuiltProgram.run(night.arguments(["--dry-run"]))
    #expect(outcome.exit == 0)
    #expect(outcome.text.contains("Hits                2"))
    #expect(night.folder.names("out").isEmpty)
    #expect(night.folder.names("state").isEmpty)
  }

  @Test func screensAnIdenticalFileOnce() throws {
    let night = try SmallNight()
    try FileManager.default.copyItem(atPath: night.feed, toPath: night.folder / "copy.csv")
    let outcome = try BuiltProgram.run(night.arguments([night.folder / "copy.csv"]))
    #expect(outcome.exit == 0)
    #expect(outcome.text.contains("1 DUPLICATE"))
    #expect(try hits(night).map { $0.source.pushes } == [1, 1])
    #expect(try night.contents("quarantine.jsonl").contains("\"code\":\"DUPLICATE\""))
  }

  @Test func countsPushesOfOnePassengerAsOneHit() throws {
    let night = try SmallNight()
    let text = try String(contentsOfFile: night.feed, encoding: .utf8)
    let later = try night.folder.write("night2.csv", text + "\n")
    #expect(try BuiltProgram.run(night.arguments([later])).exit == 0)
    #expect(try hits(night).map { $0.source.pushes } == [2, 2])
    #expect(try night.contents("hits.jsonl").contains("\"file\":\"night.csv\""))
  }

  @Test func setsAsideWhatItCannotReadAndGoesOn() throws {
    let night = try SmallNight()
    let odd = try night.folder.write("odd.bin", "this is no feed\n")
    let outcome = try BuiltProgram.run(night.arguments([odd]))
    #expect(outcome.exit == 1)
    #expect(outcome.text.contains("1 set aside"))
    #expect(try hits(night).count == 2)
    let line = try night.contents("quarantine.jsonl")
    #expect(line.contains("\"file\":\"odd.bin\",\"offset\":0"))
  }

  @Test func keepsGoingWhenTwoPackedFilesOfOneSizeAreDamaged() throws {
    let night = try SmallNight()
    for name in ["a.gz", "b.gz"] {
      try Data([0x1F, 0x8B, 0x08, 0x00] + Array(name.utf8)).write(
        to: URL(fileURLWithPath: night.folder / name))
    }
    let outcome = try BuiltProgram.run(
      night.arguments([night.folder / "a.gz", night.folder / "b.gz"]))
    #expect(outcome.exit == 1, "\(outcome.errors)")
    #expect(outcome.text.contains("1 read, 2 set aside"))
    #expect(try hits(night).count == 2)
  }

  @Test func reportsALinkInAFolderAndDoesNotFollowIt() throws {
    let night = try SmallNight()
    let feeds = night.folder / "feeds"
    try FileManager.default.createDirectory(atPath: feeds, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: feeds + "/link.csv", withDestinationPath: night.feed)
    var arguments = night.arguments()
    arguments[1] = feeds
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.exit == 1)
    #expect(outcome.text.contains("0 read, 1 set aside"))
    #expect(try night.contents("quarantine.jsonl").contains("NOT_REGULAR_FILE"))
    #expect(try hits(night).isEmpty)
  }

  @Test func countsAHiddenFileOfAFolder() throws {
    let night = try SmallNight()
    let feeds = night.folder / "feeds"
    try FileManager.default.createDirectory(atPath: feeds, withIntermediateDirectories: false)
    for name in ["night.csv", ".night.csv"] {
      try FileManager.default.copyItem(atPath: night.feed, toPath: "\(feeds)/\(name)")
    }
    var arguments = night.arguments()
    arguments[1] = feeds
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.exit == 0)
    #expect(outcome.text.contains("1 OUT_OF_SCOPE"))
    #expect(outcome.text.contains("1 read, 1 set aside"))
    #expect(try hits(night).count == 2)
    // It is no input: without it the work is the same.
    try FileManager.default.removeItem(atPath: "\(feeds)/.night.csv")
    #expect(try BuiltProgram.run(arguments).text.contains("published before"))
  }

  @Test func readsStandardInput() throws {
    let night = try SmallNight()
    var arguments = night.arguments()
    arguments[1] = "-"
    let feed = try Data(contentsOf: URL(fileURLWithPath: night.feed))
    #expect(try BuiltProgram.run(arguments, input: feed).exit == 0)
    #expect(try night.contents("hits.jsonl").contains("\"file\":\"stdin\""))
    #expect(try hits(night).count == 2)
  }

  @Test func rerunsOneFlight() throws {
    let night = try SmallNight()
    var arguments = night.arguments(["--date", "2026-11-28"])
    arguments.replaceSubrange(0...0, with: ["flight", "KL1009"])
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(outcome.text.contains("2 out of scope"))
    #expect(try hits(night).map { $0.listed.entry } == ["X2"])
  }

  @Test func saysThatAFlightIsNotInTheInputs() throws {
    let night = try SmallNight()
    var arguments = night.arguments(["--date", "2026-11-28"])
    arguments.replaceSubrange(0...0, with: ["flight", "KL4711"])
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.exit == 0)
    #expect(
      outcome.sentences == [
        "pnrscreen: nobody is screened: KL4711 2026-11-28 *-* is not in these inputs"
      ])
    #expect(outcome.text.contains("KL4711 2026-11-28 *-* is not in these inputs"))
    let quiet = try BuiltProgram.run(arguments + ["--dry-run", "--quiet", "--json"])
    #expect(quiet.sentences == outcome.sentences)
  }

  @Test func asksWhichLegIsMeant() throws {
    let night = try SmallNight()
    let rows = ["AMS,CDG", "CDG,NCE"].map { "1,Aap,Noot,,,,,,,KL,1,2026-11-28,\($0)," }
    try night.folder.write(
      "night.csv", ([SmallNight.header] + rows).joined(separator: "\n") + "\n")
    var arguments = night.arguments(["--date", "2026-11-28"])
    arguments.replaceSubrange(0...0, with: ["flight", "KL1"])
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.exit == 64)
    #expect(outcome.errors.contains("AMS-CDG, CDG-NCE"))
    #expect(night.folder.names("out").isEmpty)
    #expect(try BuiltProgram.run(arguments + ["--from", "CDG"]).exit == 0)
  }

  @Test func endsQuietlyWhenTheReaderHasGone() throws {
    let night = try SmallNight()
    let rows = (1...20_000).map { "\($0),Aap,Noot,,,,,,,KL,1,2026-11-28,AMS,LHR," }
    try night.folder.write(
      "night.csv", ([SmallNight.header] + rows).joined(separator: "\n") + "\n")
    let outcome = try BuiltProgram.run(
      [night.feed], shell: "{ \"$0\" parse \"$1\"; echo $? >&2; } | head -n 1 >/dev/null")
    #expect(outcome.errors == "0\n")
  }

  @Test func keepsPersonalDataOutOfEverythingButTheHits() throws {
    let night = try SmallNight()
    let outcome = try BuiltProgram.run(night.arguments(["--json"]))
    let run = try night.contents("run.json")
    for text in [run, try night.contents("quarantine.jsonl"), outcome.text, outcome.errors] {
      for word in ["VOORBEELDSMA", "Voorbeeldsma", "ABC123", "1981-02-03"] {
        #expect(!text.contains(word))
      }
    }
    #expect(try JSONSerialization.jsonObject(with: outcome.output) is [String: Any])
    #expect(run.contains("\"holds\":true"))
    #expect(!run.contains("\"holds\":false"))
  }
}

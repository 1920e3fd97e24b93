import Foundation
import Testing

/// `samples/night` against `watchlists/register.toml`: what `make run` shows.
struct SampleNightTests {
  private static let isPresent =
    FileManager.default.fileExists(atPath: BuiltProgram.samples + "/night")

  /// Screens the sample night into a folder of its own and gives the run folder.
  private func screen(_ folder: TemporaryFolder, _ name: String, _ options: [String]) throws
    -> String
  {
    let output = folder / name
    let outcome = try BuiltProgram.run(
      [
        "screen", BuiltProgram.samples + "/night", "--watchlists", BuiltProgram.register, "--now",
        BuiltProgram.now, "--output", output, "--state", output + "-state",
      ] + options)
    #expect(outcome.exit == 0, "\(outcome.text)\(outcome.errors)")
    let runs = folder.names(name)
    #expect(runs.count == 1)
    return output + "/" + (runs.first ?? "none")
  }

  private func read(_ run: String, _ name: String) throws -> String {
    try String(contentsOfFile: "\(run)/\(name)", encoding: .utf8)
  }

  @Test(.enabled(if: isPresent, "samples/night is not there"))
  func isTheSameForAnyNumberOfThreadsAndWithoutTheIndex() throws {
    let folder = try TemporaryFolder()
    let one = try screen(folder, "one", ["--jobs", "1"])
    let four = try screen(folder, "four", ["--jobs", "4"])
    let oracle = try screen(folder, "oracle", ["--exhaustive", "--jobs", "3"])
    for name in ["hits.jsonl", "hits.csv", "quarantine.jsonl"] {
      let expected = try read(one, name)
      #expect(try read(four, name) == expected, "\(name) with --jobs 4")
      #expect(try read(oracle, name) == expected, "\(name) with --exhaustive")
    }
    let ids = [one, four, oracle].map { URL(fileURLWithPath: $0).lastPathComponent }
    #expect(Set(ids).count == 1)
  }

  /// `PNRSCREEN_UPDATE_GOLDEN=1 make test` writes the file anew; look at the difference in git.
  @Test(.enabled(if: isPresent, "samples/night is not there"))
  func givesTheExpectedHits() throws {
    let golden = BuiltProgram.samples + "/expected-hits.jsonl"
    let folder = try TemporaryFolder()
    let found = try read(try screen(folder, "night", []), "hits.jsonl")
    if ProcessInfo.processInfo.environment["PNRSCREEN_UPDATE_GOLDEN"] == "1" {
      try Data(found.utf8).write(to: URL(fileURLWithPath: golden))
    }
    let expected = try String(contentsOfFile: golden, encoding: .utf8).split(separator: "\n")
    let lines = found.split(separator: "\n")
    #expect(lines.count == expected.count)
    for (line, wanted) in zip(lines, expected) where line != wanted {
      Issue.record("first difference:\n  found    \(line)\n  expected \(wanted)")
      break
    }
  }

  @Test(.enabled(if: isPresent, "samples/night is not there"))
  func findsEveryPlantedPerson() throws {
    let planted = try String(
      contentsOfFile: BuiltProgram.samples + "/planted.tsv", encoding: .utf8
    ).split(separator: "\n")
    let header = planted[0].split(separator: "\t").map { String($0) }
    let file = try #require(header.firstIndex(of: "file"))
    let reference = try #require(header.firstIndex(of: "reference"))
    let surname = try #require(header.firstIndex(of: "surname"))
    let list = try #require(header.firstIndex(of: "list"))
    let folder = try TemporaryFolder()
    let lines = try read(try screen(folder, "night", []), "hits.jsonl").split(separator: "\n")
    #expect(planted.count > 30)
    for row in planted.dropFirst() {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      let name = URL(fileURLWithPath: fields[file]).lastPathComponent
      let isFound = lines.contains { line in
        line.contains("\"file\":\"\(name)\"") && line.contains("\"\(fields[reference])\"")
          && line.contains("\"list\":\"\(fields[list])\"")
          && line.contains("\"\(fields[surname].uppercased())\"")
      }
      #expect(isFound, "\(row)")
    }
  }
}

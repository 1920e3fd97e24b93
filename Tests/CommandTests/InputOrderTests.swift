import Foundation
import Testing

/// The same files in another order are the same work: one id, the same bytes.
struct InputOrderTests {
  private func screen(_ night: SmallNight, _ paths: [String], into out: String) throws
    -> BuiltProgram.Outcome
  {
    try BuiltProgram.run(
      ["screen"] + paths + ["--watchlists", night.register, "--now", BuiltProgram.now]
        + ["--output", night.folder / out, "--state", night.folder / "state-\(out)"])
  }

  private func published(_ night: SmallNight, _ out: String, _ file: String) throws -> String {
    let run = try #require(night.folder.names(out).first)
    return try String(contentsOfFile: night.folder / "\(out)/\(run)/\(file)", encoding: .utf8)
  }

  @Test func theOrderOfThePathsChangesNothing() throws {
    let night = try SmallNight()
    let same = try String(contentsOfFile: night.feed, encoding: .utf8)
    // The copies lie so that the order of their folders is not that of their names.
    for folder in ["x", "y"] {
      try FileManager.default.createDirectory(
        atPath: night.folder / folder, withIntermediateDirectories: false)
    }
    let paths = [
      try night.folder.write("x/two.csv", same), try night.folder.write("y/one.csv", same),
      try night.folder.write("odd.bin", "this is no feed\n"),
      try night.folder.write("other.bin", "this is none either\n"),
    ]
    #expect(try screen(night, paths, into: "forth").exit == 1)
    #expect(try screen(night, paths.reversed(), into: "back").exit == 1)
    #expect(night.folder.names("forth") == night.folder.names("back"))
    for file in ["hits.jsonl", "hits.csv", "quarantine.jsonl"] {
      #expect(
        try published(night, "forth", file) == published(night, "back", file), "\(file)")
    }
    #expect(try published(night, "back", "hits.jsonl").contains("\"file\":\"one.csv\""))
    let quarantine = try published(night, "back", "quarantine.jsonl").split(separator: "\n")
    #expect(quarantine.count == 3 && quarantine.last?.contains("\"file\":\"two.csv\"") == true)
    // Again into the same output: nothing new.
    #expect(try screen(night, paths.reversed(), into: "forth").exit == 1)
    #expect(night.folder.names("forth").count == 1)
  }
}

import Foundation
import Testing

/// What lies in a run folder and what it is called: `verify` reads nothing but its own regular files.
struct VerifyFolderTests {
  /// Publishes a night, lets the shell change its folder, which is `$RUN`, and verifies it.
  private func verify(
    after change: String, _ arguments: [String]? = nil
  ) throws -> BuiltProgram.Outcome {
    let night = try SmallNight()
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    return try BuiltProgram.run(
      arguments ?? ["verify", night.runFolder], environment: ["RUN": night.runFolder],
      shell: "set -e; cd \"$RUN\"; \(change)\nexec timeout 20 \"$0\" \"$@\"")
  }

  private static let renewedSums =
    "sha256sum hits.csv hits.jsonl quarantine.jsonl run.json > SHA256SUMS"

  @Test func refusesAPipeInPlaceOfAFileAtOnce() throws {
    for name in ["hits.csv", "hits.jsonl", "quarantine.jsonl", "run.json"] {
      let outcome = try verify(after: "rm \(name); mkfifo \(name)")
      #expect(outcome.exit == 65, "\(name): \(outcome.errors)")
      #expect(outcome.errors.contains("\(name) is no regular file"), "\(outcome.errors)")
    }
    let outcome = try verify(after: "rm SHA256SUMS; mkfifo SHA256SUMS")
    #expect(outcome.exit == 66, "\(outcome.errors)")
    #expect(outcome.errors.contains("SHA256SUMS"))
  }

  @Test func followsNoLinkOutOfTheFolder() throws {
    for name in ["hits.csv", "run.json"] {
      let outcome = try verify(after: "mv \(name) ../elsewhere; ln -s ../elsewhere \(name)")
      #expect(outcome.exit == 65, "\(outcome.errors)")
      #expect(outcome.errors.contains("\(name) is no regular file"), "\(outcome.errors)")
    }
    let outcome = try verify(after: "mv SHA256SUMS ../elsewhere; ln -s ../elsewhere SHA256SUMS")
    #expect(outcome.exit == 66, "\(outcome.errors)")
  }

  @Test func readsNoFileOfAnotherFolder() throws {
    let listed = try verify(after: "mkfifo ../pipe; sed -i 's|  hits.csv|  ../pipe|' SHA256SUMS")
    #expect(listed.exit == 65, "\(listed.errors)")
    #expect(listed.errors.contains("../pipe is missing"), "\(listed.errors)")
    let reported = try verify(
      after: "mkfifo ../a.csv; sed -i 's|\"hits.csv\":|\"../a.csv\":|' run.json; "
        + VerifyFolderTests.renewedSums)
    #expect(reported.exit == 65, "\(reported.errors)")
    #expect(reported.errors.contains("../a.csv is not the file that run.json names"))
  }

  @Test func screensOntoNoPipe() throws {
    let night = try SmallNight()
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    let outcome = try BuiltProgram.run(
      night.arguments(), environment: ["RUN": night.runFolder],
      shell: "rm \"$RUN/hits.csv\"; mkfifo \"$RUN/hits.csv\"; exec timeout 20 \"$0\" \"$@\"")
    #expect(outcome.exit == 73, "\(outcome.errors)")
  }

  @Test func wantsTheFolderNamedAsItsRun() throws {
    let renamed = try verify(
      after:
        "sed -i 's|\"id\":\"2026[0-9]*-[0-9a-f]*\"|\"id\":\"20261128-000000000000\"|' run.json; "
        + VerifyFolderTests.renewedSums)
    #expect(renamed.exit == 65, "\(renamed.errors)")
    #expect(
      renamed.errors.contains("run.json is of another run than its folder"), "\(renamed.errors)")
    #expect(!renamed.errors.contains("checksum"))
    // The folder from within, and through a link of another name.
    let within = try verify(after: "", ["verify", "."])
    #expect(within.exit == 0, "\(within.errors)")
    let linked = try verify(after: "cd ..; ln -s 2026* latest", ["verify", "latest/"])
    #expect(linked.exit == 0, "\(linked.errors)")
  }

  @Test func namesAFileThatIsListedTwice() throws {
    let outcome = try verify(after: "cp SHA256SUMS ../s; sed -n 1p ../s >> SHA256SUMS")
    #expect(outcome.exit == 65, "\(outcome.errors)")
    #expect(outcome.errors.contains("SHA256SUMS names hits.csv twice"), "\(outcome.errors)")
  }
}

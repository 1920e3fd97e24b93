import Foundation
import TestSupport
import Testing

/// The built program against the corpora beside the project, which are not part of it.
@Suite(.enabled(if: SharedFolder.isPresent, "../shared is not beside the project"))
struct CorpusTests {
  static let corpus = (SharedFolder.url ?? URL(filePath: "/")).appending(path: "corpus").path

  @Test(arguments: ["own", "third-party"]) func findsEverybodyInTheFeeds(set: String) throws {
    let folder = Self.corpus + "/feeds"
    let outcome = try BuiltProgram.run(
      [folder + "/check.py", "\(folder)/\(set)/EXPECTED.jsonl"],
      shell: "python3 \"$1\" \"$PROGRAM\" \"$2\"")
    let lines = outcome.text.split(separator: "\n").map(String.init)
    let failed = lines.filter { $0.hasPrefix("FAIL ") }.map { String($0.dropFirst(5)) }
    #expect(failed.isEmpty, "\(outcome.text.suffix(2000))")
    #expect(lines.contains { $0.hasPrefix("pass ") }, "\(outcome.errors)")
  }

  /// The first passengers of a set with many near names, each compared with all 61,901.
  @Test func indexLosesNothingOnRealisticNames() throws {
    let scratch = try TemporaryFolder()
    let set = Self.corpus + "/names/dev"
    let outcome = try BuiltProgram.run(
      [set],
      shell: """
        set -e; cd "\(scratch.path)"; gunzip -c "$1/list.csv.gz" > list.csv
        gunzip -c "$1/passengers.csv.gz" | sed -n 1,201p > passengers.csv
        printf '[[list]]\\nid = "dev"\\nname = "dev"\\nformat = "persons-csv"\\npath = "list.csv"\\n' > r.toml
        printf 'designation = "test"\\npublished = 2026-11-22\\nmax_age_days = 3650\\n' >> r.toml
        for mode in "" --exhaustive; do
          "$PROGRAM" screen --quiet --watchlists r.toml --now 2026-11-22T00:00:00Z \
            --output "out$mode" --state "state$mode" $mode passengers.csv
        done
        cmp out/*/hits.jsonl out--exhaustive/*/hits.jsonl
        cat out/*/hits.jsonl | wc -l
        """)
    #expect(outcome.exit == 0, "\(outcome.errors)")
    let hits = outcome.text.split(separator: "\n").last.flatMap { Int($0) } ?? 0
    #expect(hits > 5)
  }
}

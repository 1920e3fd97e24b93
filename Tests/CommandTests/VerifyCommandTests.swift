import Foundation
import Testing

/// `verify` counts once more what `run.json` says, whatever the checksums say.
struct VerifyCommandTests {
  /// A published night with findings, copied for each change.
  private func publish() throws -> SmallNight {
    let night = try SmallNight()
    let odd = try night.folder.write("odd.bin", "this is no feed\n")
    #expect(try BuiltProgram.run(night.arguments([odd])).exit == 1)
    return night
  }

  /// What `verify` says once `file` has been changed, and its checksums with it.
  private func verify(
    _ night: SmallNight, _ file: String, _ old: String, _ new: String,
    location: SourceLocation = #_sourceLocation
  ) throws -> BuiltProgram.Outcome {
    let before = try night.contents(file)
    #expect(before.contains(old), "\(before)", sourceLocation: location)
    let changed = before.replacingOccurrences(of: old, with: new)
    defer { try? Data(before.utf8).write(to: URL(fileURLWithPath: "\(night.runFolder)/\(file)")) }
    try Data(changed.utf8).write(to: URL(fileURLWithPath: "\(night.runFolder)/\(file)"))
    return try BuiltProgram.run(
      ["verify", night.runFolder],
      shell: """
        cd "$2" && old=$(awk '$2 == "\(file)" { print $1 }' SHA256SUMS) \
        && new=$(sha256sum "\(file)" | cut -c1-64) \
        && cp SHA256SUMS "$2.sums" && cp run.json "$2.run" \
        && sed -i "s/$old/$new/" SHA256SUMS run.json \
        && run=$(sha256sum run.json | cut -c1-64) \
        && sed -i "/  run.json/s/^[0-9a-f]*/$run/" SHA256SUMS
        cd / && "$0" "$@"; code=$?
        cp "$2.sums" "$2/SHA256SUMS" && cp "$2.run" "$2/run.json"; exit $code
        """)
  }

  @Test func acceptsWhatWasPublished() throws {
    let night = try publish()
    let outcome = try BuiltProgram.run(["verify", night.runFolder])
    #expect(outcome.exit == 0, "\(outcome.errors)")
  }

  @Test func namesTheIdentityThatNoLongerHolds() throws {
    let night = try publish()
    let changes: [(file: String, old: String, new: String, says: String)] = [
      (
        "run.json", "\"files\":{\"found\":2", "\"files\":{\"found\":3",
        "files found = processed + quarantined + duplicate: 3 against 2"
      ),
      (
        "run.json", "\"processed\":1", "\"processed\":2",
        "processed files = inputs processed: 2 against 1"
      ),
      (
        "run.json", "\"outcome\":\"quarantined\"", "\"outcome\":\"processed\"",
        "quarantined files = inputs quarantined: 1 against 0"
      ),
      (
        "run.json", "\"found\":3,\"screened\":3", "\"found\":4,\"screened\":3",
        "persons found = screened + cancelled + out of scope: 4 against 3"
      ),
      (
        "run.json", "\"screened\":3,\"cancelled\":0", "\"screened\":3,\"cancelled\":1",
        "persons found = screened + cancelled + out of scope: 3 against 4"
      ),
      (
        "run.json", "\"personRecords\":3,\"screened\":3", "\"personRecords\":3,\"screened\":2",
        "persons screened = screened by file: 3 against 2"
      ),
      (
        "run.json", "\"persons\":{\"records\":3", "\"persons\":{\"records\":2",
        "person records = person records of the inputs: 2 against 3"
      ),
      (
        "run.json", "\"hits\":{\"total\":2", "\"hits\":{\"total\":1",
        "hits = records in hits.jsonl: 1 against 2"
      ),
      (
        "run.json", "\"UNKNOWN_MESSAGE\":1", "\"UNKNOWN_MESSAGE\":2",
        "UNKNOWN_MESSAGE = lines in quarantine.jsonl: 2 against 1"
      ),
      (
        "run.json", "\"left\":3,\"right\":3", "\"left\":3,\"right\":2",
        "run.json states person records of the parsers = records on legs + out of scope"
      ),
      (
        "hits.jsonl", "\"band\":\"strong\"", "\"band\":\"weak\"",
        "strong hits = strong hits in hits.jsonl"
      ),
      (
        "run.json", "\"personRecords\":2,\"persons\":2", "\"personRecords\":2,\"persons\":1",
        "merged = person records - persons of the flights: 0 against 1"
      ),
      (
        "run.json", "\"lists\":[{\"id\":\"", "\"lists\":[{\"id\":\"other-",
        "lists of hits that run.json does not name"
      ),
      ("hits.csv", "\r\nh_", "\r\nh_0\r\nh_", "hits = records in hits.csv: 2 against 4"),
      (
        "quarantine.jsonl", "UNKNOWN_MESSAGE", "SYNTAX",
        "SYNTAX = lines in quarantine.jsonl: 0 against 1"
      ),
    ]
    for (file, old, new, says) in changes {
      let outcome = try verify(night, file, old, new)
      #expect(outcome.exit == 65, "\(new)")
      #expect(outcome.errors.contains(says), "\(new): \(outcome.errors)")
      #expect(!outcome.errors.contains("checksum"), "\(outcome.errors)")
    }
    #expect(try BuiltProgram.run(["verify", night.runFolder]).exit == 0)
  }

  @Test func refusesNumbersThatNobodyCounted() throws {
    let night = try publish()
    for number in ["9223372036854775807", "1e300", "-9223372036854775808"] {
      let outcome = try verify(
        night, "run.json", "\"persons\":{\"records\":3", "\"persons\":{\"records\":\(number)")
      #expect(outcome.exit == 65, "\(outcome.errors)")
      #expect(outcome.errors.contains("run.json is missing or unreadable"))
    }
  }
}

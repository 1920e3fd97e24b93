import Bytes
import Foundation
import Records
import TestSupport
import Testing
import Watchlists

/// Replays the shared corpus of lists with known answers, for the formats of the registry.
@Suite struct WatchlistCorpusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let format: String
    let paths: [String]
    let verdicts: [String]
    let records: Int?
    let persons: Int?
    var testDescription: String { paths.joined(separator: " ") }
  }

  /// The corpus beside the project; nil where there is none.
  static let corpus = SharedFolder.url?.appending(path: "corpus/watchlists").path

  static let cases: [Case] = {
    guard let corpus,
      let text = try? String(contentsOfFile: corpus + "/EXPECTED.jsonl", encoding: .utf8)
    else { return [] }
    let known = Set(WatchlistRegistry.formats.map(\.descriptor.id))
    return text.split(separator: "\n").compactMap { line in
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let object, let format = object["format"] as? String, known.contains(format),
        let files = object["files"] as? [String]
      else { return nil }
      let verdicts = object["verdict"] as? [String] ?? [object["verdict"] as? String ?? ""]
      let check = object["check"] as? [String: Any]
      return Case(
        format: format, paths: files.map { corpus + "/" + $0 }, verdicts: verdicts,
        records: check?["records"] as? Int, persons: check?["persons"] as? Int)
    }
  }()

  @Test(
    .enabled(if: corpus != nil, "the shared corpus is not beside the project"), arguments: cases)
  func answersAsExpected(_ expected: Case) {
    let check: WatchlistCheck
    do {
      check = WatchlistCheck(
        of: try WatchlistFile.read(format: expected.format, paths: expected.paths))
    } catch {
      check = WatchlistCheck(refused: error, format: expected.format)
    }
    #expect(expected.verdicts.contains(check.verdict.rawValue))
    #expect(check.verdict == .accepted || !check.reasons.isEmpty)
    if let records = expected.records { #expect(check.counts?.records == records) }
    if let persons = expected.persons { #expect(check.counts?.persons == persons) }
  }

  @Test func writesAListedPersonAsTheContractSays() {
    let name = ListedName(
      full: "Anna Bedacht", surname: "Bedacht", given: "Anna", type: .primary, quality: .strong,
      script: "Latn")
    var person = ListedPerson(entry: "1", kind: .person, names: [name])
    var json = JSONWriter()
    person.writeJSONLine(list: "l", to: &json)
    person.birthDates =
      PartialDate("1986").map {
        [ListedBirthDate(interval: DateInterval($0), approximate: true, raw: "ca. 1986")]
      } ?? []
    person.gender = .female
    person.nationalities = ["NLD"]
    person.documents = [ListedDocument(type: "other", number: "X1")]
    person.listedOn = PartialDate("2017-08-14")
    person.writeJSONLine(list: "l", to: &json)
    let start =
      #"{"list":"l","entry":"1","kind":"person","names":[{"full":"Anna Bedacht","surname":"Bedacht","#
      + #""given":"Anna","type":"primary","quality":"strong","script":"Latn"}]"#
    let rest =
      #","birthDates":[{"from":"1986-01-01","to":"1986-12-31","approximate":true,"raw":"ca. 1986"}],"#
      + #""gender":"F","nationalities":["NLD"],"documents":[{"type":"other","number":"X1"}],"#
      + #""listedOn":"2017-08-14"}"#
    #expect(String(decoding: json.bytes, as: UTF8.self) == "\(start)}\n\(start)\(rest)\n")
  }
}

import Foundation
import Testing

/// A list of many persons of one name, and a limit that they exceed: what is written and what is counted.
struct SaturatedPassengerTests {
  private static let limit = ["PNRSCREEN_HITS_PER_PASSENGER": "3"]

  /// Forty namesakes of traveller 1, four of them with his birth date.
  private func night() throws -> SmallNight {
    let night = try SmallNight()
    let rows = (0..<40).map { number in
      "N\(number),,VOORBEELDSMA,JURGENTJE,strong,\(number % 10 == 7 ? "1981-02-03" : "1955-06-07"),M,NLD,,,"
    }
    try night.folder.write("list.csv", SmallNight.list + rows.joined(separator: "\n") + "\n")
    return night
  }

  private struct Line: Decodable {
    struct Passenger: Decodable { var surname: String }
    struct Listed: Decodable { var entry: String }
    var passenger: Passenger
    var listed: Listed
  }

  @Test func theBestAreWrittenAndTheOthersCounted() throws {
    let night = try night()
    let outcome = try BuiltProgram.run(night.arguments(), environment: Self.limit)
    #expect(outcome.exit == 1)
    #expect(
      outcome.text.contains(
        "Saturated           1 with more matches than are written; 38 matches are only counted"))
    let hits = try night.contents("hits.jsonl").split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    // Those of his birth date, the first on the list: X1 and two of N7, N17, N27, N37.
    #expect(
      Set(hits.filter { $0.passenger.surname == "VOORBEELDSMA" }.map(\.listed.entry))
        == ["X1", "N7", "N17"])
    #expect(hits.count == 4)
    let report = try night.contents("run.json")
    #expect(
      report.contains("\"comparedWithWholeLists\":0,\"saturated\":1"))
    #expect(report.contains("\"overLimit\":38"))
    #expect(report.contains("\"hitsPerPassenger\":\"3\""))
    #expect(
      report.contains(
        "{\"name\":\"matches = hits + repeated + over the limit\",\"left\":42,\"right\":42,\"holds\":true}"
      ))
    let quarantine = try night.contents("quarantine.jsonl")
    #expect(
      quarantine == """
        {"file":"night.csv","offset":\(SmallNight.header.utf8.count + 1),"code":"TOO_LARGE",\
        "text":"a traveller matches 41 list entries, the best 3 are written as hits","salvaged":1}

        """)
    let verified = try BuiltProgram.run(["verify", night.runFolder])
    #expect(verified.exit == 0, "\(verified.text)\(verified.errors)")
  }

  @Test func isTheSameForAnyNumberOfThreadsAndWithoutTheIndex() throws {
    var seen: Set<String> = []
    for options in [["--jobs", "1"], ["--jobs", "4"], ["--exhaustive", "--jobs", "2"]] {
      let night = try night()
      _ = try BuiltProgram.run(night.arguments(options), environment: Self.limit)
      let run = URL(fileURLWithPath: night.runFolder).lastPathComponent
      let files = try ["hits.jsonl", "hits.csv", "quarantine.jsonl"].map { try night.contents($0) }
      seen.insert(([run] + files).joined(separator: "\n"))
    }
    #expect(seen.count == 1)
  }

  /// Another limit may give other hits, so it is another run.
  @Test func theLimitIsPartOfTheRun() throws {
    let night = try night()
    _ = try BuiltProgram.run(night.arguments(), environment: Self.limit)
    let outcome = try BuiltProgram.run(night.arguments())
    #expect(outcome.exit == 0 && !outcome.text.contains("Saturated"))
    #expect(night.folder.names("out").count == 2)
  }
}

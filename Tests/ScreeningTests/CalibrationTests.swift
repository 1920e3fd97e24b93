import Foundation
import Names
import Records
import TestSupport
import Testing

@testable import Screening

/// Nobody in these feeds exists.
@Suite struct CalibrationTests {
  private static let header =
    "surname,given,birth_date,document_number,carrier,flight_number,date,from,to,record_locator"

  private final class Folder {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("calibration-\(UUID().uuidString)").path
    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func feed(_ name: String, _ rows: [String]) throws -> String {
      let file = "\(path)/\(name)"
      let text = ([CalibrationTests.header] + rows).joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      return file
    }
  }

  private func request(
    _ folder: Folder, _ paths: [String], _ name: String = "table", jobs: Int = 2
  ) -> CalibrationRequest {
    CalibrationRequest(
      paths: paths, output: "\(folder.path)/\(name)", jobs: jobs, minBearers: 2,
      today: PartialDate("2026-11-28"))
  }

  private func rows(_ table: NameFrequencyFile) -> [String] {
    table.rows.map { "\($0.token) \($0.bearers)" }
  }

  @Test func countsTravellersAsTheyAreCompared() throws {
    let folder = try Folder()
    let feed = try folder.feed(
      "a.csv",
      [
        // On two legs, so counted twice.
        "AAP,NOOT,1980-01-01,N1,KL,1,2026-11-28,AMS,LHR,ABC123",
        "AAP,NOOT,1980-01-01,N1,KL,2,2026-11-29,LHR,AMS,ABC123",
        // A placeholder is no name, a letter with two spellings is both.
        "AAP,FNU,1981-01-01,N2,KL,1,2026-11-28,AMS,LHR,ABC124",
        "Äp,Noot,1982-01-01,N3,KL,1,2026-11-28,AMS,LHR,ABC125",
        "ap,MIES,1983-01-01,N4,KL,1,2026-11-28,AMS,LHR,ABC126",
      ])
    let result = try Calibration(request(folder, [feed]))
    #expect(rows(result.table) == ["AAP 3", "AP 2", "NOOT 3"])
    #expect(result.table.travellers == 5)
    #expect(result.isClean)
    #expect(
      FileManager.default.contents(atPath: "\(folder.path)/table") == Data(result.table.bytes))
  }

  /// Carriers push everybody again and again, and change what they said.
  @Test func countsATravellerOncePerLegHoweverOftenHeIsPushed() throws {
    let folder = try Folder()
    func push(_ time: String, _ bookings: [String]) throws -> String {
      let text =
        "UNB+IATA:1+KL+NLPIU+\(time)+R'UNH+1+PNRGOV:13:1:IA+KL1007'MSG+:22'ORG+KL:AMS'"
        + "TVL+281126:0800:281126:0930+AMS+LHR+KL+1007'EQN+\(bookings.count)'"
        + bookings.map { "SRC'RCI+KL:\($0)'" }.joined() + "UNT+\(6 + 3 * bookings.count)+1'UNZ+1+R'"
      let file = "\(folder.path)/\(time).edi"
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      return file
    }
    let first = ["AAA111'TIF+AAP+NOOT:A:1", "BBB222'TIF+AAP+MIES:A:1", "CCC333'TIF+ZUS+JET:A:1"]
    let pushes = [
      try push("261127:0100", first), try push("261127:0200", first),
      // The third traveller is off the flight.
      try push("261127:0300", Array(first.prefix(2))),
    ]
    let result = try Calibration(request(folder, pushes.reversed()))
    #expect(rows(result.table) == ["AAP 2"])
    #expect(result.table.travellers == 2 && result.table.leftOutTokens == 2)
  }

  @Test func neitherOrderNorThreadsNorMemoryChangeTheTable() throws {
    let folder = try Folder()
    let names = ["AAP", "NOOT", "MIES", "WIM", "ZUS", "JET"]
    var feeds: [String] = []
    for file in 0..<5 {
      let rows = (0..<60).map { row in
        "\(names[(row + file) % 6]),\(names[row * row % 5]),,N\(file)-\(row),KL,\(row % 7 + 1),"
          + "2026-11-28,AMS,LHR,L\(file)\(row)"
      }
      feeds.append(try folder.feed("\(file).csv", rows))
    }
    let whole = try Calibration(request(folder, feeds, jobs: 1))
    #expect(whole.table.travellers == 300 && whole.table.rows.count == 6)
    for jobs in [1, 3, 8] {
      feeds.reverse()
      var again = request(folder, feeds, "again-\(jobs)", jobs: jobs)
      if jobs == 3 { again.limits.spillMemoryBytes = 0 }
      #expect(try Calibration(again).table.bytes == whole.table.bytes)
    }
    // A feed that is given twice is one input.
    #expect(try Calibration(request(folder, feeds + feeds)).table == whole.table)
  }

  @Test func replacesNoTable() throws {
    let folder = try Folder()
    let one = try folder.feed("a.csv", ["AAP,NOOT,,,KL,1,2026-11-28,AMS,LHR,A"])
    let two = try folder.feed("b.csv", ["MIES,NOOT,,,KL,1,2026-11-28,AMS,LHR,A"])
    let first = try Calibration(request(folder, [one]))
    #expect(try Calibration(request(folder, [one])).sha256 == first.sha256)
    #expect {
      try Calibration(request(folder, [one, two]))
    } throws: { error in
      if case RunError.outputDiffers = error { true } else { false }
    }
    #expect(
      FileManager.default.contents(atPath: "\(folder.path)/table") == Data(first.table.bytes))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
  }

  @Test func refusesWhatItCannotCount() throws {
    let folder = try Folder()
    let nobody = try folder.feed("a.csv", [])
    let many = try folder.feed("b.csv", ["AAP,NOOT,,,,,,,,", "MIES,,,,,,,,,"])
    #expect(throws: RunError.self) { try Calibration(request(folder, [nobody])) }
    var tooMany = request(folder, [many])
    tooMany.limits.calibrationTokens = 2
    #expect(throws: RunError.self) { try Calibration(tooMany) }
    tooMany.limits.calibrationTokens = 3
    #expect(try Calibration(tooMany).table.travellers == 2)
    #expect(throws: RunError.self) {
      try Calibration(request(folder, [many], "nowhere/table"))
    }
  }
}

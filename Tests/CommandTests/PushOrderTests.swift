import Foundation
import Testing

/// One person, one record: what several messages of one flight come to, through the built program.
struct PushOrderTests {
  private struct HitLine: Decodable {
    struct Passenger: Decodable {
      struct FieldSource: Decodable {
        var field: String
        var messages: [String]
      }
      var surname: String
      var given: String
      var birthDate: String?
      var sources: [FieldSource]?
    }
    struct Source: Decodable { var pushes: Int }
    struct Booking: Decodable { var recordLocator: String? }
    var id: String
    var passenger: Passenger
    var booking: Booking
    var source: Source
  }

  private func interchange(_ time: String, _ function: String, _ bookings: String) -> String {
    "UNA:+.?*'UNB+IATA:1+KL+NLPIU+\(time)+R\(time)++PNRGOV'UNH+1+PNRGOV:13:1:IA+KL1007'"
      + "MSG+:\(function)'ORG+KL:AMS'TVL+281126:0800:281126:0930+AMS+LHR+KL+1007'"
      + "EQN+\(bookings.components(separatedBy: "SRC'").count - 1)'" + bookings
      + "UNT+\(5 + bookings.filter { $0 == "'" }.count + 1)+1'UNZ+1+R\(time)'\n"
  }

  private func booking(_ locator: String, _ surname: String, _ given: String) -> String {
    "SRC'RCI+KL:\(locator)'TIF+\(surname)+\(given):A:1'"
  }

  private let listed = "SRC'RCI+KL:ABC123'TIF+VOORBEELDSMA+JURGENTJE:A:1'"

  private func paxlst(_ time: String) -> String {
    let body =
      "BGM+745'NAD+MS+++KL'TDT+20+KL1007'LOC+125+AMS'DTM+189:2611280800:201'LOC+87+LHR'"
      + "DTM+232:2611280930:201'NAD+FL+++VOORBEELDSMA:JURGENTJE'ATT+2++M'DTM+329:810203'"
      + "NAT+2+NLD'RFF+AVF:ABC123'DOC+P+NX7654321'CNT+42:1'"
    return "UNB+UNOA:4+KL+NLPIU+\(time)+P\(time)++APIS'UNH+P1+PAXLST:D:05B:UN:IATA'" + body
      + "UNT+\(body.filter { $0 == "'" }.count + 2)+P1'UNZ+1+P\(time)'\n"
  }

  private func run(_ night: SmallNight, _ files: [(String, String)]) throws -> BuiltProgram.Outcome
  {
    let feeds = night.folder / "feeds"
    try? FileManager.default.removeItem(atPath: feeds)
    try? FileManager.default.removeItem(atPath: night.folder / "out")
    try FileManager.default.createDirectory(atPath: feeds, withIntermediateDirectories: false)
    for (name, text) in files { try night.folder.write("feeds/\(name)", text) }
    var arguments = night.arguments()
    arguments[1] = feeds
    return try BuiltProgram.run(arguments)
  }

  private func hits(_ night: SmallNight) throws -> [HitLine] {
    try night.contents("hits.jsonl").split(separator: "\n").map { line in
      try JSONDecoder().decode(HitLine.self, from: Data(line.utf8))
    }
  }

  @Test func joinsReservationAndAPI() throws {
    let night = try SmallNight()
    let outcome = try run(
      night,
      [
        ("a.edi", interchange("261127:2100", "22", listed + booking("ABC124", "ANDERS", "EEFJE"))),
        ("b.edi", paxlst("261128:0600")),
      ])
    let quarantine = try night.contents("quarantine.jsonl")
    #expect(outcome.exit == 0, "\(outcome.errors) \(quarantine)")
    let found = try hits(night)
    #expect(found.count == 1)
    #expect(found.first?.passenger.birthDate == "1981-02-03")
    #expect(found.first?.booking.recordLocator == "ABC123")
    #expect(found.first?.source.pushes == 2)
    let sources = found.first?.passenger.sources ?? []
    #expect(sources.first { $0.field == "birthDate" }?.messages == ["PAXLST"])
    #expect(sources.first { $0.field == "name" }?.messages == ["PNRGOV", "PAXLST"])
    let report = try night.contents("run.json")
    #expect(report.contains("\"merged\":1,\"found\":2,\"screened\":2,\"cancelled\":0"))
  }

  @Test func keepsTheIdentityOfAHitWhenAPIJoins() throws {
    let night = try SmallNight()
    let push = ("a.edi", interchange("261127:2100", "22", listed))
    _ = try run(night, [push])
    let before = try hits(night).map(\.id)
    _ = try run(night, [push, ("b.edi", paxlst("261128:0600"))])
    #expect(before.count == 1)
    #expect(try hits(night).map(\.id) == before)
  }

  @Test func followsThePushesOwnTimeInAnyOrderOfArrival() throws {
    let night = try SmallNight()
    let other = booking("ABC124", "ANDERS", "EEFJE")
    // On the flight, gone with the next full push, back with an update, cancelled with the last.
    let pushes = [
      interchange("261126:2100", "22", listed + other), interchange("261127:2100", "22", other),
      interchange("261128:0300", "141", listed),
      interchange("261128:0500", "141", "SRC'RCI+KL:ABC123'ORG'"),
    ]
    for (count, isOn) in [(1, true), (2, false), (3, true), (4, false)] {
      for order in [Array(0..<count), (0..<count).reversed()] {
        let files = order.enumerated().map { ("f\($0.offset).edi", pushes[$0.element]) }
        let outcome = try run(night, files)
        let quarantine = try night.contents("quarantine.jsonl")
        #expect(outcome.exit == 0, "\(quarantine)")
        #expect(try hits(night).count == (isOn ? 1 : 0), "\(count) pushes, \(order)")
      }
    }
  }

  @Test func cancelsALocatorOnlyForTheSystemThatGaveItOut() throws {
    let night = try SmallNight()
    let push = ("a.edi", interchange("261126:2100", "22", listed))
    for (rci, sender, isOn) in [
      ("KL:ABC123", "KL", false), ("KL:ABC123", "KLMDCS", false), ("1A:ABC123", "XX", true),
      (":ABC123", "XX", true), (":ABC123", "KL", false),
    ] {
      let cancel = interchange("261127:2100", "141", "SRC'RCI+\(rci)'ORG'")
        .replacingOccurrences(of: "+KL+NLPIU+", with: "+\(sender)+NLPIU+")
      let outcome = try run(night, [push, ("b.edi", cancel)])
      #expect(outcome.exit == 0, "\(rci) \(sender) \(outcome.errors)")
      #expect(try hits(night).count == (isOn ? 1 : 0), "\(rci) \(sender)")
    }
  }

  @Test func goesOnScreeningANameThatALaterPushMakesUnreadable() throws {
    let night = try SmallNight()
    let garbled = booking("ABC123", "\u{FFFD}\u{FFFD}\u{FFFD}", "\u{FFFD}")
    _ = try run(
      night,
      [
        ("a.edi", interchange("261126:2100", "22", listed)),
        ("b.edi", interchange("261127:2100", "22", garbled)),
      ])
    #expect(try hits(night).map(\.passenger.surname) == ["VOORBEELDSMA"])
    #expect(try hits(night).map(\.source.pushes) == [2])
  }

  @Test func leavesPeopleOnTheFlightWhenAFullPushIsCutShort() throws {
    let night = try SmallNight()
    let later = interchange("261127:2100", "22", booking("ABC124", "ANDERS", "EEFJE"))
    let cut = String(later.prefix(later.count - 40))
    let outcome = try run(
      night, [("a.edi", interchange("261126:2100", "22", listed)), ("b.edi", cut)])
    #expect(outcome.exit == 1)
    #expect(try hits(night).count == 1)
  }

  @Test func screensNobodyOfATestInterchange() throws {
    let night = try SmallNight()
    let test = interchange("261127:2100", "22", listed)
      .replacingOccurrences(of: "++PNRGOV'", with: "++PNRGOV++++1'")
    let outcome = try run(night, [("a.edi", test)])
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(try hits(night).isEmpty)
    #expect(try night.contents("quarantine.jsonl").contains("OUT_OF_SCOPE"))
    #expect(try night.contents("run.json").contains("\"outOfScope\":1"))
  }
}

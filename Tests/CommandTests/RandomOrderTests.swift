import Foundation
import TestSupport
import Testing

/// Small invented nights whose files come in any order and under any name: the hits are the same.
struct RandomOrderTests {
  private static let persons = [
    ("VOORBEELDSMA", "JURGENTJE", "03FEB81", "810203"),
    ("PROEFSTRAKOV", "WLADIMIR", "05MAY79", "790505"),
    ("ZOMAARIEMAND", "ANNA", "01JAN90", "900101"),
  ]

  private func pick<Value>(_ values: [Value], _ random: inout SeededGenerator) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }

  private func time(_ random: inout SeededGenerator) -> String {
    pick(["261126:2100", "261127:0900", "261127:0900", "261127:2100"], &random)
  }

  /// Bookings in which one person may be twice, under one or two locators.
  private func reservation(_ random: inout SeededGenerator) -> String {
    var body = ""
    for booking in 0..<Int.random(in: 1...3, using: &random) {
      let own = "XX:AAA11\(Int.random(in: 1...3, using: &random))"
      body += "SRC'RCI+\(pick(["", "1A:GDS11\(booking)+"], &random))\(own)'"
      for reference in 1...2 {
        let (surname, given, born, _) = pick(Self.persons, &random)
        let number = pick(["", "NX\(born)", "NX\(born)"], &random)
        body += "TIF+\(surname)+\(given):A:\(reference)'"
        if !number.isEmpty {
          body +=
            "SSR+DOCS:HK:1:XX:::::/P/NLD/\(number)/NLD/\(born)/M/01JAN31/\(surname)/\(given)'"
        }
      }
    }
    body =
      "MSG+:\(pick(["22", "22", "141"], &random))'ORG+XX:AMS'"
      + "TVL+281126:0930:281126:1105+AMS+LHR+XX+123'EQN+\(body.components(separatedBy: "SRC'").count - 1)'"
      + body
    let count = body.filter { $0 == "'" }.count + 2
    return "UNB+IATA:1+XX+NLPIU+\(time(&random))+R1++PNRGOV'UNH+1+PNRGOV:14:1:IA'" + body
      + "UNT+\(count)+1'UNZ+1+R1'\n"
  }

  private func advance(_ random: inout SeededGenerator) -> String {
    var body =
      "BGM+745\(pick(["", "+CP"], &random))'NAD+MS+++HELPDESK'TDT+20+XX123+++XX'LOC+125+AMS'"
      + "DTM+189:2611280930:201'LOC+87+LHR'DTM+232:2611281105:201'"
    for index in 0..<Int.random(in: 1...3, using: &random) {
      let (surname, given, born, digits) = Self.persons[index]
      body += "NAD+FL+++\(surname):\(given)'ATT+2++M'DTM+329:\(digits)'NAT+2+NLD'"
      body += pick(["", "RFF+AVF:AAA111'"], &random)
      body += pick(["", "RFF+ABO:U\(index)'"], &random)
      body += "DOC+P:110:111+NX\(born)'DTM+36:310101'" + pick(["", "LOC+91+NLD'"], &random)
    }
    return "UNB+UNOA:4+APIS+GOV+\(time(&random))+P1++APIS'UNH+1+PAXLST:D:12B:UN:IATA'" + body
      + "UNT+\(body.filter { $0 == "'" }.count + 2)+1'UNZ+1+P1'\n"
  }

  /// The hits without the names of files, and the counts of persons.
  private func screen(_ files: [(name: String, text: String)]) throws -> [String] {
    let night = try SmallNight()
    let feeds = night.folder / "feeds"
    try FileManager.default.createDirectory(atPath: feeds, withIntermediateDirectories: false)
    for (name, text) in files { try night.folder.write("feeds/\(name)", text) }
    var arguments = night.arguments()
    arguments[1] = feeds
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.exit <= 1, "\(outcome.errors)")
    let hits = try night.contents("hits.jsonl").split(separator: "\n").map { line in
      String(line.replacing(/"file":"[^"]*"/, with: ""))
    }
    let report = try night.contents("run.json")
    let persons = report.firstMatch(of: /"persons":\{"records":[^}]*\}/).map { String($0.0) } ?? ""
    return hits + [persons]
  }

  @Test(arguments: 1...16) func theHitsAreAFunctionOfTheMessages(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var texts: [String] = []
    for _ in 0..<Int.random(in: 2...5, using: &random) {
      texts.append(
        Bool.random(using: &random) ? reservation(&random) : advance(&random))
    }
    let first = try screen(texts.enumerated().map { ("\($0.offset).edi", $0.element) })
    for _ in 0..<3 {
      texts.shuffle(using: &random)
      let files = texts.enumerated().map { place, text in
        (name: "\(Int.random(in: 0...9, using: &random))-\(place).edi", text: text)
      }
      #expect(try screen(files) == first, "\(texts.joined())")
    }
  }
}

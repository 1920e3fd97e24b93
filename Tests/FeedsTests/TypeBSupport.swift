import Records

@testable import Feeds

/// The day of all tests with lists: one day before the flight of ``typeB(_:_:)``.
let dayOfLists = PartialDate(year: 2026, month: 11, day: 27)

/// An invented telegram around the lines of a list.
func typeB(_ body: String, _ kind: String = "PNL", flight: String? = nil, end: String? = nil)
  -> String
{
  "QU AMSKMZZ\r\n.AMSRMZZ 272100\r\n\(kind)\r\n\(flight ?? "ZZ1007/28NOV AMS PART1")\r\n"
    + body.replacing("\n", with: "\r\n") + "\r\n\(end ?? "END\(kind)")\r\n"
}

func parseList(
  _ text: String, block: Int = 1 << 20, limits: Limits = .standard
) -> Parsed {
  parse(Array(text.utf8), block: block, limits: limits, today: dayOfLists)
}

/// Surname and given name of each person, as `SMITH/JOHN`; infants with a star, other names behind `=`.
func namesOf(_ parsed: Parsed) -> [String] {
  parsed.persons.map { line in
    let surname = value("surname", line) ?? ""
    let isInfant = value("kind", line) == "infant"
    return surname + "/" + (value("given", line) ?? "") + (isInfant ? "*" : "")
  }
}

/// The first text value of a key in a line of JSON.
func value(_ key: String, _ line: String) -> String? {
  let parts = line.split(separator: "\"\(key)\":\"", maxSplits: 1)
  guard parts.count == 2 || line.hasPrefix("\"\(key)\"") else { return nil }
  return parts.last.map { String($0.prefix { $0 != "\"" }) }
}

/// What the parser says of the messages of a text: one entry per push.
func pushes(_ text: String, block: Int = 1 << 20) -> [(push: Push, header: MessageHeader)] {
  var found: [(push: Push, header: MessageHeader)] = []
  eachBatch(of: Array(text.utf8), block: block, today: dayOfLists) { batch in
    for push in batch.pushes { found.append((push, batch.messages[Int(push.message)])) }
  }
  return found
}

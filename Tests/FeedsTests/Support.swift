import Bytes
import Records

@testable import Feeds

/// What one parse gave: a line per person without its `source`, and the diagnostics' codes.
struct Parsed: Equatable {
  var persons: [String] = []
  var codes: [String] = []
  var counts = FeedCounts()
}

/// Feeds `bytes` to the parser that the sniffer chooses, in blocks of `block` bytes, and shows the
/// batch behind each of them and behind the end.
func eachBatch(
  of bytes: [UInt8], block: Int, limits: Limits = .standard, today: PartialDate? = nil,
  _ look: (PassengerBatch) -> Void
) {
  let context = FeedContext(limits: limits, today: today)
  guard var parser = FeedSniffer.makeParser(for: bytes, context) else { return }
  var batch = PassengerBatch()
  for start in stride(from: 0, to: bytes.count, by: block) {
    parser.consume(Array(bytes[start..<min(start + block, bytes.count)]).span, into: &batch)
    look(batch)
    batch.removeAll()
  }
  parser.finish(into: &batch)
  look(batch)
}

/// What `bytes` give, read in blocks of `block` bytes.
func parse(
  _ bytes: [UInt8], block: Int = 1 << 20, limits: Limits = .standard, today: PartialDate? = nil
) -> Parsed {
  var parsed = Parsed()
  eachBatch(of: bytes, block: block, limits: limits, today: today) { batch in
    var json = JSONWriter()
    for index in batch.passengers.indices {
      json.removeAll()
      PassengerJSON.write(index, of: batch, file: "x", to: &json)
      let line = String(decoding: json.bytes, as: UTF8.self)
      parsed.persons.append(
        String(line.prefix(upTo: line.range(ofSource: ",\"source\":{\"file\""))))
    }
    parsed.codes += batch.diagnostics.map(\.code.rawValue)
    parsed.counts += batch.counts
  }
  return parsed
}

func parse(_ text: String, block: Int = 1 << 20, limits: Limits = .standard) -> Parsed {
  parse(Array(text.utf8), block: block, limits: limits)
}

extension String {
  /// Start of the last `key`; the end of the line where it is missing.
  fileprivate func range(ofSource key: String) -> Index {
    var index = endIndex
    while index > startIndex {
      index = self.index(before: index)
      if self[index...].hasPrefix(key) { return index }
    }
    return endIndex
  }
}

/// An invented PNRGOV interchange around the segments of bookings.
func pnrgov(_ bookings: String, version: String = "13:1", function: String = "22") -> String {
  let head =
    "UNA:+.?*'UNB+IATA:1+ZZ+NLPIU+261127:2100+R1++PNRGOV'UNH+1+PNRGOV:\(version):IA+K'"
    + "MSG+:\(function)'ORG+ZZ:AMS'TVL+281126:0800:281126:0930+AMS+LHR+ZZ+1007'"
  return head + bookings + "UNT+\(4 + segments(bookings) + 1)+1'UNZ+1+R1'"
}

/// `SURNAME/GIVEN birth documents kind` of every person of one booking, other names behind.
func bookingPeople(
  _ segments: String, block: Int = 1 << 20, withOtherNames: Bool = false
) -> [String] {
  var found: [String] = []
  eachBatch(of: Array(pnrgov("SRC'RCI+ZZ:AAA111'" + segments).utf8), block: block) { batch in
    func text(_ name: PersonName) -> String {
      batch.text(name.surname) + "/" + batch.text(name.given)
    }
    found += batch.passengers.map { person in
      let numbers = person.documents.range.map { batch.text(batch.documents[$0].number) }
      let others = person.otherNames.range.map { text(batch.names[$0]) }
      let birth = person.birthDate?.description ?? "-"
      return
        ([text(person.name), birth] + numbers + [person.kind.label]
        + (withOtherNames ? others : [])).joined(separator: " ")
    }
  }
  return found
}

private func segments(_ text: String) -> Int {
  var count = 0
  var isReleased = false
  for character in text {
    if character == "'" && !isReleased { count += 1 }
    isReleased = character == "?" && !isReleased
  }
  return count
}

/// An invented PAXLST interchange around passenger groups.
func paxlst(_ groups: String, charset: String = "UNOA") -> String {
  "UNA:+.? 'UNB+\(charset):4+ZZ+NLPIU+261127:2100+R1++APIS'UNH+1+PAXLST:D:12B:UN:IATA'BGM+745'"
    + "TDT+20+ZZ1007+++ZZ'LOC+125+AMS'DTM+189:2611280800:201'LOC+87+LHR'DTM+232:2611280930:201'"
    + groups + "UNT+\(7 + segments(groups) + 1)+1'UNZ+1+R1'"
}

let flightJSON =
  #"""
  "flights":[{"carrier":"ZZ","number":"1007","date":"2026-11-28","from":"AMS","to":"LHR","\#
  departure":"2026-11-28T08:00"}]
  """#

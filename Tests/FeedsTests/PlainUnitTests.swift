import Bytes
import Foundation
import Records
import Testing

@testable import Feeds
@testable import FuzzProperties

/// A booking or a passenger group read in one go must be what its segments one by one give. In blocks of
/// less than 64 bytes nothing is read in one go, so the two ways are had from outside.
@Suite struct PlainUnitTests {
  /// More of them by `PNRSCREEN_ROUNDS`.
  private static let rounds =
    ProcessInfo.processInfo.environment["PNRSCREEN_ROUNDS"].flatMap { Int($0) } ?? 12_000

  @Test func bookingsAreThose() {
    var bookings = OddBookings(dice: Dice(3))
    var plain = 0
    for round in 0..<PlainUnitTests.rounds {
      bookings.oddity = [0, 1, 2, 8][round % 4]
      var text = ""
      for _ in 0..<(2 + bookings.dice.next() % 3) { text += bookings.booking() }
      let function = round % 3 == 0 ? "141" : "22"
      if isPlain(text) { plain += 1 }
      compare(bookings.damaged(pnrgov(text, function: function)))
    }
    // Otherwise nothing is compared.
    #expect(plain > 1000)
  }

  @Test func groupsAreThose() {
    var bookings = OddBookings(dice: Dice(7))
    for round in 0..<PlainUnitTests.rounds {
      bookings.oddity = [0, 1, 5][round % 3]
      var text = ""
      for _ in 0..<(2 + bookings.dice.next() % 4) { text += bookings.group() }
      compare(bookings.damaged(paxlst(text + "CNT+42:3'")))
    }
  }

  /// Each segment cut to each of its beginnings, the rest as usual.
  @Test func segmentsMayBeOfAnyLength() {
    let booking =
      "SRC'RCI+ZZ:AAA111::261126:0900'TIF+ROE+ANN:A:1'SSR+DOCS:HK:1:ZZ:::::/P/NLD/N1/NLD/01JAN80/F/01JAN31"
      + "/ROE/ANN+::1'SSR+DOCO:HK:1:ZZ:::::/TOWN/V/V1234/TOWN/01JAN26/USA+::1'SSR+OTHS:HK:1:ZZ:::::TEXT'"
      + "TVL+281126:0800:281126:0930+AMS+LHR+ZZ+1007:Y'SSR+SEAT:HK:1:ZZ:::AMS:LHR+11A::1'"
      + "DAT+2:281126:0605'TRI++AMS-001:::1'TIF+ROE+ANN:A:1'SSD+011A++++Y'SAC+++A'TIF+ROE+ANN:A:1'"
      + "SSR+DOCS:HK:1:ZZ:::::/P/NLD/N1/NLD/01JAN80/F/01JAN31/ROE/ANN'LTS+0/O/NM/ROE/ANN(ADT)'"
    let group =
      "NAD+FL+++ROE:ANN:EVA+ROAD 1+TOWN'ATT+2++F'DTM+329:800101'LOC+22+JFK'LOC+91+NLD'NAT+2+NLD'"
      + "RFF+AVF:ABC123'RFF+ABO:U1'RFF+SEA:11A'DOC+P:110:111+N1'DTM+36:310101'LOC+91+NLD'MEA+CT++:2'"
    let rest = "SRC'TIF+DOE+EVA:A:1'"
    for (unit, isBooking) in [(booking, true), (group, false)] {
      let segments = unit.split(separator: "'").map(String.init)
      for (index, segment) in segments.enumerated() {
        for length in 0..<segment.count {
          var cut = segments
          cut[index] = String(segment.prefix(length))
          let text = cut.joined(separator: "'") + "'"
          compare(
            Array((isBooking ? pnrgov(text + booking + rest) : paxlst(text + group + group)).utf8))
        }
      }
    }
  }

  /// Whether the first booking of the text is read in one go.
  private func isPlain(_ text: String) -> Bool {
    let bytes = Array((text + "SRC'" + String(repeating: " ", count: 64)).utf8)
    var reader = PNRGOVReader(limits: .standard)
    reader.hasPushed = true
    let tags = SegmentTag.table
    var walk = SegmentWalk(
      bytes.span, from: 0, EDIFACTSeparators(), base: 0, limit: 1000, tags.span)
    var batch = PassengerBatch()
    return reader.takeUnit(bytes.span, &walk, into: &batch) && walk.tag == .src
      && !batch.passengers.isEmpty
  }

  private func compare(_ bytes: [UInt8]) {
    let whole = trace(bytes, block: bytes.count)
    let single = trace(bytes, block: 61)
    guard whole != single else { return }
    let missing = single.filter { !whole.contains($0) }
    let added = whole.filter { !single.contains($0) }
    let text = String(decoding: bytes, as: UTF8.self)
    Issue.record("\(text)\nonly segment by segment: \(missing)\nonly in one go: \(added)")
  }

  /// Persons, findings and pushes, a line each.
  private func trace(_ bytes: [UInt8], block: Int) -> [String] {
    var lines: [String] = []
    eachBatch(of: bytes, block: block) { batch in
      var json = JSONWriter()
      for index in batch.passengers.indices {
        json.removeAll()
        PassengerJSON.write(index, of: batch, file: "x", to: &json)
        lines.append(
          "\(String(decoding: json.bytes, as: UTF8.self)) \(batch.passengers[index].locatorSystem)")
      }
      // Where findings stand among the persons depends on the blocks.
      lines.append(
        contentsOf: batch.diagnostics.map { "\($0.code.rawValue) \($0.offset) \($0.text)" })
      lines.append(
        contentsOf: batch.pushes.map {
          "\($0.foundBookings) \($0.foundPersons) \($0.isComplete) \($0.foundSegments)"
        })
    }
    return lines.filter { $0.hasPrefix("{") } + lines.filter { !$0.hasPrefix("{") }
  }
}

import Bytes
import Records
import Testing

@testable import Feeds
@testable import FuzzProperties

/// A booking or a passenger group read in one go must be what its segments one by one give. In blocks of
/// less than 64 bytes nothing is read in one go, so the two ways are had from outside.
@Suite struct PlainUnitTests {
  private static let surnames = ["ROE", "VAN DER BERG", "DOE-ROE", "TBA", "MRAZ", "ROE", "X", "LI"]
  private static let givens = [
    "ANN", "ANNMR", "ANNE MRS", "JOHANNESMR", "EVA MARIA", "EVA", "ADAMS", "LISAMRS", "EVAMARIA",
    "", "A",
  ]
  private static let references = ["1", "2", "3", "A1", "01", "", "12345678", "1A2B3C4D5"]

  /// A booking in which most is as usual, and something often is not.
  private struct Bookings {
    var dice: Dice
    var people: [(surname: String, given: String, reference: String)] = []

    mutating func one<T>(of choices: [T]) -> T { choices[Int(dice.next() % UInt64(choices.count))] }

    mutating func chance(_ percent: UInt64) -> Bool { dice.next() % 100 < percent }

    mutating func booking() -> String {
      people = []
      var text = "SRC'"
      if chance(95) {
        text += "RCI+ZZ:" + one(of: ["AAA111", "BBB222", "C?'3", ""]) + tail() + "'"
      }
      if chance(10) { text += "RCI+ZZ:DDD444:C+ZZ:EEE555'" }
      if chance(10) { text += "ORG+ZZ:AMS'" }
      if chance(5) { text += "ORG+:'" }
      for number in 1...(1 + Int(dice.next() % 3)) { text += traveller(number) }
      for _ in 0..<(1 + dice.next() % 3) { text += flight() }
      if chance(40) { text += history() }
      return text
    }

    mutating func tail() -> String {
      one(of: ["", "", "::261126:0900", ":C", ":1", " ", "+ZZ:XYZ987"])
    }

    mutating func traveller(_ number: Int) -> String {
      let surname = one(of: PlainUnitTests.surnames)
      let given = one(of: PlainUnitTests.givens)
      let reference = chance(80) ? String(number) : one(of: PlainUnitTests.references)
      people.append((surname, given, reference))
      var text = "TIF+\(surname)\(one(of: ["", "", "", "", ":G"]))+\(given):"
      text += one(of: ["A", "A", "A", "", "C", "IN", "G"]) + ":\(reference)"
      text += one(of: ["", "", "", "", ":2", ":2:EVA", "+EVA:A:9"]) + "'"
      if chance(20) { text += "IFT+4:28::ZZ+SOME ?'TEXT?' OF ?+ NO USE'" }
      if chance(85) { text += docs(surname, given, reference) }
      if chance(10) { text += docs(surname, given, reference) }
      if chance(15) {
        text += "SSR+DOCO:HK:1:ZZ:::::/TOWN/" + one(of: ["V", " V ", "K"]) + "/V"
        text +=
          one(of: ["1234", "1", ""]) + "/TOWN/01JAN26/USA+::\(one(of: [reference, "7", ""]))'"
      }
      if chance(10) { text += "SSR+OTHS:HK:1:ZZ:::::FREE TEXT \(one(of: ["", "DOCS", "DOCS/P"]))'" }
      if chance(5) { text += "SSR+CHLD:HK:1:ZZ:::::01JAN20+::\(reference)'" }
      if chance(5) { text += "SSR+INFT:HK:1:ZZ:::::ROE/BABY 01JAN26+::\(reference)'" }
      if chance(30) { text += "SSR+TKNE:HK:1:ZZ:::AMS:LHR:0741234567890C1+::\(reference)'" }
      return text
    }

    mutating func docs(_ surname: String, _ given: String, _ reference: String) -> String {
      let name = chance(70) ? surname : one(of: PlainUnitTests.surnames)
      var first = chance(60) ? given : one(of: PlainUnitTests.givens)
      if chance(20) {
        first += one(of: ["/EVA", "/MARIA/H", " EVA", "MR", "/EVA/MARIA", "-1ROE/ANN"])
      }
      let born = one(of: ["01JAN80", "01JAN80", "1JAN80", "32JAN80", "", "01FEB81"])
      let number = one(of: ["N1", "N2", "", " N3 ", "AB?+9"])
      var text = "SSR+DOCS:HK:1:ZZ:\(one(of: ["", "", "AMS"])):::"
      text += ":/P/\(one(of: ["NLD", "D", ""]))/\(number)/NLD/\(born)/"
      text +=
        one(of: ["F", "M", "FI", "", "U"]) + "/\(one(of: ["01JAN31", "", "X"]))/\(name)/\(first)"
      return text + one(of: ["+::\(reference)", "+::\(reference)", "", "+::9", "+:\(reference)"])
        + "'"
    }

    mutating func flight() -> String {
      let ports = one(of: ["AMS+LHR", "AMS+LHR", "LHR+JFK"])
      var text = "TVL+\(one(of: ["281126:0800:281126:0930", "281126", "991399", ""]))+\(ports)"
      text += "+ZZ+\(one(of: ["1007", "1007A", "0099", "ARNK"])):Y'"
      if chance(10) { text += "TVL+++++1007'" }
      if chance(10) { text += "TRA+ZZ+1007'" }
      if chance(30), let person = people.first {
        text +=
          "SSR+SEAT:HK:1:ZZ:::AMS:LHR+\(one(of: ["11A", "011A", "XXX"]))::\(person.reference)'"
      }
      if chance(10) { text += "RCI+ZZ:GGG777'" }
      guard chance(50) else { return text }
      for person in people {
        text += "DAT+2:281126:0605'"
        text +=
          "TRI++AMS-001:::\(chance(90) ? person.reference : one(of: PlainUnitTests.references))'"
        let given = chance(85) ? person.given : one(of: PlainUnitTests.givens)
        if chance(80) { text += "TIF+\(person.surname)+\(given):A:\(person.reference)'" }
        if chance(80) { text += "SSD+\(one(of: ["011A", "12B", "GATE"]))++++Y'" }
      }
      return text
    }

    mutating func history() -> String {
      let person = one(of: people)
      var text = one(of: ["ABI+4+1:AMS'", "SAC+++A'", "MSG+:22'", "EQN+2'"])
      if chance(50) {
        text += "TIF+\(person.surname)+\(person.given):A:\(one(of: ["1", "", "2"]))'"
      }
      if chance(50) { text += docs(person.surname, person.given, "") }
      if chance(50) {
        text += "LTS+0/O/NM/\(person.surname)/\(person.given)\(one(of: ["", " MR", "X"]))(ADT)'"
      }
      if chance(20) { text += "TVL+281126:0800+AMS+LHR+ZZ+9'" }
      if chance(20) { text += "LTS+DOCS/P/NLD/N1/NLD/01JAN80/F//ROE/ANN'" }
      return text
    }

    mutating func group() -> String {
      let surname = one(of: PlainUnitTests.surnames)
      var text = "NAD+\(one(of: ["FL", "FL", "FL", "FL", "FM", "DDU", ""]))+++\(surname):"
      text +=
        one(of: PlainUnitTests.givens) + one(of: ["", "", ":EVA", ":EVA:MARIA:ANN:ROE", "+ROAD 1"])
      text += "'"
      let segments = [
        "ATT+2++F'", "ATT+2++M:1'", "ATT+1++F'", "DTM+329:800101'", "DTM+329:19800101'",
        "DTM+329:801399'", "DTM+36:310101'", "DTM+ 36:310101'", "DTM+189:261128'", "LOC+91+NLD'",
        "LOC+91+D:1'", "LOC+22+JFK'", "LOC+911+X'", "NAT+2+NLD'", "NAT+1+USA'", "NAT+2'",
        "RFF+AVF:ABC123'", "RFF+ABO:U?+1'", "RFF+SEA:011A'", "RFF+A V:1'", "RFF+CR:12'",
        "DOC+P:110:111+N1'", "DOC+V+N2:X'", "DOC+P'", "DOC+39:110:111+ N3'", "MEA+CT++:2'",
        "GEI+4+173'", "FTX+BAG+++ZZ1:2'", "DOC+PP+" + String(repeating: "N", count: 40) + "'",
      ]
      for _ in 0..<(dice.next() % 9) { text += one(of: segments) }
      return text
    }

    /// Bytes changed, left out or put in.
    mutating func damaged(_ text: String) -> [UInt8] {
      var bytes = Array(text.utf8)
      guard chance(50) else { return bytes }
      for _ in 0..<(1 + dice.next() % 3) {
        let index = 60 + Int(dice.next() % UInt64(bytes.count - 60))
        switch dice.next() % 4 {
        case 0: bytes[index] = one(of: Array("'+:?/ \r\nA-1a*".utf8))
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(one(of: Array("'+:?/ \r\nA-1".utf8)), at: index)
        default: bytes.insert(contentsOf: "'\r\n".utf8, at: index)
        }
      }
      return bytes
    }
  }

  @Test func bookingsAreThose() {
    var bookings = Bookings(dice: Dice(3))
    for round in 0..<6000 {
      var text = ""
      for _ in 0..<(2 + bookings.dice.next() % 3) { text += bookings.booking() }
      let function = round % 3 == 0 ? "141" : "22"
      compare(bookings.damaged(pnrgov(text, function: function)))
    }
  }

  @Test func groupsAreThose() {
    var bookings = Bookings(dice: Dice(7))
    for _ in 0..<6000 {
      var text = ""
      for _ in 0..<(2 + bookings.dice.next() % 4) { text += bookings.group() }
      compare(bookings.damaged(paxlst(text + "CNT+42:3'")))
    }
  }

  /// The usual form is read in one go, or the comparison above compares nothing.
  @Test func usualFormsAreRead() throws {
    let booking =
      "SRC'RCI+ZZ:AAA111'TIF+ROE+ANN:A:1'SSR+DOCS:HK:1:ZZ:::::/P/NLD/N1/NLD/01JAN80/F/01JAN31/ROE/ANN"
      + "+::1'TVL+281126:0800:281126:0930+AMS+LHR+ZZ+1007:Y'"
    let bytes = Array((booking + "SRC'" + String(repeating: " ", count: 64)).utf8)
    var reader = PNRGOVReader(limits: .standard)
    reader.hasPushed = true
    let separators = EDIFACTSeparators()
    let tags = SegmentTag.table
    var walk = SegmentWalk(
      bytes.span, from: 0, separators, base: 0, limit: 1000, tags.span)
    var batch = PassengerBatch()
    #expect(reader.takeUnit(bytes.span, &walk, into: &batch))
    #expect(batch.passengers.count == 1 && walk.tag == .src && walk.count == 5)
  }

  private func compare(_ bytes: [UInt8]) {
    let whole = trace(bytes, block: bytes.count)
    let single = trace(bytes, block: 61)
    guard whole != single else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    let different = zip(whole, single).first { $0 != $1 }
    Issue.record("\(text)\n\(String(describing: different)) \(whole.count) \(single.count)")
  }

  /// Persons, findings and pushes, a line each.
  private func trace(_ bytes: [UInt8], block: Int) -> [String] {
    var lines: [String] = []
    eachBatch(of: bytes, block: block) { batch in
      var json = JSONWriter()
      for index in batch.passengers.indices {
        json.removeAll()
        PassengerJSON.write(index, of: batch, file: "x", to: &json)
        lines.append(String(decoding: json.bytes, as: UTF8.self))
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

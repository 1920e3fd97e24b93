@testable import FuzzProperties

/// A booking in which most is as usual, and sometimes something is not.
struct OddBookings {
  private static let surnames = ["ROE", "VAN DER BERG", "ADAMS", "LI", "ROEVAN"]
  private static let oddSurnames = [
    "DOE-ROE", "TBA", "MRAZ", "X", "ROE MR", "", "MOE1", "EXST", "EXSTEIN",
  ]
  private static let givens = [
    "ANN", "ANNMR", "ANNE MRS", "JOHANNESMR", "EVA MARIA", "EVA", "LISAMRS", "EVAMARIA", "EVA MARI",
  ]
  private static let oddGivens = [
    "", "A", "ADAMSMR", "X", "MR ANN", "ANN?'S", "FNU", "CBBGMR", "STCR",
  ]
  private static let references = ["A1", "01", "", "12345678", "1A2B3C4D5", "1", "3"]

  var dice: Dice
  /// Percent of the choices that are odd ones.
  var oddity: UInt64 = 0
  var people: [(surname: String, given: String, reference: String)] = []

  mutating func one<T>(of choices: [T]) -> T { choices[Int(dice.next() % UInt64(choices.count))] }

  mutating func chance(_ percent: UInt64) -> Bool { dice.next() % 100 < percent }

  mutating func usually(_ usual: [String], or odd: [String]) -> String {
    chance(oddity) ? one(of: odd) : one(of: usual)
  }

  mutating func booking() -> String {
    people = []
    var text = "SRC'RCI+ZZ:" + usually(["AAA111", "BBB222"], or: ["C?'3", "", "cc1"])
    text += usually(
      ["", "::261126:0900", ":1"], or: [":C", " ", "+ZZ:XYZ987", ": C", "TIF+ROE+ANN"])
    text += "'"
    text += usually(
      [""], or: ["RCI+ZZ:DDD444:C+ZZ:EEE555'", "ORG+ZZ:AMS'", "ORG+:'", "MSG+:22'"])
    for number in 1...(1 + Int(dice.next() % 3)) { text += traveller(number) }
    for _ in 0..<(1 + dice.next() % 3) { text += flight() }
    if chance(30) { text += history() }
    return text
  }

  mutating func traveller(_ number: Int) -> String {
    let surname = usually(OddBookings.surnames, or: OddBookings.oddSurnames)
    let given = usually(OddBookings.givens, or: OddBookings.oddGivens)
    let reference = usually([String(number)], or: OddBookings.references)
    people.append((surname, given, reference))
    var text = "TIF+\(surname)\(usually([""], or: [":G", ":1"]))+\(given):"
    text += usually(["A", "A", "", "C"], or: ["IN", "G", "INF"]) + ":\(reference)"
    text += usually([""], or: [":2", ":2:EVA", "+EVA:A:9"]) + "'"
    if chance(20) { text += "IFT+4:28::ZZ+SOME ?'TEXT?' OF ?+ NO USE'" }
    if chance(85) { text += docs(surname, given, reference) }
    if chance(8) { text += docs(surname, given, reference) }
    if chance(20) {
      text += "SSR+DOCO:HK:1:ZZ:::::/TOWN/" + usually(["V"], or: [" V ", "K"]) + "/V"
      text += usually(["1234"], or: ["1", ""]) + "/TOWN/01JAN26/USA+::"
      text += usually([reference], or: ["7", ""]) + "'"
    }
    text += usually(
      ["", "SSR+OTHS:HK:1:ZZ:::::FREE TEXT'", "SSR+TKNE:HK:1:ZZ:::AMS:LHR:074123C1+::1'"],
      or: [
        "SSR+OTHS:HK:1:ZZ:::::FREE DOCS TEXT'", "SSR+CHLD:HK:1:ZZ:::::01JAN20+::\(reference)'",
        "SSR+OTHS:HK:1:ZZ:::::DOCS/P/NLD/N1/NLD/01JAN80/F/01JAN31/ROE/ANN'",
        "SSR+INFT:HK:1:ZZ:::::ROE/BABY 01JAN26+::\(reference)'", "TKT+1:T:1'",
        "SSR+SEAT:HK:1:ZZ:::AMS:LHR+11A::\(reference)'", "SSR+SEAT:HK:1:ZZ+11B'",
        "SSR+FOID:HK:1:ZZ:::::PPN77+::\(reference)'",
        "SSR+PSPT:HK:1:ZZ:::::N1/NLD/01JAN80/ROE/ANN/F+::\(reference)'",
      ])
    return text
  }

  mutating func docs(_ surname: String, _ given: String, _ reference: String) -> String {
    var name = chance(95) ? surname : one(of: OddBookings.surnames)
    if name.hasSuffix(" MR") { name = "ROE" }
    var first = chance(85) ? given : one(of: OddBookings.givens)
    if first.hasSuffix("MR"), chance(90) { first.removeLast(2) }
    if chance(20) { first += one(of: ["/EVA", " EVA", "/MARIA EVA"]) }
    first += usually([""], or: ["/H", "MR", "/EVA/MARIA", "-1ROE/ANN", "//"])
    let born = usually(
      ["01JAN80"],
      or: [
        "1JAN80", "32JAN80", "", "01FEB81", "01XXX80", "01MAR26", "01AVR80", "01031980",
        "1980-03-01",
      ])
    let number = usually(["N1", "N2"], or: ["", " N3 ", "AB?+9", "N-4"])
    var text = "SSR+DOCS:HK:1:ZZ:\(usually([""], or: ["AMS", "?:"])):::"
    text += ":/P/\(usually(["NLD", "D", ""], or: ["1", "XYZ"]))/\(number)/NLD/\(born)/"
    text += usually(["F", "M", "U"], or: ["FI", "MI", "", "Y"])
    text += "/\(usually(["01JAN31", ""], or: ["X", "1JAN31", "01012031"]))/\(name)/\(first)"
    text += usually(
      ["+::\(reference)", "+::\(reference)", ""], or: ["+::9", "+:\(reference)", "+"])
    return text + "'"
  }

  mutating func flight() -> String {
    let ports = one(of: ["AMS+LHR", "AMS+LHR", "LHR+JFK"])
    var text =
      "TVL+\(usually(["281126:0800:281126:0930", "281126"], or: ["991399", "", "281155:0800", "281124"]))+\(ports)"
    text += "+ZZ+\(usually(["1007", "1007A", "0099"], or: ["ARNK", ""])):Y'"
    text += usually([""], or: ["TVL+++++1007'", "TRA+ZZ+1007'"])
    if chance(30), let person = people.first {
      text +=
        "SSR+SEAT:HK:1:ZZ:::AMS:LHR+\(one(of: ["11A", "011A", "XXX", "11a"]))::\(person.reference)'"
    }
    if chance(10) { text += "RCI+ZZ:GGG777'" }
    guard chance(50) else { return text }
    for person in people {
      text += "DAT+2:281126:0605'"
      text += "TRI++AMS-001:::\(usually([person.reference], or: OddBookings.references))'"
      let given = chance(97) ? person.given : one(of: OddBookings.givens)
      if chance(80) { text += "TIF+\(person.surname)+\(given):A:\(person.reference)'" }
      if chance(80) { text += "SSD+\(one(of: ["011A", "12B", "GATE", "12b"]))++++Y'" }
    }
    return text
  }

  mutating func history() -> String {
    let person = one(of: people)
    var text = usually(["ABI+4+1:AMS'", "SAC+++A'"], or: ["MSG+:22'", "EQN+2'"])
    if chance(50) {
      text +=
        "TIF+\(person.surname)+\(person.given):A:\(usually([person.reference], or: ["", "2"]))'"
    }
    if chance(40) { text += docs(person.surname, person.given, "") }
    if chance(50) {
      text +=
        "LTS+0/O/NM/\(person.surname)/\(person.given)\(usually([""], or: [" MR", "X"]))(ADT)'"
    }
    text += usually([""], or: ["LTS+DOCS/P/NLD/N1/NLD/01JAN80/F//ROE/ANN'", "SSR+INFT:HK:1:ZZ'"])
    if chance(20) { text += "TVL+281126:0800+AMS+LHR+ZZ+9'" }
    return text
  }

  mutating func group() -> String {
    let surname = usually(OddBookings.surnames, or: OddBookings.oddSurnames)
    var text = "NAD+\(one(of: ["FL", "FL", "FL", "FL", "FM", "DDU", ""]))+++\(surname):"
    text +=
      one(of: OddBookings.givens) + one(of: ["", "", ":EVA", ":EVA:MARIA:ANN:ROE", "+ROAD 1"])
    text += "'"
    let segments = [
      "ATT+2++F'", "ATT+2++M:1'", "ATT+1++F'", "DTM+329:800101'", "DTM+329:19800101'",
      "DTM+329:801399'", "DTM+36:310101'", "DTM+ 36:310101'", "DTM+189:261128'", "LOC+91+NLD'",
      "LOC+91+D:1'", "LOC+22+JFK'", "LOC+911+X'", "NAT+2+NLD'", "NAT+1+USA'", "NAT+2'",
      "RFF+AVF:ABC123'", "RFF+ABO:U?+1'", "RFF+ABO'", "RFF+SEA'", "DTM+329'", "LOC+91'",
      "RFF+SEA:011A'", "RFF+A V:1'", "RFF+CR:12'",
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

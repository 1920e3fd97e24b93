import Records
import Testing

@testable import Watchlists

@Suite struct OFACCSVTests {
  private static let rest = String(repeating: "-0- ,", count: 7)
  private static let main =
    "1,\"DOE, Jan\",\"individual\",\"SDGT\",\(rest)\"DOB 1960; a.k.a. 'JD'.\"\r\n\u{1A}"
  private static let aliases = "1,1,\"aka\",\"DO, Jan\",-0- \r\n\u{1A}"

  private func read(_ files: (name: String, text: String)...) throws -> WatchlistCheck {
    let sources = files.map { WatchlistSource(path: $0.name, bytes: Array($0.text.utf8)) }
    return WatchlistCheck(of: try WatchlistFile.read(format: "ofac-csv", sources: sources))
  }

  @Test func filesComeInAnyOrderUnderAnyName() throws {
    let check = try read(("b", Self.aliases), ("a", Self.main))
    #expect(check.verdict == .accepted)
    #expect(check.counts?.names == 3)
  }

  @Test func tablesWithoutRowsAreToldApartByTheirNames() throws {
    let check = try read(
      ("cons_comments.csv", "\u{1A}"), ("cons_prim.csv", Self.main), ("cons_alt.csv", "\u{1A}"))
    #expect(check.verdict == .accepted)
    #expect(check.counts?.names == 2)
  }

  @Test func filesOfOneTableAreRefused() {
    #expect(throws: WatchlistError.self) { try read(("a", Self.main), ("b", Self.main)) }
    #expect(throws: WatchlistError.self) { try read(("a", Self.aliases), ("b", Self.aliases)) }
    let address = "1,1,\"Street\",\"Town\",\"Iran\",-0- \r\n\u{1A}"
    #expect(throws: WatchlistError.self) { try read(("a", Self.main), ("b", address)) }
  }

  @Test(arguments: [
    ("Residence Permit 12345 (Turkey)", "nationalId", "12345"),
    ("Residence Permit 12345 (Turkey) issued 01 Jan 2020", "nationalId", "12345"),
    ("Tazkirah 12-34 (Afghanistan)", "nationalId", "12-34"),
    ("Magic Wand No. 777 (Iran) expires 01 Jan 2030", nil, nil),
    ("Magic Wand 777 (Iran)", nil, nil),
  ])
  func noNumberIsLostInSilence(_ item: String, _ type: String?, _ number: String?) throws {
    let main = Self.main.replacing("DOB 1960;", with: "DOB 1960; \(item);")
    let sources = [("a", main), ("b", Self.aliases)].map {
      WatchlistSource(path: $0.0, bytes: Array($0.1.utf8))
    }
    let list = try WatchlistFile.read(format: "ofac-csv", sources: sources)
    #expect(list.entries[0].documents.map(\.number) == [number].compactMap(\.self))
    #expect(list.entries[0].documents.map(\.type) == [type].compactMap(\.self))
    #expect(
      list.warnings
        == (type == nil ? ["1 number(s) of an unknown kind of document are left out"] : []))
  }

  @Test(arguments: [
    "Phone Number 98123456 (Iran)", "IMO 9999999", "(Linked To: X 7)", "nationality Iran",
    "Secondary sanctions risk: section 1(b) of Executive Order 13224", "Telephone 1 (Iran)",
  ])
  func proseIsNoNumber(_ item: String) throws {
    let main = Self.main.replacing("DOB 1960;", with: "DOB 1960; \(item);")
    #expect(try read(("a", main), ("b", Self.aliases)).warnings.isEmpty)
  }

  @Test func aFileWithoutEndMarkIsHeld() throws {
    let check = try read(("sdn.csv", String(Self.main.dropLast())), ("alt.csv", Self.aliases))
    #expect(check.verdict == .held)
    #expect(check.reasons.count == 1 && check.reasons[0].contains("end mark"))
  }

  @Test func whatFollowsTheEndMarkIsRefused() {
    #expect(throws: WatchlistError.self) {
      try read(("a", Self.main + "\r\n" + Self.main), ("b", Self.aliases))
    }
  }

  @Test(arguments: [
    ("2,1,\"aka\",\"DO, Jan\",-0- \r\n\u{1A}", "alias(es) of a record"),
    ("1,1,\"bka\",\"DO, Jan\",-0- \r\n\u{1A}", "unknown type"),
  ])
  func aliasesThatDoNotBelongAreHeld(_ aliases: String, _ reason: String) throws {
    let check = try read(("a", Self.main), ("b", aliases))
    #expect(check.verdict == .held)
    #expect(check.reasons.count == 1 && check.reasons[0].contains(reason))
  }

  @Test(arguments: [
    "\"ID\",\"SUB\",\"aka/fka\",\"Name\",-0- \r\n\u{1A}", "1,1,\"aka\",\"DO\"\r\n\u{1A}",
    "1,1,\"aka\",\"DO,-0- \r\n\u{1A}", "1,1,\"aka\",\"D\u{FFFD}\",-0- \r\n\u{1A}",
  ])
  func damagedRowsAreRefused(_ aliases: String) {
    #expect(throws: WatchlistError.self) { try read(("sdn.csv", Self.main), ("alt.csv", aliases)) }
  }

  @Test func anIdTwiceIsRefused() {
    let twice = String(Self.main.dropLast()) + Self.main
    #expect(throws: WatchlistError.self) { try read(("a", twice), ("b", Self.aliases)) }
  }

  @Test func itemsOfRemarksAreNotSplitWithinBrackets() {
    #expect(OFACRemarks.items("A (b; c); D; E.") == ["A (b; c)", "D", "E"])
    // A bracket that never closes does not swallow the rest.
    #expect(OFACRemarks.items("A (b; C; D (e)") == ["A (b", "C", "D (e)"])
  }

  @Test(arguments: [
    ("A1234567 (Iran) issued 01 Jan 2001", "A1234567"), ("RL 123456 (Lebanon)", "RL 123456"),
    ("Booklet: A6169832 (Iran)", "A6169832"), ("V-6.919.272 (Venezuela)", "V-6.919.272"),
    ("# ABCD430525 (Mexico)", "ABCD430525"), ("79841 Nergensk (Iran)", "79841"),
    ("C 1415363 - 16/2/1421H issued 20 May 2000", "C 1415363"), ("B/011641", "B/011641"),
    ("No.: 0310857, Eritrea, Issue Date 21 August 2006", "0310857"),
    ("issued in Nergensk", nil),
  ])
  func numbersAreTakenOutOfProse(_ text: String, _ number: String?) {
    #expect(OFACDocuments.number(text[...]) == number)
  }

  @Test func kindsOfDocumentsAreToldApart() {
    #expect(OFACDocuments.parse("Diplomatic Passport 1 (Iran)")?.type == .passport)
    #expect(OFACDocuments.parse("Passport 1 (Iran)")?.issuer == "Iran")
    #expect(OFACDocuments.parse("C.U.I.P. 1")?.type == .other)
    #expect(OFACDocuments.parse("C.U.I. 1")?.type == .nationalId)
    #expect(OFACDocuments.parse("Passports 1") == nil)
  }
}

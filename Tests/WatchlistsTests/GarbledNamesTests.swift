import Foundation
import Records
import Testing

@testable import Watchlists

/// Names as they look when a file was decoded by another character set than its own.
@Suite struct GarbledNamesTests {
  /// What becomes of UTF-8 that is read as an 8-bit set; nil where a byte has no meaning in it.
  private static func misread(_ name: String, as set: String.Encoding) -> String? {
    String(data: Data(name.utf8), encoding: set)
  }

  private static let names = [
    "M\u{FC}ller Verzinsel", "Jos\u{E9} Nergens", "\u{418}\u{432}\u{430}\u{43D}\u{43E}\u{432}",
    "\u{41F}\u{435}\u{442}\u{440} \u{412}\u{44B}\u{434}\u{443}\u{43C}\u{430}",
  ]

  @Test(arguments: names) func utf8ReadAsOtherSetsIsSeen(_ name: String) throws {
    #expect(!GarbledNames.isGarbled(name))
    let sets: [String.Encoding] = [.isoLatin1, .windowsCP1252, .windowsCP1251]
    for set in sets {
      guard let misread = Self.misread(name, as: set), !ListedText.isDamaged(misread) else {
        continue
      }
      #expect(GarbledNames.isGarbled(ListedText.clean(misread)), "\(misread)")
    }
  }

  @Test func lostLettersAreCounted() {
    #expect(GarbledNames.warning(of: Self.names) == nil)
    #expect(GarbledNames.warning(of: ["A & B", "A; B", "A & B; C"]) == nil)
    let lost = ["M?ller Verzinsel", "Jos&eacute; Nergens", "Anna Bedacht"]
    #expect(GarbledNames.warning(of: lost)?.hasPrefix("2 name(s)") == true)
  }

  @Test func cyrillicReadAsLatinIsSeen() throws {
    let data = try #require(
      "\u{418}\u{432}\u{430}\u{43D}\u{43E}\u{432}".data(using: .windowsCP1251))
    let misread = try #require(String(data: data, encoding: .isoLatin1))
    #expect(GarbledNames.isGarbled(misread))
  }

  @Test(arguments: [
    "S\u{C3}O PAULO", "Cr\u{E9}\u{E9}e", "Gro\u{DF}m\u{FC}ller", "\u{D8}RSTED",
    "\u{C5}\u{C4}\u{D6}",
    "\u{417}\u{456}\u{43D}\u{430}\u{457}\u{434}\u{430}", "\u{42F}\u{457}\u{440}", "O'Neil",
    "\u{645}\u{62D}\u{645}\u{62F}",
    "Nguy\u{1EC5}n Th\u{1ECB} H\u{1EA1}nh",
  ])
  func namesAreNoDamage(_ name: String) { #expect(!GarbledNames.isGarbled(name)) }

  private func check(_ garbled: Int, of foreign: Int) -> WatchlistCheck {
    let entries = (0..<100).map { number in
      let name =
        number < garbled ? "M\u{C3}\u{BC}ller" : number < foreign ? "M\u{FC}ller" : "Muller"
      return ListedPerson(
        entry: "\(number)", kind: .person,
        names: [ListedName(full: name, type: .primary, quality: .unstated)])
    }
    return WatchlistCheck(
      of: Watchlist(
        id: "a", format: "f", sha256: "", published: nil, entries: entries, warnings: []))
  }

  @Test func aShareOfTheNamesHoldsTheList() {
    #expect(check(0, of: 50).verdict == .accepted)
    #expect(check(4, of: 50).verdict == .accepted)
    #expect(check(5, of: 50).verdict == .held)
    #expect(check(5, of: 50).reasons.first?.hasPrefix("5 of 50 name(s)") == true)
  }
}

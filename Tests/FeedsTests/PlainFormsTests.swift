import Records
import Testing

@testable import Feeds

/// What is read where it lies must be what the careful readers find.
@Suite struct PlainFormsTests {
  private static let surnames = [
    "ROE", "VAN DER BERG", "MRAZ", "DRIES", "MASON", "ADAM SIR", "X", "LNU", "O NEIL", "MR",
    "DOE-ROE",
    "ROE1", "R  OE", "SIROE", "MADAMA",
  ]
  private static let givens = [
    "ANN", "ANNMR", "ANNE MRS", "JOHANNESMR", "EVA MARIA", "ADAMS", "JULIAMISS", "DRAGAN", "FNU",
    "A MR",
    "KIM MS", "PETERMSTR", "JOHNDRMR", "ALEXANDR", "MR ANN", "ANN INF", "KHAMISS", "",
  ]

  private func text(_ name: ReadName, _ arena: TextArena) -> [String] {
    let all = [ReadName.Spelling(surname: name.surname, given: name.given)] + name.otherReadings
    return all.map { part in
      [part.surname, part.given].map { String(decoding: arena.bytes[$0.range], as: UTF8.self) }
        .joined(separator: "/")
    } + [name.isAdult ? "adult" : ""]
  }

  @Test func namesAreThose() {
    var plain = 0
    for surname in PlainFormsTests.surnames {
      for first in PlainFormsTests.givens {
        for second in ["-", "LOUISE", "MARIE MRS", ""] {
          let givens = second == "-" ? [first] : [first, second]
          let line = ([surname] + givens).joined(separator: "/")
          // Blocks are read sixteen bytes at a time; the end of a text is left to the careful reader.
          let bytes = Array((line + String(repeating: "+", count: 32)).utf8)
          var ranges: [Range<Int>] = []
          var start = 0
          for part in [surname] + givens {
            ranges.append(start..<(start + part.utf8.count))
            start += part.utf8.count + 1
          }
          var parts = NameParts()
          parts.surname = ranges[0]
          for range in ranges.dropFirst() { parts.addGiven(range) }
          var arena = TextArena()
          guard let name = NameReader.readPlain(bytes.span, parts, into: &arena) else { continue }
          plain += 1
          var reader = NameReader()
          var other = TextArena()
          let read = reader.read(
            bytes, surname: ranges[0], given: Array(ranges.dropFirst()), into: &other)
          #expect(text(name, arena) == text(read, other), "\(line)")
        }
      }
    }
    #expect(plain > 50)
  }

  @Test func documentsAreThose() {
    var plain = 0
    for change in 0..<64 {
      var fields = [
        "", "P", "NLD", "N1", "NLD", "01JAN80", "F", "01JAN31", "ROE", "ANN", "EVA", "H",
      ]
      if change & 1 != 0 { fields[4] = "" }
      if change & 2 != 0 { fields[6] = "FI" }
      if change & 4 != 0 { fields[7] = "" }
      if change & 8 != 0 { fields[5] = "32JAN80" }
      if change & 16 != 0 { fields.removeLast() }
      if change & 32 != 0 { fields.remove(at: 10) }
      let bytes = Array((fields.joined(separator: "/") + String(repeating: "+", count: 32)).utf8)
      let range = 0..<(bytes.count - 32)
      guard let found = DocumentText.readPlainDOCS(bytes.span, range) else { continue }
      plain += 1
      var careful = DocumentText()
      let text = Array(bytes[range])
      let read = careful.readDOCS(text.span)
      #expect(read?.surname == found.names.surname)
      #expect(careful.given == (0..<found.names.givenCount).map { found.names.given($0) })
      #expect(read?.gender == found.gender && read?.isInfant == found.isInfant)
      #expect(read?.number == found.number && read?.nationality == found.nationality)
      #expect(read?.expiry == found.expiry && read?.issuer == found.issuer)
    }
    #expect(plain > 30)
  }

  /// A group of a list: small letters are never read where they lie.
  private func group(_ surname: String, _ given: String, _ docs: String, isSmall: Bool) -> String {
    let name = "\(surname)/\(given)"
    let text = "/P/NLD/N1/NLD/01JAN80/F/01JAN31/\(docs)"
    return (isSmall ? "1" + name.lowercased() : "1" + name) + "\n.R/DOCS HK1"
      + (isSmall ? text.lowercased() : text)
  }

  @Test func groupsOfListsAreThose() {
    var persons = 0
    for surname in PlainFormsTests.surnames + ["EXST", "EXSTEIN"] {
      for given in PlainFormsTests.givens + ["EXST", "CBBGMR"] {
        for docs in ["\(surname)/ANN", "\(surname)/\(given)/EVA", "ROE/ANN-1\(surname)/\(given)"] {
          let list = parseList(typeB(group(surname, given, docs, isSmall: false)))
          let other = parseList(typeB(group(surname, given, docs, isSmall: true)))
          #expect(list.persons == other.persons, "\(surname)/\(given) \(docs)")
          persons += list.persons.count
        }
      }
    }
    #expect(persons > 500)
  }
}

import Testing

@testable import Names

@Suite struct NameFrequencyFileTests {
  private static let table = NameFrequencyFile(
    travellers: 120, minBearers: 5,
    rows: [("AAP", 120), ("MIES", 5), ("NOOT", 40)].map { token, bearers in
      NameFrequencyFile.Row(token: NameToken(token), bearers: bearers)
    }, leftOutTokens: 7, leftOutBearers: 9)

  private static var text: String { String(decoding: table.bytes, as: UTF8.self) }

  private func read(_ text: String) throws(DamagedNameFrequencies) -> NameFrequencyFile {
    try NameFrequencyFile(bytes: Array(text.utf8))
  }

  private func line(_ text: String) -> Int? {
    do throws(DamagedNameFrequencies) {
      _ = try read(text)
      return nil
    } catch {
      for word in ["AAP", "MIES", "NOOT"] where error.reason.contains(word) { return -1 }
      return error.line
    }
  }

  @Test func readsWhatItWrites() throws {
    #expect(try read(Self.text) == Self.table)
    let empty = NameFrequencyFile(
      travellers: 1, minBearers: 2, rows: [], leftOutTokens: 2, leftOutBearers: 2)
    #expect(try NameFrequencyFile(bytes: empty.bytes) == empty)
  }

  @Test func looksAsItsDescriptionSays() {
    let lines = Self.text.split(separator: "\n")
    #expect(lines.prefix(8).allSatisfy { $0.hasPrefix("# ") })
    #expect(lines[2] == "# travellers\t120")
    #expect(lines[3] == "# min-bearers\t5")
    #expect(lines[6] == "# left-out-bearers\t9")
    #expect(lines[7] == "# version\t\(Self.table.version)")
    #expect(Array(lines[8...]) == ["AAP\t120", "MIES\t5", "NOOT\t40"])
    #expect(Self.table.version.wholeMatch(of: /[0-9a-f]{16}/) != nil)
  }

  @Test func anotherContentHasAnotherVersion() {
    var versions: Set<String> = [Self.table.version]
    for (travellers, minBearers, left) in [(121, 5, 7), (120, 4, 7), (120, 5, 8)] {
      let other = NameFrequencyFile(
        travellers: travellers, minBearers: minBearers, rows: Self.table.rows, leftOutTokens: left,
        leftOutBearers: 9)
      versions.insert(other.version)
    }
    #expect(versions.count == 4)
  }

  @Test(arguments: [
    // Rows: a share above one, too few bearers, twice, not sorted, no token, no number, other fields.
    ("NOOT\t40", "NOOT\t121", 11), ("NOOT\t40", "NOOT\t4", 11), ("NOOT\t40", "MIES\t6", 11),
    ("NOOT\t40", "KEES\t40", 11), ("NOOT\t40", "noot\t40", 11), ("NOOT\t40", "\t40", 11),
    ("NOOT\t40", "NOOT\t-4", 11), ("NOOT\t40", "NOOT", 11), ("NOOT\t40", "NOOT\t40\t1", 11),
    ("NOOT\t40", "NOOT\t040", 11), ("NOOT\t40", "NOOT\t99999999999999999999", 11),
    ("MIES\t5", "# MIES\t5", 10), ("MIES\t5\n", "", 5),
    ("NOOT", "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG", 11),
    // Another content under the old version.
    ("NOOT\t40", "NOOT\t41", 8), ("left-out-bearers\t9", "left-out-bearers\t8", 8),
    // Header.
    ("# format\t1", "# format\t2", 2), ("# travellers\t120", "# travellers\t0", 3),
    ("# travellers\t120", "# travellers\t2000000000", 3),
    ("# min-bearers\t5", "# min-bearers\t1", 4),
    ("# min-bearers\t5\n", "", 4), ("# pnrscreen", "# another", 1), ("travellers", "persons", 3),
    ("# tokens\t3", "# tokens\tmany", 5), ("\n", "\r\n", 2),
  ])
  func refusesWhatIsWrongWithItsLine(good: String, bad: String, line: Int) {
    #expect(Self.text.contains(good))
    #expect(self.line(Self.text.replacing(good, with: bad)) == line)
  }

  @Test func refusesEveryCut() {
    let bytes = Self.table.bytes
    for count in 0..<bytes.count {
      let cut = String(decoding: bytes[..<count], as: UTF8.self)
      #expect(line(cut) != nil, "\(count) bytes")
    }
    #expect(line(Self.text + "\n") == 12)
    #expect(line(Self.text + "ZUS\t5") == 12)
  }
}

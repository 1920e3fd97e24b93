import Bytes
import Records
import Testing

@testable import Feeds

@Suite struct FramingTests {
  private static let message = PNRGOVTests.family
  private static let two = PNRGOVTests.family + "\r\n" + PAXLSTTests.two

  @Test(arguments: [1, 2, 3, 7, 64, 511]) func blocksDoNotMatter(block: Int) {
    #expect(parse(FramingTests.two, block: block) == parse(FramingTests.two))
    #expect(parse(FramingTests.two).persons.count == 4)
    #expect(parse(FramingTests.two).codes == [])
  }

  @Test func cutAnywhereGivesCompletePersonsAndReportsTheCut() {
    let text =
      pnrgov(
        "SRC'TIF+DE WIT+JAN:A:1'SRC'TIF+BAKKER+TOON:A:2'SSR+DOCS:HK:1:ZZ:::::"
          + "/P/NLD/NQ1/NLD/01JAN80/M/01JAN31/BAKKER/ANTON'") + PAXLSTTests.two
    let bytes = Array(text.utf8)
    let whole = parse(bytes)
    #expect(whole.persons.count == 4 && whole.codes == [])
    let secondBooking = text.utf8Offset(of: "SRC'TIF+BAKKER")
    let firstEnd = text.utf8Offset(of: "UNA:+.? '")
    for cut in 8..<bytes.count {
      let part = parse(Array(bytes[..<cut]))
      #expect(part.persons == Array(whole.persons.prefix(part.persons.count)), "cut at \(cut)")
      #expect(cut == firstEnd || !part.codes.isEmpty, "cut at \(cut)")
      if cut > secondBooking + 3 { #expect(part.persons.count >= 1) }
      if cut >= firstEnd { #expect(part.persons.count >= 2) }
    }
  }

  @Test(arguments: [
    ("\u{FEFF}", ""), ("QU AMSZZZZ\r\n.LONZZXX 272100\r\n", "\r\n\u{3}\r\n"), ("UNA:+ '\r\n", ""),
    ("", "\nUNB is nothing here, UNA neither\n"),
  ]) func surroundings(before: String, after: String) {
    let parsed = parse(before + FramingTests.message + after)
    #expect(parsed.persons == parse(FramingTests.message).persons)
  }

  @Test(arguments: ["\r", "\n", "\r\n"], [20, 60, 64, 69]) func wraps(lineEnd: String, width: Int) {
    let bytes = Array(FramingTests.message.utf8)
    var wrapped: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if index > 0, index % width == 0 { wrapped += Array(lineEnd.utf8) }
      wrapped.append(byte)
    }
    #expect(parse(wrapped) == parse(bytes))
  }

  @Test func otherSeparatorsWithAndWithoutAdvice() {
    let map: [Character: Character] = ["'": "~", "+": "^", ":": "|"]
    let body = String(FramingTests.message.dropFirst(9).map { map[$0] ?? $0 })
    let expected = parse(FramingTests.message)
    #expect(parse(body) == expected)
    #expect(parse("UNA|^.\\*~\r\n" + body) == expected)
    #expect(parse("UNA|^\\*~" + body).persons == expected.persons)
    let control: [Character: Character] = ["~": "\u{1C}", "^": "\u{1D}", "|": "\u{1F}"]
    #expect(parse(String(body.map { control[$0] ?? $0 })) == expected)
  }

  @Test func releasedAndStrayTerminators() {
    #expect(
      parse(pnrgov("SRC'TIF+O?'NEAL ?+ CO+JAN:A:1'")).persons[0].contains("\"O'NEAL + CO\""))
    for surname in ["O'NEAL", "O'LEE"] {
      let parsed = parse(pnrgov("SRC'TIF+\(surname)+JAN:A:1'"))
      #expect(parsed.persons[0].contains("\"surname\":\"\(surname)\",\"given\":\"JAN\""))
      #expect(parsed.codes.contains("SYNTAX"))
    }
    let free = parse(pnrgov("SRC'IFT+4:28+TEXT SRC'TIF+DE WIT+JAN:A:1'"))
    #expect(free.persons.count == 1 && free.counts.bookings == 1)
  }

  @Test func unknownSegmentsAndEmptyOnesKeepTheGroup() {
    let text = pnrgov(
      "SRC'TIF+DE WIT+JAN:A:1'XYZ+1'''SSR+DOCS:HK:1:ZZ:::::/P/NLD/NQ1/NLD/01JAN80/M/01JAN31/DE WIT/JAN'"
    )
    let parsed = parse(text)
    #expect(parsed.persons.count == 1 && parsed.persons[0].contains("NQ1"))
    #expect(parsed.codes.contains("SYNTAX"))
  }

  @Test func missingTrailersAndTextBetweenMessages() {
    let noUNT = parse(FramingTests.message.replacing("UNT+", with: "ERC+"))
    #expect(noUNT.persons == parse(FramingTests.message).persons)
    #expect(noUNT.codes.contains("TRUNCATED"))
    let text = FramingTests.message.replacing("UNZ+1", with: "13Nov09\nUNZ+1")
    #expect(parse(text).persons.count == 2)
    #expect(parse(text).codes == ["SYNTAX"])
    let noTerminator = String(FramingTests.message.dropLast()) + "\n" + PAXLSTTests.two
    #expect(parse(noTerminator).persons.count == 4)
    #expect(parse(noTerminator).codes.contains("SYNTAX"))
  }

  @Test func lostTerminatorIsContained() {
    var limits = Limits.standard
    limits.segmentBytes = 400
    let long = String(repeating: "X", count: 900)
    let text = pnrgov("SRC'TIF+DE WIT+JAN:A:1'IFT+4:28+\(long)'SRC'TIF+BAKKER+TOON:A:1'")
    for block in [7, 100, 1 << 20] {
      let parsed = parse(text, block: block, limits: limits)
      #expect(parsed.persons.count == 2)
      #expect(parsed.codes.filter { $0 == "TOO_LARGE" }.count == 1)
    }
  }

  @Test func otherMessagesAreCountedAndUnknownOnesReported() {
    let answer = "UNB+UNOA:4+A+B+261127:2100+R'UNH+1+CUSRES:D:05B:UN'BGM+962'UNT+3+1'UNZ+1+R'"
    #expect(parse(answer).codes == [])
    #expect(parse(answer).counts.messagesSkipped == 1)
    #expect(parse(answer.replacing("CUSRES", with: "PAORES")).codes == ["UNKNOWN_MESSAGE"])
  }

  @Test func randomBytesNeverStopTheParser() {
    var seed: UInt64 = 20_261_128
    func random() -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return seed >> 33
    }
    let bytes = Array(FramingTests.two.utf8)
    for _ in 0..<3000 {
      var damaged = bytes
      for _ in 0..<(1 + random() % 6) {
        damaged[Int(random()) % damaged.count] = UInt8(truncatingIfNeeded: random())
      }
      let parsed = parse(damaged, block: 1 + Int(random() % 300))
      #expect(parsed.persons.count < 40, "seed 20261128")
    }
  }
}

extension String {
  fileprivate func utf8Offset(of part: String) -> Int {
    let bytes = Array(utf8)
    let wanted = Array(part.utf8)
    return (0..<(bytes.count - wanted.count)).first {
      Array(bytes[$0..<$0 + wanted.count]) == wanted
    } ?? -1
  }

  fileprivate init(_ characters: [Character]) { self.init(characters.map { String($0) }.joined()) }
}

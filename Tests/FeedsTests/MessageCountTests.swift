import Foundation
import Records
import TestSupport
import Testing

@testable import Feeds

/// The books of a file balance, whatever happened to it.
@Suite struct MessageCountTests {
  private static let answers = ["CUSRES", "ACKRES", "GOVREQ", "CONTRL", "PAORES"].map {
    "UNB+UNOA:4+A+B+261127:2100+R'UNH+1+\($0):D:05B:UN'BGM+962'UNT+3+1'UNZ+1+R'"
  }
  private static let everything =
    PNRGOVTests.family + answers.joined() + PAXLSTTests.two + "mail footer\n"
    + pnrgov("SRC'TIF+SMITH+JOHN:A:1'UNT+5+1'SRC'TIF+DOE+JANE:A:2'")

  private func balances(_ counts: FeedCounts) -> Bool {
    counts.messages
      == counts.messagesParsed + counts.messagesSkipped + counts.messagesQuarantined
  }

  /// Of an EDIFACT file: also one push for each message that was parsed, in the order of the file.
  private func balances(_ bytes: some Collection<UInt8>) -> Bool {
    var counts = FeedCounts()
    var ordinals: [UInt32] = []
    eachBatch(of: Array(bytes), block: 4096) { batch in
      counts += batch.counts
      ordinals += batch.pushes.map { batch.messages[Int($0.message)].ordinal }
    }
    return balances(counts) && ordinals.count == counts.messagesParsed
      && Set(ordinals).count == ordinals.count && ordinals == ordinals.sorted()
  }

  @Test func everyMessageIsParsedSkippedOrQuarantined() {
    let counts = parse(MessageCountTests.everything).counts
    #expect(counts.messages == 8 && counts.messagesParsed == 3)
    #expect(counts.messagesSkipped == 4 && counts.messagesQuarantined == 1)
  }

  /// Random damage to the tags and trailers of the envelope.
  @Test func booksBalanceWhateverIsLost() {
    let segments = MessageCountTests.everything.split(separator: "'")
    var random = SeededGenerator(seed: 20_261_128)
    for round in 0..<2000 {
      var left = segments
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = left.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<3, using: &random) {
        case 0: left.remove(at: index)
        case 1: left.insert(left[index], at: left.indices.randomElement(using: &random) ?? 0)
        default: left.swapAt(index, left.indices.randomElement(using: &random) ?? 0)
        }
      }
      let text = left.joined(separator: "'")
      #expect(balances(Array(text.utf8)), "round \(round)")
    }
  }

  @Test func booksBalanceWhereverTheFileIsCut() {
    let bytes = Array(MessageCountTests.everything.utf8)
    for cut in bytes.indices {
      #expect(balances(bytes[..<cut]), "cut at \(cut)")
      #expect(balances(bytes[cut...]), "begun at \(cut)")
    }
  }

  @Test(arguments: ["surname,given\nDOE,JANE\n", "surname\n", "surname,given\nDOE,\"JA"])
  func aTableIsOneMessage(text: String) {
    let counts = parse(text).counts
    #expect(counts.messages == 1 && counts.messagesParsed == 1 && balances(counts))
  }

  @Test func countsOfTheEnvelopeAreCompared() {
    let text = pnrgov("SRC'TIF+SMITH+JOHN:A:1'")
    let right = parse(text).counts
    #expect(right.unt.statements == 1 && right.unt.stated == 7 && right.unt.found == 7)
    #expect(right.unz.statements == 1 && right.unz.different == 0 && right.une.statements == 0)
    let wrong = parse(
      text.replacing("UNH+", with: "UNG+PNRGOV+A+B+261127:2100+G1+IA+13:1'UNH+")
        .replacing("UNT+7", with: "UNT+9").replacing("UNZ+1", with: "UNE+4+G1'UNZ+3")
    ).counts
    #expect(wrong.unt.stated == 9 && wrong.unt.found == 7 && wrong.unt.different == 1)
    #expect(wrong.une.stated == 4 && wrong.une.found == 1 && wrong.une.different == 1)
    #expect(wrong.unz.stated == 3 && wrong.unz.found == 1 && wrong.unz.different == 1)
    #expect(parse(text.replacing("UNT+7+1'", with: "UNT'")).counts.unt == CountCheck())
  }

  @Test(.enabled(if: SharedFolder.isPresent, "../shared is not beside the project"))
  func booksBalanceForTheCorpus() throws {
    let folder = try #require(SharedFolder.url).appending(path: "corpus/feeds")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    var read = 0
    for case let name as String in files where !name.hasSuffix(".jsonl") && name.contains("/") {
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { continue }
      let bytes = [UInt8](data.prefix(1 << 17))
      guard FeedSniffer.isEDIFACT(bytes) else { continue }
      let whole = parse(bytes).counts
      #expect(balances(bytes), "\(name)")
      if whole.messages > 0 { read += 1 }
      for cut in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
        #expect(balances(bytes[..<cut]), "\(name) cut at \(cut)")
        #expect(balances(bytes[cut...]), "\(name) begun at \(cut)")
      }
    }
    #expect(read >= 70)
  }
}

import Bytes
import Feeds
import Foundation
import Records
import TestSupport
import Testing

@testable import Screening

/// What is filed of messages that a feed repeats, wherever its blocks end.
struct MessageCopiesTests {
  private struct Filed {
    var resolved: Resolved
    var byteCount = 0
    var pushes = 0
    var persons = 0
    var copies = 0
  }

  private func booking(_ number: Int, _ surname: String = "") -> String {
    "SRC'RCI+KL:ABC\(100 + number)+1A:XYZ\(100 + number)'"
      + "TIF+\(surname.isEmpty ? "VOORBEELD\(number)" : surname)+JURGENTJE:A:1'"
  }

  private func push(_ time: String, _ function: String, _ bookings: [String]) -> String {
    let text = bookings.joined()
    return "UNA:+.?*'UNB+IATA:1+KL+NLPIU+261128:\(time)+R1++PNRGOV'UNH+1+PNRGOV:13:1:IA+KL1007'"
      + "MSG+:\(function)'ORG+KL:AMS'TVL+281126:1800:281126:1930+AMS+LHR+KL+1007'"
      + "EQN+\(bookings.count)'" + text
      + "UNT+\(6 + text.filter { $0 == "'" }.count)+1'UNZ+1+R1'\n"
  }

  /// Files the text as so many files, and brings its one leg to its end state.
  private func file(_ text: String, files: Int = 1, blockBytes: Int = 1 << 20) throws -> Filed {
    let store = LegStore(SpillStore(folder: "/tmp", memoryBytesMax: 1 << 24))
    try withTemporaryFile(Array(text.utf8)) { path in
      var filer = LegFiler(store, today: nil)
      var batch = PassengerBatch()
      for file in 0..<files {
        var feed = try FeedFile(path: path, blockBytes: blockBytes)
        while try feed.nextBatch(into: &batch) { try filer.file(batch, from: UInt32(file)) }
      }
      try filer.handOver()
    }
    let ranks = Array(0..<files)
    var gatherer = RecordGatherer(ranks: ranks)
    var filed = Filed(resolved: resolve(PassengerBatch()))
    var bytes: [UInt8] = []
    for stretch in (0..<LegStore.partitions).flatMap({ store.stretches(of: $0) }) {
      try store.load(stretch, into: &bytes)
      filed.byteCount += bytes.count
      gatherer.take(bytes)
    }
    var entries: [FiledRecordReader.Entry] = []
    FiledRecordReader.entries(gatherer.bytes.span, into: &entries)
    var reader = FiledRecordReader(ranks: ranks)
    var batch = PassengerBatch()
    for entry in entries { reader.read(gatherer.bytes.span, at: entry.start, into: &batch) }
    let leg = try #require(entries.first?.leg)
    #expect(entries.allSatisfy { $0.leg == leg })
    filed.resolved = resolve(batch)
    filed.pushes = batch.pushes.count
    filed.persons = batch.passengers.count
    filed.copies = gatherer.repeated[leg, default: 0] + store.takeCopies(of: leg, ranks: ranks)
    return filed
  }

  /// An update so often that the file's head, which is read at once whatever the blocks, holds nothing else.
  private var head: String {
    let update = push("0400", "141", [booking(0)])
    return String(repeating: update, count: 1 + FeedSniffer.headBytes / update.utf8.count)
  }

  /// Two full pushes, of which the second leaves a booking out, and an update.
  private var night: String {
    push("0500", "22", (0..<40).map { booking($0) })
      + push("0600", "22", (0..<39).map { booking($0) })
      + push("0700", "141", (20..<25).map { booking($0) })
  }

  @Test(arguments: [97, 300, 1000, 2048, 4096, 1 << 20])
  func copiesCutByBlocksGiveTheSameEndState(blockBytes: Int) throws {
    let once = try file(push("0400", "141", [booking(0)]) + night)
    #expect(once.persons == 85 && once.pushes == 4 && once.copies == 0)
    #expect(once.resolved.off == ["VOORBEELD39/JURGENTJE"])
    #expect(once.resolved.account.pushes.filter(\.isComplete).count == 4)
    let text = head + String(repeating: night, count: 7)
    let copied = try file(text, files: 2, blockBytes: blockBytes)
    #expect(copied.resolved.lines == once.resolved.lines)
    #expect(copied.resolved.account.pushes == once.resolved.account.pushes)
    #expect(copied.resolved.codes == once.resolved.codes)
    #expect(copied.persons == 85 && copied.pushes == 4)
    let told = text.components(separatedBy: "TIF+").count - 1
    #expect(copied.copies == 2 * told - 85)
    // A file says each message once.
    #expect(copied.byteCount == 2 * once.byteCount)
  }

  /// Both name as many bookings, persons and segments: only whom they name tells them apart.
  @Test(arguments: [97, 1000, 1 << 20])
  func messagesThatAreAlikeButForAPersonAreTwo(blockBytes: Int) throws {
    let alike =
      push("0500", "22", [booking(1), booking(2)])
      + push("0500", "22", [booking(1, "TESTPERSOON"), booking(2)])
    for times in 1...3 {
      let filed = try file(
        head + String(repeating: alike, count: times), blockBytes: blockBytes)
      #expect(filed.pushes == 3 && filed.persons == 5)
      #expect(filed.resolved.codes.contains { $0.hasPrefix("PUSH_ORDER") })
    }
  }

  @Test func aMessageWithoutTimeIsNoCopy() throws {
    let undated = night.replacing("261128:", with: "269999:")
    #expect(try file(undated + undated).persons == 2 * 84)
  }

  @Test func copiesAreCountedOnceAndNotInDuplicates() {
    let store = LegStore(SpillStore(folder: "/tmp", memoryBytesMax: 0))
    store.add(copies: [5: 10, 7: 1], in: 0)
    store.add(copies: [5: 200], in: 1)
    store.add(copies: [5: 3000], in: 2)
    #expect(store.takeCopies(of: 5, ranks: [1, -1, 0]) == 3010)
    #expect(store.takeCopies(of: 5, ranks: [1, -1, 0]) == 0)
    #expect(store.takeCopies(of: 7, ranks: [-1, -1, 0]) == 0)
  }

  @Test func ofVeryManyMessagesTheFirstAreForgotten() {
    var known = KnownMessages()
    let digests = (0...KnownMessages.digestsMax).map { String($0) }
    let asked = digests + [digests[KnownMessages.digestsMax], digests[0]]
    let isNew = asked.map { known.insert($0) }
    #expect(isNew == digests.map { _ in true } + [false, true])
  }
}

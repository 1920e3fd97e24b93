import Bytes
import Testing

@Suite struct JSONRecordSplitterTests {
  /// The records with their lines, and the fault that ended them.
  private func split(
    _ bytes: [UInt8], blockBytes: Int = .max, maximumRecordBytes: Int = 1024
  ) -> (records: [String], lines: [Int], fault: JSONFault.Reason?) {
    var splitter = JSONRecordSplitter(maximumRecordBytes: maximumRecordBytes)
    var found: (records: [String], lines: [Int], fault: JSONFault.Reason?) = ([], [], nil)
    var position = 0
    while true {
      do throws(JSONFault) {
        if let range = try splitter.next() {
          let record = String(decoding: splitter.bytes[range], as: UTF8.self)
          found.records.append(record.filter { !$0.isWhitespace })
          found.lines.append(splitter.line)
          continue
        }
      } catch {
        found.fault = error.reason
        found.lines.append(splitter.line)
        return found
      }
      if splitter.isFinished { return found }
      if position == bytes.count {
        splitter.finish()
      } else {
        let end = position + min(blockBytes, bytes.count - position)
        splitter.append(bytes.span.extracting(position..<end))
        position = end
      }
    }
  }

  private func split(_ text: String) -> (records: [String], lines: [Int], fault: JSONFault.Reason?)
  {
    split(Array(text.utf8))
  }

  private static let lines = "\u{FEFF}\r\n{\"a\":\"]\"}\r\n\r\n  {\"b\":[1]}\n\n"
  private static let array = " \n[{\"a\":\"]}\\\"[\"},\n\n {\"b\":[1,{}]} ,\n\"\\\\\"\n] \n"

  @Test func cutsLines() {
    let found = split(Self.lines)
    #expect(found.records == ["{\"a\":\"]\"}", "{\"b\":[1]}"])
    #expect(found.lines == [2, 4] && found.fault == nil)
  }

  @Test func cutsAnArray() {
    let found = split(Self.array)
    #expect(found.records == ["{\"a\":\"]}\\\"[\"}", "{\"b\":[1,{}]}", "\"\\\\\""])
    #expect(found.lines == [2, 4, 5] && found.fault == nil)
  }

  @Test(arguments: [lines, array]) func isTheSameInBlocksOfAnySize(_ text: String) {
    let bytes = Array(text.utf8)
    let whole = split(bytes)
    for size in 1...bytes.count {
      let found = split(bytes, blockBytes: size)
      #expect(found.records == whole.records && found.lines == whole.lines)
      #expect(found.fault == nil)
    }
  }

  @Test(
    arguments: [
      ("", nil), (" \n", nil), ("[]", nil), (" [ ] ", nil), ("\u{FEFF}", nil),
      ("{}", .noLineEnd), ("{}\n{", .noLineEnd), ("[", .brokenOff), ("[1,", .brokenOff),
      ("[\"]", .brokenOff), ("[{]", .brokenOff), ("[1]]", .trailing), ("[]{}", .trailing),
      ("[1]\n[2]\n", .trailing),
    ] as [(String, JSONFault.Reason?)])
  func endsAsItShould(_ text: String, _ reason: JSONFault.Reason?) {
    #expect(split(text).fault == reason)
  }

  /// What stands between two commas is a record, so that the parser refuses it.
  @Test func givesEmptyElements() {
    #expect(split("[1,]").records == ["1", ""])
    #expect(split("[,1]").records == ["", "1"])
  }

  @Test(arguments: [lines, array]) func everyCutIsFoundOrEndsALine(_ text: String) {
    let bytes = Array(text.utf8)
    let whole = split(bytes)
    for end in 1..<bytes.count {
      let found = split(Array(bytes[..<end]))
      #expect(whole.records.starts(with: found.records))
      if found.records.count < whole.records.count, text == Self.array, end > 2 {
        #expect(found.fault == .brokenOff)
      }
    }
  }

  @Test func aFaultHasTheLineAtWhichItsRecordBegins() {
    #expect(split("{}\n\n{\"a\":\n").lines == [1, 3])
    #expect(split("{}\n\n{\"a\":").lines == [1, 3])
    #expect(split("[\n{},\n\n{\n\"a\"").lines == [2, 4])
    #expect(split("[]\n\n{}").lines == [3])
  }

  @Test func limitsTheSizeOfARecord() {
    let long = Array("[\"\(String(repeating: "a", count: 100))\"]".utf8)
    #expect(split(long, maximumRecordBytes: 200).fault == nil)
    #expect(split(long, blockBytes: 7, maximumRecordBytes: 50).fault == .tooLarge)
    let line = Array("\"\(String(repeating: "a", count: 100))\"\n".utf8)
    #expect(split(line, blockBytes: 7, maximumRecordBytes: 50).fault == .tooLarge)
  }
}

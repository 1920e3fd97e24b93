import Bytes
import Foundation
import TestSupport
import Testing

@Suite struct JSONParserTests {
  private func parse(_ text: String) throws(JSONFault) -> JSONValue {
    try JSONParser.parse(Array(text.utf8).span)
  }

  private func fault(_ bytes: [UInt8], maximumDepth: Int = 64) -> JSONFault.Reason? {
    do throws(JSONFault) {
      _ = try JSONParser.parse(bytes.span, maximumDepth: maximumDepth)
      return nil
    } catch { return error.reason }
  }

  @Test func keepsTheOrderOfMembersAndTheDigitsOfNumbers() throws {
    let value = try parse(#" { "b" : [ 1.50e+3 , -0 , true , null ] , "a" : { } , "c" : [ ] } "#)
    #expect(
      value
        == .object(
          JSONObject([
            .init(
              key: "b", value: .array([.number("1.50e+3"), .number("-0"), .boolean(true), .null])),
            .init(key: "a", value: .object(JSONObject([]))), .init(key: "c", value: .array([])),
          ])))
  }

  @Test(arguments: [
    (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\uD83D\uDE00x""#, "é😀x"),
    (#""Ж\u0416""#, "ЖЖ"), ("\"\u{7F}\"", "\u{7F}"), (#""\u0000""#, "\0"),
    (
      "\"a text of more than sixteen bytes \\u00E9 and more of it\"",
      "a text of more than sixteen bytes é and more of it"
    ),
  ])
  func decodesStrings(_ json: String, _ text: String) throws {
    #expect(try parse(json) == .string(text))
  }

  @Test(arguments: [
    ("", JSONFault.Reason.brokenOff), ("[1,", .brokenOff), ("{\"a\"", .brokenOff),
    ("\"a", .brokenOff), ("tru", .brokenOff), ("-", .brokenOff), ("1.", .brokenOff),
    ("[1,]", .unexpected), ("[,1]", .unexpected), ("{,}", .unexpected), ("{\"a\":1,}", .unexpected),
    ("{a:1}", .unexpected), ("{\"a\" 1}", .unexpected), ("[1 2]", .unexpected),
    ("'a'", .unexpected), ("TRUE", .unexpected), ("NaN", .unexpected), ("\u{FEFF}1", .unexpected),
    ("[1}", .unexpected), ("1 1", .trailing), ("{}x", .trailing), ("01", .number), ("-a", .number),
    ("1.e5", .number), ("1ex", .number), ("+1", .unexpected), (".5", .unexpected),
    ("\"a\tb\"", .controlCharacter), ("\"a\nb\"", .controlCharacter), ("\"\0\"", .controlCharacter),
    (#""\x""#, .escape), (#""\u12g4""#, .escape), (#""\uD800""#, .surrogate),
    (#""\uDC00""#, .surrogate), (#""\uD800\u0041""#, .surrogate), (#""\uD800\n""#, .surrogate),
    (#"{"a":1,"b":2,"a":3}"#, .duplicateKey), (#"{"a":1,"\u0061":3}"#, .duplicateKey),
  ])
  func refuses(_ text: String, _ reason: JSONFault.Reason) {
    #expect(fault(Array(text.utf8)) == reason)
  }

  @Test func findsDuplicatesAmongManyKeys() {
    let members = (0..<40).map { "\"k\($0)\":0" }
    #expect(fault(Array("{\(members.joined(separator: ","))}".utf8)) == nil)
    #expect(fault(Array("{\(members.joined(separator: ",")),\"k7\":1}".utf8)) == .duplicateKey)
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
      [0x5C, 0x6E, 0xE2, 0x82],
    ] as [[UInt8]])
  func refusesWhatIsNotUTF8(_ bytes: [UInt8]) {
    #expect(fault([0x22] + bytes + [0x22]) == .encoding)
  }

  @Test func limitsTheDepth() {
    func nested(_ depth: Int) -> [UInt8] {
      Array(String(repeating: "[", count: depth).utf8)
        + Array(String(repeating: "]", count: depth).utf8)
    }
    #expect(fault(nested(8), maximumDepth: 8) == nil)
    #expect(fault(nested(9), maximumDepth: 8) == .tooDeep)
    #expect(fault(nested(1_000_000)) == .tooDeep)
  }

  /// No beginning of a text is a text, and says so.
  @Test func everyCutBreaksOff() {
    let text = #"{"é":[1,"a\u00e9\uD83D\uDE00",{"b":true,"c":null}],"long enough for vectors":"x"}"#
    let bytes = Array(text.utf8)
    #expect(fault(bytes) == nil)
    for end in bytes.indices {
      let reason = fault(Array(bytes[..<end]))
      #expect(reason == .brokenOff, "cut at \(end): \(String(describing: reason))")
    }
  }

  // MARK: Beside Foundation

  @Test func readsGeneratedValuesAsFoundationDoes() throws {
    var random = SeededGenerator(seed: 8259)
    for _ in 0..<3_000 {
      var text = ""
      JSONText.append(to: &text, depth: 0, &random)
      let plain = try JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
      #expect(Self.isEqual(try parse(text), plain), "\(text)")
    }
  }

  /// One byte is changed, left out or doubled: whatever is read is what Foundation reads, and what Foundation
  /// refuses is refused. (Foundation reads some things that RFC 8259 forbids.)
  @Test func refusesWhatFoundationRefuses() throws {
    var random = SeededGenerator(seed: 627)
    var read = 0
    for _ in 0..<20_000 {
      var text = ""
      JSONText.append(to: &text, depth: 1, &random)
      var bytes = Array(text.utf8)
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
      case 1: bytes.remove(at: place)
      default: bytes.insert(bytes[place], at: place)
      }
      guard let value = try? JSONParser.parse(bytes.span), !Self.isBeyondDouble(value) else {
        continue
      }
      read += 1
      let plain = try? JSONSerialization.jsonObject(
        with: Data(bytes), options: .fragmentsAllowed)
      #expect(
        plain.map { Self.isEqual(value, $0) } == true, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(read > 1_000)
  }

  /// Foundation refuses numbers that no `Double` can hold.
  private static func isBeyondDouble(_ value: JSONValue) -> Bool {
    switch value {
    case .number(let text): Double(text)?.isFinite != true
    case .array(let values): values.contains(where: isBeyondDouble)
    case .object(let object): object.members.contains { isBeyondDouble($0.value) }
    default: false
    }
  }

  private static func isEqual(_ value: JSONValue, _ plain: Any) -> Bool {
    switch value {
    case .null: plain is NSNull
    case .boolean(let boolean): (plain as? NSNumber)?.boolValue == boolean
    case .number(let text): (plain as? NSNumber)?.doubleValue == Double(text)
    case .string(let text): (plain as? String) == text
    case .array(let values):
      (plain as? [Any]).map { plain in
        plain.count == values.count && zip(values, plain).allSatisfy { isEqual($0, $1) }
      } ?? false
    case .object(let object):
      (plain as? [String: Any]).map { plain in
        plain.count == object.members.count
          && object.members.allSatisfy { member in
            plain[member.key].map { isEqual(member.value, $0) } ?? false
          }
      } ?? false
    }
  }
}

/// JSON texts by chance.
private enum JSONText {
  static func append(to text: inout String, depth: Int, _ random: inout SeededGenerator) {
    switch Int.random(in: 0..<(depth < 5 ? 9 : 7), using: &random) {
    case 0: text += ["true", "false", "null"].randomElement(using: &random) ?? ""
    case 1: text += String(Int.random(in: -99_999...99_999, using: &random))
    case 2:
      text += String(Int.random(in: -99...99, using: &random))
      text += [".5", ".25e3", "e-7", "E+2", ".0"].randomElement(using: &random) ?? ""
    case 3...5: string(to: &text, &random)
    case 6: text += depth.isMultiple(of: 2) ? "[]" : "{}"
    case 7:
      text += "["
      for index in 0...Int.random(in: 0..<5, using: &random) {
        text += index == 0 ? "" : blank(&random) + "," + blank(&random)
        append(to: &text, depth: depth + 1, &random)
      }
      text += "]"
    default:
      text += "{"
      for index in 0...Int.random(in: 0..<20, using: &random) {
        text += index == 0 ? "" : "," + blank(&random)
        text += "\"k\(index)\"" + blank(&random) + ":" + blank(&random)
        append(to: &text, depth: depth + 3, &random)
      }
      text += "}"
    }
  }

  private static func blank(_ random: inout SeededGenerator) -> String {
    ["", "", " ", "\n", "\t\r\n "].randomElement(using: &random) ?? ""
  }

  private static func string(to text: inout String, _ random: inout SeededGenerator) {
    let pieces = [
      "a", "Zz", " ", "é", "Ж", "عبد", "漢", "😀", #"\n"#, #"\""#, #"\\"#, #"\/"#, #"\u00e9"#,
      #"\uD83D\uDE00"#, #"\u0001"#, "{", "]", ",", ":", "a longer run of plain text",
    ]
    text += "\""
    for _ in 0..<Int.random(in: 0..<9, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
    }
    text += "\""
  }
}

import Testing

@testable import Bytes

struct XMLPushParserTests {
  private static let vocabulary = XMLVocabulary(
    [("root", 1), ("unit", 2), ("name", 3), ("secret", 4), ("id", 5)], text: [3], skipped: [4],
    unit: 2)

  /// The tape as text: `<1`, `>1`, values and texts in quotes.
  private func tape(_ pieces: [String], depthMax: Int = 16) -> (String, XMLPushParser) {
    let parser = XMLPushParser(Self.vocabulary, depthMax: depthMax)
    var out = ""
    for piece in pieces {
      parser.parse(Array(piece.utf8).span)
      let found = parser.found
      for event in found.events {
        let range = Int(event.range.lowerBound)..<Int(event.range.upperBound)
        switch event.kind {
        case .start:
          out += "<\(event.name)"
          for attribute in found.attributes[range] {
            let value = Int(attribute.range.lowerBound)..<Int(attribute.range.upperBound)
            out += "[\(attribute.name)=\(String(decoding: found.bytes[value], as: UTF8.self))]"
          }
        case .end: out += ">\(event.name)"
        case .text: out += "'\(String(decoding: found.bytes[range], as: UTF8.self))'"
        }
      }
    }
    return (out, parser)
  }

  private static let document =
    "<Root xmlns='urn:x'><p:Unit ID='a&amp;b' other='1'><Name>A &lt; <![CDATA[B]]></Name>"
    + "<secret id='s'><name>no</name></secret><any>no</any></p:Unit></Root>"

  @Test func namesBecomeNumbersAndTheRestIsPassedOver() {
    let (out, parser) = tape([Self.document])
    #expect(out == "<1<2[5=a&b]<3'A ''<'' ''B'>3<0>0>2>1")
    #expect(parser.state == .ended(at: Self.document.utf8.count))
    #expect(String(decoding: parser.tagsAroundUnit, as: UTF8.self) == "<Root>")
  }

  @Test func cutAtEveryByteTheTapeHoldsTheSame() {
    let whole = tape([Self.document]).0.replacing("''", with: "")
    let bytes = Array(Self.document)
    for cut in 1..<bytes.count {
      let (out, _) = tape([String(bytes[..<cut]), String(bytes[cut...])])
      #expect(out.replacing("''", with: "") == whole, "cut at \(cut)")
    }
    let (single, _) = tape(bytes.map { String($0) })
    #expect(single.replacing("''", with: "") == whole)
  }

  @Test func positionsAreThoseOfTheTags() {
    let parser = XMLPushParser(Self.vocabulary, depthMax: 16)
    let text = "<root>\n  <unit id='1'/><unit\nid='2'></unit></root>"
    parser.parse(Array(text.utf8).span)
    let starts = parser.found.events.filter { $0.kind == .start }.map(\.position)
    #expect(starts == [0, 9, 23])
  }

  @Test func faultsEndTheTape() {
    let (_, broken) = tape(["<root><unit></root>"])
    guard case .fault(let fault, _) = broken.state else {
      Issue.record("no fault")
      return
    }
    #expect(fault.code == 76)
    guard case .tooDeep = tape(["<root><unit><name><any><any>"], depthMax: 4).1.state else {
      Issue.record("five elements inside each other")
      return
    }
    let (out, typed) = tape(["<!DOCTYPE root [<!ENTITY a 'b'>]><root>&a;</root>"])
    #expect(out == "")
    guard case .documentType = typed.state else {
      Issue.record("the document type was not refused")
      return
    }
  }
}

struct XMLTextTests {
  private func convert(_ bytes: [UInt8], _ encoding: String = "") -> (String, [Int], Bool) {
    var text = XMLText()
    _ = text.begin(encoding: encoding)
    text.convert(bytes.span, 0..<bytes.count)
    return (String(decoding: text.clean, as: UTF8.self), text.mended, text.deviation != nil)
  }

  @Test func mendsWhatIsNoReference() {
    let (text, mended, _) = convert(Array("<a>&amp;&#65;&#x41; & &b; &#0;\u{1}</a>".utf8))
    #expect(text == "<a>&amp;&#65;&#x41; &amp; &amp;b; &amp;#0; </a>")
    #expect(mended == [20, 22, 26, 30])
  }

  @Test func leavesCommentsAndSectionsAlone() {
    let source = "<!-- & --><a><![CDATA[ & > ]]>&</a>"
    #expect(convert(Array(source.utf8)).0 == "<!-- & --><a><![CDATA[ & > ]]>&amp;</a>")
    var text = XMLText()
    _ = text.begin(encoding: "")
    var out: [UInt8] = []
    for piece in ["<!-- & >", " & -->", "<a>", "<![CDATA[&>", "&]]>", "&", "</a>"] {
      let bytes = Array(piece.utf8)
      text.convert(bytes.span, 0..<bytes.count)
      out += text.clean
    }
    #expect(
      String(decoding: out, as: UTF8.self) == "<!-- & > & --><a><![CDATA[&>&]]>&amp;</a>")
  }

  @Test func indicesLeadBack() {
    var text = XMLText()
    let isKnown = text.begin(encoding: "ISO-8859-1")
    #expect(isKnown)
    let bytes: [UInt8] = [0x3C, 0xDC, 0x26, 0x61, 0xDC, 0x62]
    text.convert(bytes.span, 0..<6)
    #expect(String(decoding: text.clean, as: UTF8.self) == "<\u{DC}&amp;a\u{DC}b")
    #expect([0, 1, 3, 8, 9, 11].map { text.raw($0) } == [0, 1, 2, 3, 4, 5])
  }

  @Test func knowsEightBitSetsAndNoOthers() {
    for name in ["ISO-8859-1", "iso-8859-15", "windows-1250", "windows-1257", "KOI8-R", "CP866"] {
      var text = XMLText()
      let isKnown = text.begin(encoding: name)
      #expect(isKnown, "\(name)")
    }
    for name in ["GBK", "SHIFT_JIS", "EUC-JP", "BIG5", "nothing", "EBCDIC-US"] {
      var text = XMLText()
      let isKnown = text.begin(encoding: name)
      #expect(!isKnown, "\(name)")
    }
  }
}

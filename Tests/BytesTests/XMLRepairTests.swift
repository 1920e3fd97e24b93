import Testing

@testable import Bytes

/// Broken XML made well-formed.
struct XMLRepairTests {
  private static let vocabulary = XMLVocabulary(
    [("unit", 1), ("box", 2), ("t", 3), ("all", 4), ("part", 5), ("note", 6)], text: [3, 6],
    skipped: [], unit: 1, units: 4, followers: [1: [1], 2: [2], 6: [6, 2]], parts: [2: [3]])

  @Test(arguments: [
    ("<unit><box a=\"1\"><t>x</t></box></unit>", "<unit><box a=\"1\"><t>x</t></box></unit>"),
    // Text.
    ("<unit>1 < 2 & 3 ]]> <</unit>", "<unit>1 &lt; 2 & 3 ]]&gt; &lt;</unit>"),
    ("<unit><!-- <box> --><?p ?><![CDATA[<&>]]></unit>", "<unit>&lt;&amp;&gt;</unit>"),
    ("<unit><!-- <part/></unit>", "<unit>&lt;!-- <part/></unit>"),
    // Attributes.
    ("<unit a=1 b='2' a=\"3\" c d=\"4/>", "<unit a=\"1\" b=\"2\" d=\"4\"/>"),
    ("<unit a=\"1 b=\"2\"></unit>", "<unit a=\"1\" b=\"2\"></unit>"),
    // End tags that are lost.
    ("<unit><part></unit>", "<unit><part/></unit>"),
    ("<unit><box><t>x<t>y</unit>", "<unit><box><t>x</t><t>y</t></box></unit>"),
    ("<unit><box><part/><box></unit>", "<unit><box><part/></box><box></box></unit>"),
    // Start tags that are lost, and end tags too many.
    ("<unit></x><t>1</t><part/></box></unit>", "<unit><box><t>1</t><part/></box></unit>"),
    ("<all><t>1</t></unit>", "<all><unit><t>1</t></unit>"),
    ("<t>1</t></box></unit>", "<unit><box><t>1</t></box></unit>"),
    ("e</t></box><box><t>1</t></box></unit>", "e<unit><box><t>1</t></box></unit>"),
    ("<part/><box><t>1</t></b x></unit>", "<unit><part/><box><t>1</t></box></unit>"),
    (
      "<unit><t>1</t><note>2</box><box><t>3</t></box></unit>",
      "<unit><box><t>1</t><note>2</note></box><box><t>3</t></box></unit>"
    ),
    // Names that differ in one letter, or are cut.
    ("<unt><bx></box></unit>", "<unit><box></box></unit>"),
    ("<unit><b ox></box></unit>", "<unit><box></box></unit>"),
    ("<unit", "<unit></unit>"), ("<unit></unit", "<unit></unit>"), ("", ""),
  ])
  func mends(broken: String, whole: String) {
    let bytes = Array(("__" + broken).utf8)
    let repair = XMLRepair(bytes.span, 2..<bytes.count, Self.vocabulary, hasRoot: false)
    #expect(String(decoding: repair.text, as: UTF8.self) == whole)
  }

  @Test func theRootStaysOpenAndIndicesLeadBack() {
    let bytes = Array("x<root a><all><part><unit/>".utf8)
    let repair = XMLRepair(bytes.span, 0..<bytes.count, Self.vocabulary, hasRoot: true)
    #expect(String(decoding: repair.text, as: UTF8.self) == "<root><all><part/><unit/>")
    let clean = repair.text.indices.filter { repair.text[$0] == 0x3C }
    #expect(clean.map(repair.raw) == bytes.indices.filter { bytes[$0] == 0x3C })
  }

  /// Whatever it is given, the result is well-formed, and it does not take the square of its length.
  @Test func anythingBecomesWellFormed() {
    var state: UInt64 = 7
    let pieces = [
      "<", ">", "/", "unit", "box", "t", " a=", "\"", "'", "!--", "-->", "]]>", "?", "\u{E9}",
    ]
    for round in 0..<3000 {
      var text = ""
      for _ in 0..<(round % 40) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let bytes = Array(text.utf8)
      let repair = XMLRepair(bytes.span, 0..<bytes.count, Self.vocabulary, hasRoot: false)
      let parser = XMLPushParser(Self.vocabulary, depthMax: 100)
      parser.parse(Array("<root>".utf8).span)
      parser.parse(repair.text.span)
      parser.parse(Array("</root>".utf8).span)
      let end = repair.text.count + 13
      #expect(parser.state == .ended(at: end) || text.contains("&"), "\(text)")
    }
    let long = Array(String(repeating: "<unit><box></t><!--</box><a", count: 20_000).utf8)
    #expect(XMLRepair(long.span, 0..<long.count, Self.vocabulary, hasRoot: false).text.count > 100)
  }
}

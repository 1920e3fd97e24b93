import Bytes
import Testing

@Suite struct XMLReaderTests {
  private func nodes(_ text: String) -> [String] { nodes(Array(text.utf8)) }

  /// One short text per node; at most 1000, so that no test runs for ever.
  private func nodes(_ bytes: [UInt8]) -> [String] {
    var reader = XMLReader(bytes)
    var found: [String] = []
    while found.count < 1000 {
      switch reader.next() {
      case .start: found.append("<\(reader.localName) \(reader.depth)")
      case .end: found.append(">")
      case .text: found.append(reader.text)
      case .documentType: found.append("DOCTYPE")
      case .endOfDocument: return found
      case .failure(let fault): return found + ["failure \(fault.reason)"]
      }
    }
    return found
  }

  @Test func givesElementsAndTexts() {
    let found = nodes("<?xml version='1.0'?><a><!-- no --><b>x &amp; y</b><c/><![CDATA[<z>]]></a>")
    #expect(found == ["<a 0", "<b 1", "x & y", ">", "<c 1", ">", "<z>", ">"])
  }

  /// libxml2 compares each attribute of an element with all before it.
  @Test(arguments: [(1_000, true), (1_001, false), (200_000, false)])
  func anElementHasAThousandAttributesAtMost(_ count: Int, _ isRead: Bool) {
    let attributes = (0..<count).map { " a\($0)=''" }.joined()
    // Signs in a text or in another element are none of its attributes.
    let found = nodes("<a><b c='1'/>\n<d\(attributes)/></a>")
    #expect(found.prefix(2) == ["<a 0", "<b 1"])
    #expect(
      found.last == (isRead ? ">" : "failure an element with more than 1000 attributes"))
  }

  @Test func givesNamesByNamespace() {
    var reader = XMLReader(Array("<p:a xmlns:p='urn:one' xmlns:q='urn:two' b='1' q:b='2'/>".utf8))
    #expect(reader.next() == .start)
    #expect(reader.localName == "a")
    #expect(reader.namespace == "urn:one")
    #expect(reader.attribute("b") == "1")
    #expect(reader.attribute("b", namespace: "urn:two") == "2")
    #expect(reader.attribute("b", namespace: "urn:three") == nil)
    #expect(reader.localName == "a")
    #expect(reader.next() == .end)
    #expect(reader.next() == .endOfDocument)
    #expect(reader.next() == .endOfDocument)
  }

  @Test func reportsADocumentTypeBeforeAnyElement() {
    #expect(nodes("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>").first == "DOCTYPE")
    #expect(nodes("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>").first == "DOCTYPE")
  }

  @Test func neverExpandsAnEntity() {
    let found = nodes("<!DOCTYPE a [<!ENTITY e 'secret'>]><a>&e;</a>")
    #expect(!found.contains { $0.contains("secret") })
    #expect(found.last == "failure a reference to an entity, which is not read")
  }

  @Test(arguments: [
    ("", "failure the document is empty or too large"),
    ("<a><b></a>", "failure an end tag is missing or belongs to another element"),
    ("<a>&nbsp;</a>", "failure an entity that is not declared"),
    ("<a b='1' b='2'/>", "failure an attribute stands twice"),
    ("<p:a/>", "failure a namespace prefix that is not declared"),
    ("<a>\u{1}</a>", "failure a byte or character that XML or the encoding does not allow"),
    ("<a/><b/>", "failure the document ends early, or something follows its end"),
  ])
  func refusesWhatIsNotWellFormed(_ text: String, _ last: String) {
    #expect(nodes(text).last == last)
  }

  @Test func refusesBytesThatAreNotTheEncoding() {
    let bytes = Array("<a>M".utf8) + [0xFC] + Array("ller</a>".utf8)
    #expect(nodes(bytes).last?.hasPrefix("failure a byte") == true)
  }

  @Test func readsADeclaredEncoding() {
    let bytes =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>M".utf8) + [0xFC] + Array("</a>".utf8)
    #expect(nodes(bytes) == ["<a 0", "Mü", ">"])
  }

  @Test func limitsTheDepth() {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(nodes(deep).last?.hasPrefix("failure") == true)
  }

  @Test func failsWhenCutAtAnyByte() {
    let bytes = Array("<?xml version='1.0'?><a b='c'><d>é &lt; f</d><g/></a>".utf8)
    for count in bytes.indices {
      let last = nodes(Array(bytes[..<count])).last ?? ""
      #expect(last.hasPrefix("failure"), "cut at \(count)")
    }
    #expect(nodes(bytes).last == ">")
  }

  /// More names than are kept, each seen again after all the others.
  @Test func everyElementKeepsItsOwnName() {
    let names = (0..<2_000).map { "name\($0)" }
    let content = names.map { "<\($0) xmlns='urn:\($0)' of_\($0)=''/>" }.joined()
    var reader = XMLReader(Array("<r>\(content)\(content)</r>".utf8))
    _ = reader.next()
    for name in names + names {
      #expect(reader.next() == .start)
      #expect(reader.localName == name && reader.namespace == "urn:\(name)")
      reader.visitAttributes { attribute, _ in #expect(attribute == "of_\(name)") }
      #expect(reader.next() == .end)
    }
  }
}

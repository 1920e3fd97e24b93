import Records
import Testing

@testable import Feeds

/// PAXLST as interactive systems, crew systems and the old US form send it.
@Suite struct InteractivePAXLSTTests {
  private func people(_ text: String) -> [String] {
    var found: [String] = []
    eachBatch(of: Array(text.utf8), block: 64) { batch in
      for person in batch.passengers {
        let name = batch.text(person.name.surname) + "/" + batch.text(person.name.given)
        found.append("\(name) \(person.kind.label) \(person.status.label)")
      }
    }
    return found
  }

  private func list(_ purpose: String, _ groups: String) -> String {
    paxlst(groups).replacing("BGM+745'", with: "BGM+\(purpose)'")
  }

  @Test(arguments: [
    ("745", ""), ("745+CP", ""), ("266+CLOB", "boarded"), ("266+CLNB", "noShow"),
    ("266+XR", "cancelled"), ("745+XR", "cancelled"), ("266+CL", ""), ("655", ""), ("999+Q", ""),
  ]) func statusOfPassengers(purpose: String, status: String) {
    let text = list(purpose, "NAD+FL+++DOE:JANE'RFF+ABO:7'NAD+DDU+++ROE:RICHARD'")
    #expect(people(text) == ["DOE/JANE passenger \(status)", "ROE/RICHARD transit \(status)"])
  }

  @Test(arguments: [
    ("250", PushFunction.list, ""), ("250+C", .list, ""), ("250+CC", .update, ""),
    ("250+FC", .update, ""), ("336+G", .update, ""), ("336+H", .update, "cancelled"),
  ]) func crew(purpose: String, function: PushFunction, status: String) {
    let text = list(purpose, "NAD+FM+++DOE:JANE'NAD+DDT+++POE:ED'NAD+FL+++ROE:RICHARD'")
    #expect(
      people(text) == [
        "DOE/JANE crew \(status)", "POE/ED crew \(status)", "ROE/RICHARD crew \(status)",
      ])
    var functions: [PushFunction] = []
    eachBatch(of: Array(text.utf8), block: 1 << 20) { batch in
      functions += batch.pushes.map { batch.messages[Int($0.message)].function }
    }
    #expect(functions == [function])
  }

  @Test func othersWithAnAddressAreNoPassengers() {
    let text = list(
      "266+CLOB",
      "NAD+ZZZ+++DESK:ONE'DTM+329:700101'LOC+178+XXX'NAD+VW+++GROUND:SERVICE'NAD+FL+++DOE:JANE'")
    #expect(people(text) == ["DOE/JANE passenger boarded"])
    #expect(parse(text).persons.first?.contains("birthDate") == false)
  }

  @Test func aLostFunctionDoesNotLoseThePerson() {
    let parsed = parse(paxlst("NAD++++DOE:JANE'DTM+329:800101'NAD++++SOME AIRLINE'"))
    #expect(parsed.persons.count == 1 && parsed.codes == ["SYNTAX"])
    #expect(parsed.persons.first?.contains(#""birthDate":"1980-01-01""#) == true)
  }

  @Test(arguments: [("39", "P"), ("PP", "P"), ("P", "P"), ("36", "I"), ("V", "V"), ("AC", "AC")])
  func typesOfDocuments(code: String, letter: String) {
    let parsed = parse(paxlst("NAD+FL+++DOE:JANE'DOC+\(code):110:111+NQ1'"))
    #expect(parsed.persons.first?.contains(#"{"type":"\#(letter)","number":"NQ1"}"#) == true)
  }

  @Test func severalGivenNamesAndDocuments() {
    let parsed = parse(
      paxlst(
        "NAD+FL+++DOE:JANE:MARY ANN'DOC+P+NQ1'DTM+36:280715'LOC+91+NLD'DOC+V+V77'LOC+91+USA'"))
    let line = parsed.persons.first ?? ""
    #expect(line.contains(#""given":"JANE MARY ANN""#))
    #expect(line.contains(#""number":"NQ1","issuer":"NLD","expires":"2028-07-15"}"#))
    #expect(line.contains(#"{"type":"V","number":"V77","issuer":"USA"}"#))
  }

  @Test func whatStandsBehindADocumentComesFirst() {
    let parsed = parse(
      paxlst("NAD+FL+++DOE:JANE'LOC+91+DEU'DTM+36:300101'DOC+P+NB'DTM+36:310101'LOC+91+BEL'"))
    #expect(
      parsed.persons.first?.contains(
        #"{"type":"P","number":"NB","issuer":"BEL","expires":"2031-01-01"}"#) == true)
  }

  @Test(arguments: [
    ("LOC+91+NLD'DOC+P+NA1'DTM+36:310101'LOC+91+USA'DOC+V+NB1'", "NLD 2031-01-01", "USA -"),
    (
      "LOC+91+NLD'DTM+36:310101'DOC+P+NA1'LOC+91+USA'DTM+36:270101'DOC+V+NB1'", "NLD 2031-01-01",
      "USA 2027-01-01"
    ),
    (
      "DTM+36:310101'DOC+P+NA1'LOC+91+NLD'DTM+36:270101'DOC+V+NB1'LOC+91+USA'", "NLD 2031-01-01",
      "USA 2027-01-01"
    ),
    // Two between: the first one is still of the document before.
    ("LOC+91+DEU'DOC+P+NA1'LOC+91+NLD'LOC+91+USA'DOC+V+NB1'", "NLD -", "USA -"),
    ("DOC+P+NA1'LOC+91+NLD'DTM+36:310101'DOC+V+NB1'LOC+91+USA'", "NLD 2031-01-01", "USA -"),
    ("DOC+P+NA1'LOC+91+NLD'LOC+91+'DTM+36:310101'DTM+36:'DOC+V+NB1'", "NLD 2031-01-01", "- -"),
    ("LOC+91+NLD'LOC+91+'DOC+P+NA1'LOC+91+'DOC+V+NB1'", "NLD -", "- -"),
  ]) func whatStandsAheadOfEachDocument(segments: String, passport: String, visa: String) {
    for block in [1, 1 << 20] {
      var found: [String] = []
      eachBatch(of: Array(paxlst("NAD+FL+++DOE:JANE'" + segments).utf8), block: block) { batch in
        found += batch.documents.map {
          let issuer = $0.issuer.isEmpty ? "-" : $0.issuer.description
          return "\(issuer) \($0.expires?.description ?? "-")"
        }
      }
      #expect(found == [passport, visa])
    }
  }

  static let legacy = """
    UNA:+.? 'UNB+UNOA:1+ZZ:ZZ+NLPIU:NL+020131:2359+R1++CEDIPAX'\
    UNH+R1+PAXLST:001:000:ZZ+ZZ1007/020131/2300'CTA+IC+:J DOE'TDT++ZZ1007+40+ZZ'\
    LOC+005+NLAMS:50'DTM+136+020131+1030+M05'LOC+008+GBLHR:50'DTM+132+020131+1130+M05'UNS+D'\
    PDT+P/NQ1:990909:NL+EL AMRANI:MOHAMED:A:590429:M+PAX+NLAMS:GBLHR'\
    PDT+P/NQ2:970902:GB+KAPER:THEA::560704:F+CRW+NLAMS:GBLHR'\
    PDT++DE WIT:JAN+PAX+NLAMS:GBLHR'UNT+12+R1'UNZ+1+R1'
    """

  @Test func theOldUSForm() {
    let parsed = parse(InteractivePAXLSTTests.legacy)
    #expect(parsed.codes == [] && parsed.persons.count == 3)
    let flight = """
      "flights":[{"carrier":"ZZ","number":"1007","date":"2002-01-31","from":"AMS","to":"LHR",\
      "departure":"2002-01-31T10:30"}]
      """
    #expect(
      parsed.persons
        == [
          #"""
          {"kind":"passenger","surname":"EL AMRANI","given":"MOHAMED A","nameSource":"PDT","birthDa\#
          te":"1959-04-29","gender":"M","documents":[{"type":"P","number":"NQ1","issuer":"NLD","ex\#
          pires":"1999-09-09"}],\#(flight)}
          """#,
          #"""
          {"kind":"crew","surname":"KAPER","given":"THEA","nameSource":"PDT","birthDate":"1956-07-0\#
          4","gender":"F","documents":[{"type":"P","number":"NQ2","issuer":"GBR","expires":"1997-0\#
          9-02"}],\#(flight)}
          """#,
          #"""
          {"kind":"passenger","surname":"DE WIT","given":"JAN","nameSource":"PDT",\#(flight)}
          """#,
        ].map { String($0.dropLast()) })
  }

  @Test func theOldUSFormCutAnywhere() {
    let bytes = Array(InteractivePAXLSTTests.legacy.utf8)
    let whole = parse(bytes).persons
    for cut in 40..<(bytes.count - 1) {
      let part = parse(Array(bytes[..<cut]), block: 7)
      #expect(part.persons == Array(whole.prefix(part.persons.count)), "cut at \(cut)")
      #expect(!part.codes.isEmpty, "cut at \(cut)")
    }
  }
}

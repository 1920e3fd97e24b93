import Records
import Testing

@testable import Feeds

/// Messages that nobody is read from, among those that somebody is.
@Suite struct AnswerMessageTests {
  private static func message(_ type: String, _ reference: Int) -> String {
    "UNH+\(reference)+\(type):D:05B:UN'BGM+962'RFF+TN:1'NAD+MS+++ZZ'ERP+2'RFF+AVF:AAA111'"
      + "ERC+0Z'UNT+8+\(reference)'"
  }

  private static func list(_ reference: Int, _ name: String) -> String {
    "UNH+\(reference)+PAXLST:D:12B:UN:IATA'BGM+745'TDT+20+ZZ1007+++ZZ'LOC+125+AMS'"
      + "DTM+189:2611280800:201'LOC+87+LHR'NAD+FL+++\(name)'UNT+8+\(reference)'"
  }

  private static func interchange(_ messages: [String]) -> String {
    "UNB+UNOA:4+ZZ+NLPIU+261127:2100+R1'" + messages.joined() + "UNZ+\(messages.count)+R1'"
  }

  @Test(arguments: ["ACKRES", "CUSRES", "GOVREQ", "CONTRL"], [1, 13, 1 << 20])
  func answersAreSilent(type: String, block: Int) {
    let mixed = Self.interchange([
      Self.message(type, 1), Self.list(2, "DOE:JANE"), Self.message(type, 3),
      Self.list(4, "ROE:RICHARD"), Self.message(type, 5),
    ])
    let parsed = parse(mixed + Self.interchange([Self.message(type, 1)]) + mixed, block: block)
    #expect(parsed.persons.count == 4 && parsed.codes == [])
    #expect(parsed.counts.messages == 11 && parsed.counts.messagesSkipped == 7)
    #expect(parsed.counts.messagesParsed == 4 && parsed.counts.messagesQuarantined == 0)
  }

  @Test(arguments: ["PAORES", "PNRGOX", "IFTMIN", ""], [1, 13, 1 << 20])
  func unknownTypesAreReportedOncePerMessage(type: String, block: Int) {
    let text = Self.interchange([
      Self.message(type, 1), Self.list(2, "DOE:JANE"), Self.message(type, 3),
    ])
    let parsed = parse(text + Self.interchange([Self.list(1, "ROE:RICHARD")]), block: block)
    #expect(parsed.persons.count == 2)
    #expect(parsed.codes == ["UNKNOWN_MESSAGE", "UNKNOWN_MESSAGE"])
    #expect(parsed.counts.messagesQuarantined == 2 && parsed.counts.messagesSkipped == 0)
  }

  @Test func nobodyIsReadFromAnAnswer() {
    let text = Self.interchange([Self.message("CUSRES", 1)]).replacing(
      "NAD+MS+++ZZ'", with: "NAD+FL+++DOE:JANE'")
    #expect(parse(text).persons == [] && parse(text).codes == [])
  }
}

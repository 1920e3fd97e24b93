import Records
import Testing

@testable import Feeds

@Suite struct PNRGOVTests {
  static let family = pnrgov(
    """
    EQN+1'SRC'RCI+ZZ:ABC12C:C+1A:ABC123:O:011126:1000'ORG+1A:MUC'\
    TIF+VAN DER MEER:I+JOHANNA MRS:A:01:1'\
    SSR+DOCS:HK:1:ZZ:::::/P/NLD/NQ0000002/NLD/05MAY26/FI/01JAN31/VAN DER MEER/SAAR'\
    SSR+DOCS:HK:1:ZZ:::::/P/NL/NQ0000001/NL/07AUG90/F/01JAN31/VAN DER MEER/JOHANNA/MARIA/H'\
    TIF+VAN DER MEER+SAAR:IN:2'TIF+ACME CHOIR:G'TIF+TBA+A:A:3'\
    TVL+281126:0800::0930+AMS+LHR+ZZ+1007:Y'RPI+2+HK'SSR+SEAT:HK:1:ZZ:::AMS:LHR+016A::1'\
    SSR+INFT:HK:1:ZZ:::AMS:LHR:VAN DER MEER/SAAR 05MAY26+::1'\
    DAT+2:281126:0600'TRI++7:::1'TIF+VANDERMEER+JOHANNAMRS:A:1'SSD+016C++++Y'\
    TVL++LHR+AMS+ZZ+OPEN'EQN+1'RCI+ZZ:SPLIT1'MSG+8'TVL+281126::301126+LON++HI'\
    ABI+4++AMS'DAT+T:011126:1000'SAC+++X'TIF+VAN DER MEIR+JOHANNAMRS:A:1'
    """, version: "16:1")

  @Test func familyWithInfantCheckInAndHistory() {
    let parsed = parse(PNRGOVTests.family)
    #expect(parsed.codes == [])
    #expect(
      parsed.persons == [
        #"""
        {"kind":"passenger","surname":"VAN DER MEER","given":"JOHANNA MARIA","nameSource":"DOCS"\#
        ,"otherNames":[{"surname":"VAN DER MEER","given":"JOHANNA","source":"TIF"},{"surname":"V\#
        ANDERMEER","given":"JOHANNA","source":"checkIn"},{"surname":"VAN DER MEIR","given":"JOHA\#
        NNA","source":"history"}],"birthDate":"1990-08-07","gender":"F","nationality":"NLD","doc\#
        uments":[{"type":"P","number":"NQ0000001","issuer":"NLD","expires":"2031-01-01"}],\#(withReturn)"recordLocator":"ABC123","passengerReference":"01","status":"checkedIn","seat":"\#
        16C"
        """#,
        #"""
        {"kind":"infant","surname":"VAN DER MEER","given":"SAAR","nameSource":"DOCS","birthDate"\#
        :"2026-05-05","gender":"F","nationality":"NLD","documents":[{"type":"P","number":"NQ0000\#
        002","issuer":"NLD","expires":"2031-01-01"}],\#(withReturn)"recordLocator":"ABC123","pas\#
        sengerReference":"2","status":"booked"
        """#,
      ])
  }

  private let withReturn =
    flightJSON.dropLast() + #",{"carrier":"ZZ","from":"LHR","to":"AMS"}],"#

  @Test func personFromTIFAloneAndSeveralInOneTIF() {
    let parsed = parse(pnrgov("SRC'RCI+ZZ:AAA111'TIF+DE WIT+JANMR:A:1+PIETMSTR:C:2'"))
    #expect(parsed.persons.count == 2)
    #expect(parsed.persons[0].contains("\"surname\":\"DE WIT\",\"given\":\"JAN\""))
    #expect(parsed.persons[1].contains("\"given\":\"PIET\""))
    #expect(parsed.persons[1].contains("\"passengerReference\":\"2\""))
  }

  @Test func documentsOfTheBookingAndOfTheFlightAreJoinedByReferenceAndName() {
    let parsed = parse(
      pnrgov(
        """
        SRC'SSR+DOCS:HK:1:ZZ:::::/P/NLD/NQ1/NLD/01JAN80/M/01JAN31/BAKKER/ANTON+::2'\
        TIF+DE WIT+JAN:A:1'TIF+BAKKER+TOON:A:2'\
        TVL+281126:0800+AMS+LHR+ZZ+1007'SSR+DOCS:HK:1:ZZ:::::/P/NLD/NQ2/NLD/02JAN80/M/01JAN31/DE WIT/JAN'\
        SSR+DOCS:HK:1:ZZ:::::/P/NLD/NQ3/NLD/03JAN80/F/01JAN31/VISSER/MIEP'
        """))
    #expect(parsed.persons.count == 3)
    #expect(parsed.persons[0].contains("NQ2"))
    #expect(parsed.persons[1].contains("NQ1"))
    #expect(parsed.persons[1].contains("\"surname\":\"BAKKER\",\"given\":\"ANTON\""))
    #expect(parsed.persons[2].contains("\"surname\":\"VISSER\",\"given\":\"MIEP\""))
  }

  @Test func cancelledUpdateKeepsTheNameOfItsHistory() {
    let parsed = parse(
      pnrgov("EQN+1'SRC'RCI+ZZ:AAA111'ORG'ABI+4'SAC+++X'TIF+DE WIT+JANMR:A:1'", function: "141"))
    #expect(parsed.persons.count == 1)
    #expect(parsed.persons[0].contains("\"status\":\"cancelled\""))
    #expect(parsed.persons[0].contains("\"nameSource\":\"history\""))
    let full = parse(pnrgov("EQN+1'SRC'RCI+ZZ:AAA111'ORG'TIF+DE WIT+JANMR:A:1'"))
    #expect(full.persons[0].contains("\"status\":\"booked\""))
  }

  @Test func totalsAreReportedAndNothingIsDropped() {
    let wrong = pnrgov("EQN+4'SRC'TIF+DE WIT+JAN:A:1'").replacing("UNT+", with: "UNT+9")
      .replacing("UNZ+1+R1", with: "UNZ+2+R2")
    let parsed = parse(wrong)
    #expect(parsed.persons.count == 1)
    #expect(parsed.codes.filter { $0 == "COUNT_MISMATCH" }.count == 4)
    #expect(
      parse(wrong.replacing("UNH+1+PNRGOV:13:1:IA+K", with: "UNH+1+PNRGOV:13:1:IA+K+01:C"))
        .codes.filter { $0 == "COUNT_MISMATCH" }.count == 3)
  }

  @Test func messageWithoutFlightIsReported() {
    let text = pnrgov("SRC'TIF+DE WIT+JAN:A:1'").replacing(
      "TVL+281126:0800:281126:0930+AMS+LHR+ZZ+1007'", with: "")
    #expect(parse(text).persons.count == 1)
    #expect(parse(text).codes.contains("NO_FLIGHT"))
  }
}

import Records
import Testing

@testable import Feeds

/// What messages say of themselves, for ordering and merging.
@Suite struct PushTests {
  private static let first = "SRC'RCI+ZZ:AAA111'TIF+SMITH+JOHN:A:1'"
  private static let second = "SRC'RCI+ZZ:BBB222'TIF+DOE+JANE:A:1'"
  private static let two = first + second

  /// All pushes of one text with their headers, whatever the blocks.
  private func pushes(_ text: String, block: Int = 1 << 20) -> [(header: MessageHeader, push: Push)]
  {
    var found: [(header: MessageHeader, push: Push)] = []
    eachBatch(of: Array(text.utf8), block: block) { batch in
      for push in batch.pushes { found.append((batch.messages[Int(push.message)], push)) }
    }
    return found
  }

  @Test(arguments: [1, 7, 64, 1 << 20]) func aFullPush(block: Int) throws {
    let text = pnrgov("EQN+3'" + PushTests.two)
    let found = pushes(text, block: block)
    let (header, push) = try #require(found.first)
    #expect(found.count == 1)
    #expect(header.ordinal == 1 && header.function == .full && header.sender == "ZZ")
    #expect(header.minute == Self.minute(2026, 11, 27, 21, 0))
    #expect(push.isComplete && !push.cancelsFlight)
    #expect(push.announcedBookings == 3 && push.foundBookings == 2 && push.foundPersons == 2)
    #expect(push.announcedSegments == 12 && push.foundSegments == 12)
    #expect(push.announcedPersons == -1)
    #expect(push.leg?.number == ShortCode("1007") && push.leg?.from == ShortCode("AMS"))
    #expect(text.utf8.dropFirst(Int(push.offset)).starts(with: "UNH+1".utf8))
  }

  @Test(arguments: [("22", PushFunction.full), ("141", .update), ("23", .list), ("", .list)])
  func functionsOfPNRGOV(code: String, function: PushFunction) {
    let text = pnrgov(PushTests.first, function: code)
    #expect(pushes(text).map(\.header.function) == [function])
    eachBatch(of: Array(text.utf8), block: 1 << 20) { batch in
      for person in batch.passengers {
        #expect(batch.messages[Int(person.message)].function == function)
      }
    }
  }

  @Test(arguments: [("745", PushFunction.list), ("745+CP", .update), ("266+CLOB", .list)])
  func functionsOfPAXLST(code: String, function: PushFunction) {
    let text = paxlst("NAD+FL+++DOE:JANE'").replacing("BGM+745'", with: "BGM+\(code)'")
    #expect(pushes(text).map(\.header.function) == [function])
  }

  @Test func announcedPersonsOfPAXLST() throws {
    let push = try #require(pushes(PAXLSTTests.two).first?.push)
    #expect(push.announcedPersons == 2 && push.foundPersons == 2 && push.isComplete)
    #expect(push.announcedBookings == -1 && push.leg?.to == ShortCode("LHR"))
    let cancelled = paxlst("").replacing("BGM+745'", with: "BGM+266+XF'")
    #expect(pushes(cancelled).map(\.push.cancelsFlight) == [true])
  }

  @Test(arguments: [
    ("", Int32(0), true), ("+01:F", 1, true), ("+01:C", 1, false), ("+02", 2, false),
    ("+03:F", 3, true), ("+:F", 0, true),
  ]) func parts(sequence: String, part: Int32, isLast: Bool) {
    let text = pnrgov(PushTests.first).replacing(":IA+K'", with: ":IA+281126/1007/ZZ\(sequence)'")
    let headers = pushes(text).map(\.header)
    #expect(headers.map(\.part) == [part] && headers.map(\.isLastPart) == [isLast])
    #expect(headers.map(\.accessReference) == ["281126/1007/ZZ"])
  }

  @Test(arguments: [
    ("261127:2100", ""), ("20261127:2100", ""), ("2611272100", ""), ("", "261127:2100"),
    (":2100", "20261127:2100"),
  ]) func whenItWasSent(interchange: String, group: String) {
    var text = pnrgov(PushTests.first).replacing("261127:2100", with: interchange)
    if !group.isEmpty {
      text = text.replacing("UNH+", with: "UNG+PNRGOV+A+B+\(group)+G1+IA+13:1'UNH+")
    }
    #expect(pushes(text).map(\.header.minute) == [Self.minute(2026, 11, 27, 21, 0)])
  }

  @Test func testInterchangesAreMarked() {
    let text = pnrgov(PushTests.first)
    #expect(pushes(text).map(\.header.isTest) == [false])
    let test = text.replacing("++PNRGOV'UNH", with: "++PNRGOV++++1'UNH")
    #expect(pushes(test).map(\.header.isTest) == [true])
    #expect(parse(test).persons == parse(text).persons)
  }

  @Test func ordinalsGoOnOverInterchangesAndOtherTypes() {
    let answer = "UNB+UNOA:4+A+B+261127:2100+R'UNH+1+CUSRES:D:05B:UN'BGM+962'UNT+3+1'UNZ+1+R'"
    let found = pushes(pnrgov(PushTests.first) + answer + PAXLSTTests.two)
    #expect(found.map(\.header.ordinal) == [1, 3])
  }

  @Test(arguments: [
    // More segments than announced may be one that a stray apostrophe made two.
    ("UNT+12+1'", "UNT+9+1'", false), ("UNT+12+1'", "UNT'", false),
    // Something is missing, or may be.
    ("UNT+12+1'", "UNT+40+1'", false), ("UNT+12+1'", "", false),
    ("UNT+12+1'UNZ+1+R1'", "UNT+12+1", false), ("UNT+12+1'UNZ+1+R1'", "UNT+12+1'", true),
    ("SRC'RCI+ZZ:BBB222'", "", false), ("TIF+DOE+JANE:A:1'", "TIF++:A:1'", false),
    ("TIF+DOE", "XYZ+1'TIF+DOE", false), ("SRC'RCI+ZZ:BBB222'", "UNT+8+1'SRC'", false),
  ]) func completeness(part: String, instead: String, isComplete: Bool) {
    let text = pnrgov("EQN+2'" + PushTests.two)
    #expect(pushes(text).map(\.push.isComplete) == [true])
    let changed = pushes(text.replacing(part, with: instead))
    #expect(changed.map(\.push.isComplete) == [isComplete])
    #expect(changed.map(\.header.ordinal) == [1])
  }

  @Test func aSegmentOverTheLimitMakesItIncomplete() {
    var limits = Limits()
    limits.segmentBytes = 128
    let text = pnrgov(PushTests.first + "IFT+\(String(repeating: "X", count: 300))'")
    var found: [Bool] = []
    eachBatch(of: Array(text.utf8), block: 50, limits: limits) {
      found += $0.pushes.map(\.isComplete)
    }
    #expect(found == [false])
  }

  @Test func whatTheFileBreaksOffIsIncomplete() {
    let text = pnrgov(PushTests.two)
    let bytes = Array(text.utf8)
    let header = text.firstRange(of: "ORG+").map { text[..<$0.lowerBound].utf8.count } ?? 0
    let end = text.firstRange(of: "UNT+").map { text[..<$0.lowerBound].utf8.count } ?? 0
    for cut in header...end {
      let found = pushes(String(decoding: bytes[..<cut], as: UTF8.self))
      #expect(found.map(\.push.isComplete) == [false], "cut at \(cut)")
    }
  }

  @Test func cancelledBookingsAreNamedWithOrWithoutPersons() {
    let text = pnrgov(
      "SRC'RCI+ZZ:AAA111'ORG'SRC'RCI+ZZ:BBB222'ORG+:+:++++:+'TIF+DOE+JANE:A:1'" + PushTests.two,
      function: "141")
    for block in [1, 40, 1 << 20] {
      var found: [String] = []
      eachBatch(of: Array(text.utf8), block: block) { batch in
        for cancellation in batch.cancellations {
          found.append(batch.text(cancellation.recordLocator))
          #expect(cancellation.leg?.number == ShortCode("1007"))
          #expect(batch.messages[Int(cancellation.message)].function == .update)
        }
      }
      #expect(found == ["AAA111", "BBB222"])
    }
    // A full push may leave ORG empty everywhere: only what has nothing else is cancelled.
    let full = text.replacing("MSG+:141", with: "MSG+:22")
    var cancelled: [String] = []
    eachBatch(of: Array(full.utf8), block: 1 << 20) { batch in
      cancelled += batch.cancellations.map { batch.text($0.recordLocator) }
    }
    #expect(cancelled == ["AAA111"])
    #expect(pushes(full).map(\.push.isComplete) == [true])
  }

  @Test(arguments: [
    ("SRC'RCI+ZZ:GRP999'ORG+ZZ:AMS'TIF+ACME TEAM:G'", ["ZZ:GRP999"]),
    ("SRC'RCI+ZZ:GRP999'TVL+281126:0800+AMS+LHR+ZZ+1007'", ["ZZ:GRP999"]),
    ("SRC'RCI+ZZ:GRP999+1A:GDS999'TIF+TBA+TBA:A:1'", ["ZZ:GRP999", "1A:GDS999"]),
    ("SRC'RCI+ZZ:GRP999'TIF+ROE+ANN:A:1'TIF+TBA:A+A:A:2'", ["ZZ:GRP999"]),
  ]) func aBookingWithoutNamesIsInDoubt(booking: String, names: [String]) {
    for block in [1, 40, 1 << 20] {
      var found: [String] = []
      eachBatch(of: Array(pnrgov(Self.first + booking).utf8), block: block) { batch in
        #expect(batch.diagnostics.isEmpty && !batch.pushes.contains { !$0.isComplete })
        for names in batch.bookingNames where names.isInDoubt {
          #expect(names.leg?.number == ShortCode("1007"))
          found += batch.locators[names.locators.range].map {
            "\($0.system):\(batch.text($0.text))"
          }
        }
      }
      #expect(found == names)
    }
  }

  @Test func aBookingWithoutNamesAndLocatorMayBeAnybodys() {
    let text = pnrgov(Self.first + "SRC'TVL+281126:0800+AMS+LHR+ZZ+1007'")
    #expect(pushes(text).map(\.push.isComplete) == [false])
    #expect(parse(text).codes == ["SYNTAX"])
  }

  @Test func allLocatorsOfABookingAreItsNames() {
    let text = pnrgov(
      "SRC'RCI+1A:GDS111+XX:AAA111'TIF+DOE+JANE:A:1'SRC'RCI+ZZ:BBB222'TIF+ROE+JOHN:A:1'"
        + "SRC'RCI+1A:GDS333+YY:CCC333'ORG'", function: "141")
    for block in [1, 40, 1 << 20] {
      var found: [String] = []
      eachBatch(of: Array(text.utf8), block: block) { batch in
        for names in batch.bookingNames {
          #expect(names.leg?.number == ShortCode("1007"))
          found.append(
            batch.locators[names.locators.range].map { "\($0.system):\(batch.text($0.text))" }
              .joined(separator: " "))
        }
      }
      #expect(found == ["1A:GDS111 XX:AAA111", "1A:GDS333 YY:CCC333"])
    }
  }

  private static func minute(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int)
    -> Int64?
  {
    PartialDate(year: year, month: month, day: day).map {
      MessageHeader.minute(of: $0, hour * 60 + minute)
    }
  }
}

import Records
import TestSupport
import Testing

@testable import Screening

/// A full push in several messages that do not say so: no part numbers, a minute apart.
struct UnnumberedPushTests {
  private func person(_ number: Int) -> Told {
    let letters = (0..<4).map { place in
      String(UnicodeScalar(UInt8(65 + number >> (4 * place) & 15)))
    }
    return Told("VOOR\(letters.joined())BEELD/KIM", "LOC\(1000 + number)", "1")
  }

  private func piece(_ minute: Int64, _ numbers: Range<Int>) -> Message {
    Message(function: .full, minute: minute, people: numbers.map(person))
      .with { $0.announced = numbers.count }
  }

  @Test func piecesTakeNobodyOff() {
    let (found, differing) = resolveInAllOrders(
      piece(10, 0..<5), piece(11, 5..<10), piece(12, 10..<15))
    #expect(differing == 0)
    #expect(found.off == [])
    #expect(found.account.travellers == 15)
  }

  @Test func aPieceSentAgainTakesNobodyOfTheOthersOff() {
    let (found, differing) = resolveInAllOrders(
      piece(10, 0..<5), piece(11, 5..<10), piece(14, 0..<5))
    #expect(differing == 0)
    #expect(found.off == [])
  }

  @Test func aPushThatComesAgainTakesOffWhomItNoLongerNames() {
    let (found, differing) = resolveInAllOrders(
      piece(10, 0..<5), piece(11, 5..<10), piece(20, 0..<5), piece(21, 6..<10))
    #expect(differing == 0)
    #expect(found.off.count == 1)
    #expect(
      found.batch.passengers.first { $0.status == .cancelled }.map {
        found.batch.text($0.recordLocator)
      } == "LOC1005")
    #expect(resolve(piece(10, 0..<5), piece(11, 5..<10), piece(20, 0..<8)).off.count == 2)
  }

  @Test func aLatePushIsNoPiece() {
    #expect(resolve(piece(10, 0..<5), piece(41, 5..<10)).off.count == 5)
    // But a series may be long.
    let (found, differing) = resolveInAllOrders(
      piece(10, 0..<5), piece(30, 5..<10), piece(50, 10..<15))
    #expect(differing == 0)
    #expect(found.off == [])
  }

  @Test func aNumberedPushIsWhole() {
    let numbered = piece(12, 5..<10).with {
      $0.part = 1
      $0.access = "XX0123"
    }
    #expect(resolve(piece(10, 0..<5), numbered).off.count == 5)
  }

  @Test func anEmptyPushIsNoPiece() {
    let empty = Message(function: .full, minute: 12).with { $0.announced = 0 }
    #expect(resolve(piece(10, 0..<5), empty).off.count == 5)
  }

  @Test func tooManyPushesAreReportedAndTakeNobodyOff() {
    var random: SeededGenerator?
    let messages = (0...LegSilence.closePushesMax).map {
      piece(Int64(10 + $0), 0..<($0 == 0 ? 3 : 2))
    }
    let found = resolve(makeBatch(messages, shuffledBy: &random))
    #expect(found.off == [])
    #expect(
      found.codes == [
        "TOO_LARGE too many full pushes follow one another closely; they take nobody off by silence"
      ])
    let numbered = messages.map { message in message.with { $0.part = 1 } }
    let whole = resolve(makeBatch(numbered, shuffledBy: &random))
    #expect(whole.off.count == 1)
    #expect(whole.codes.isEmpty)
    let fewer = resolve(makeBatch(Array(messages.dropLast()), shuffledBy: &random))
    #expect(fewer.off.count == 1)
    #expect(fewer.codes.isEmpty)
  }
}

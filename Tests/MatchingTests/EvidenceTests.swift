import Records
import Testing

@testable import Matching

@Suite struct EvidenceTests {
  let listed = makeListed(
    "1", [("AMRANI", "KARIM"), ("EL AMRANI", "ABDELKARIM")], birthDates: ["1980-05-17"],
    gender: .male, nationalities: ["MAR", "NLD"], documents: ["NX 123-4567"])

  func explain(_ change: (inout TestPassenger) -> Void) throws -> Explanation {
    var passenger = TestPassenger(surname: "AMRANI", given: "KARIM", birthDate: "1980-05-17")
    change(&passenger)
    let match = try #require(screen([passenger], against: [listed]).first)
    return match.explanation
  }

  @Test func absenceIsNeutral() throws {
    let explanation = try explain { _ in }
    #expect(
      explanation.evidence.map(\.field) == [.name, .birthDate, .gender, .nationality, .document])
    #expect(
      explanation.evidence[2...].allSatisfy { $0.weightCentibits == 0 && $0.verdict == .unknown })
  }

  @Test func otherFieldsSupportAndContradict() throws {
    let plain = try explain { _ in }.scoreMillionths
    let same = try explain {
      $0.gender = .male
      $0.nationality = "NLD"
    }
    let other = try explain {
      $0.gender = .female
      $0.nationality = "BEL"
    }
    #expect(same.scoreMillionths > plain)
    #expect(other.scoreMillionths < plain)
    #expect(other.evidence[2].verdict == .contradicts)
    let unspecified = try explain { $0.gender = .unspecified }
    #expect(unspecified.evidence[2].weightCentibits == 0)
  }

  @Test func sameDocumentIsAMatchWhateverTheName() throws {
    let stranger = TestPassenger(surname: "DE VRIES", given: "PIET", document: "NX1234567")
    let match = try #require(screen([stranger], against: [listed]).first)
    #expect(match.explanation.evidence[4].verdict == .supports)
    // O and 0, I and 1 are read alike; another number is no conflict.
    let misread = TestPassenger(surname: "DE VRIES", given: "PIET", document: "NXI234567")
    #expect(screen([misread], against: [listed]).count == 1)
    let another = try explain { $0.document = "ZZ999888" }
    #expect(another.evidence[4].weightCentibits == 0)
    let placeholder = makeListed("2", [("X", "Y")], documents: ["00000000"])
    #expect(
      screen([TestPassenger(surname: "A", given: "B", document: "0000000")], against: [placeholder])
        .isEmpty)
  }

  @Test func scoreFollowsFromTheWeightsAlone() throws {
    for change in [
      { (p: inout TestPassenger) in }, { $0.gender = .female }, { $0.given = "KARIMA" },
    ] {
      let explanation = try explain(change)
      let total = explanation.evidence.reduce(0) { $0 + $1.weightCentibits }
      #expect(explanation.scoreMillionths == ScoreModel.scoreMillionths(weight: total))
      #expect(explanation.band == ScoreModel.band(explanation.evidence))
    }
    #expect(ScoreModel.scoreMillionths(weight: ScoreModel.scoreCentre) == 500_000)
    let scores = stride(from: -2000, through: 6500, by: 7).map {
      ScoreModel.scoreMillionths(weight: $0)
    }
    #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(scores.allSatisfy { (0...1_000_000).contains($0) })
  }

  @Test func strongNeedsANameThatFitsAndNoOtherBirthDate() {
    func band(name: Int, date: Int, document: Int = 0) -> Band {
      ScoreModel.band([
        FieldEvidence(field: .name, verdict: .supports, weightCentibits: name),
        FieldEvidence(field: .birthDate, verdict: .supports, weightCentibits: date),
        FieldEvidence(field: .document, verdict: .unknown, weightCentibits: document),
      ])
    }
    #expect(band(name: 1000, date: 1350) == .strong)
    #expect(band(name: 800, date: 1350) == .medium)
    #expect(band(name: 3600, date: ScoreModel.dateConflict) == .medium)
    #expect(band(name: 3600, date: ScoreModel.dateConflict, document: 1800) == .strong)
    #expect(band(name: 900, date: 0) == .weak)
  }

  @Test func integerLogarithmIsRight() {
    for (value, over, expected) in [(8, 1, 300), (1, 8, -300), (3, 2, 58), (20_000, 3, 1270)] {
      #expect(abs(ScoreModel.log2Centibits(value, over: over) - expected) <= 1)
    }
  }

  @Test func bestAliasAndBestPassengerNameSpeak() throws {
    let explanation = try explain {
      $0.surname = "XXXXX"
      $0.given = "YYYYY"
      $0.otherNames = [("ELAMRANI", "ABDELKARIM")]
    }
    #expect(explanation.passengerName == 1)
    #expect(explanation.listedName == 1)
  }

  @Test func whatCannotBeComparedIsCounted() {
    var matcher = Matcher(index: MatchIndex(lists: [makeList([listed])]))
    let long = (0..<20).map { _ in "AB" }.joined(separator: " ")
    let batch = makeBatch([
      TestPassenger(surname: "", given: ""), TestPassenger(surname: "123", given: "--"),
      TestPassenger(surname: long, given: "KARIM"), TestPassenger(surname: "AMRANI", given: "K"),
    ])
    var matches: [Match] = []
    matcher.screen(batch, into: &matches)
    let notes = matcher.takeNotes()
    #expect(notes.personsWithoutName == 2)
    #expect(notes.shortenedNames == 1)
    let later = matcher.takeNotes()
    #expect(later == ScreeningNotes())
  }

  @Test func explainAgreesWithScreen() {
    let passenger = TestPassenger(surname: "AMRANI", given: "KARIM", birthDate: "1980-05-17")
    let index = MatchIndex(lists: [makeList([listed])])
    var matcher = Matcher(index: index)
    let batch = makeBatch([passenger])
    var matches: [Match] = []
    matcher.screen(batch, into: &matches)
    let explanation = matcher.explain(0, of: batch, list: 0, entry: 0)
    #expect(explanation != nil && explanation == matches.first?.explanation)
    let stranger = makeBatch([TestPassenger(surname: "DE VRIES", given: "PIET")])
    let apart = matcher.explain(0, of: stranger, list: 0, entry: 0)
    #expect(apart?.band == .weak)
  }
}

import Records
import Testing

@testable import Screening

struct RunCountsTests {
  private func counts() -> RunCounts {
    var counts = RunCounts()
    counts.filesFound = 3
    var read = FileAccount(file: "a.edi")
    read.parsed.persons = 10
    read.screened = 8
    read.outOfScope = 2
    var odd = FileAccount(file: "b.edi")
    odd.outcome = .quarantined
    odd.findings = [.unknownMessage: 1]
    var twice = FileAccount(file: "c.edi")
    twice.outcome = .duplicate
    twice.findings = [.duplicate: 1]
    counts.files = [read, odd, twice]
    counts.matches = 3
    counts.pushes = 3
    counts.hits = 2
    counts.hitsWritten = ["hits.jsonl": 2, "hits.csv": 2]
    return counts
  }

  @Test func holdsWhenBothSidesAgree() {
    #expect(counts().identities.count == 5)
    #expect(counts().identities.allSatisfy { $0.holds })
    #expect(counts().quarantined == 1)
    #expect(!counts().isClean)
  }

  @Test func noticesEachKindOfLoss() {
    var lostFile = counts()
    lostFile.filesFound = 4
    var lostPerson = counts()
    lostPerson.files[0].screened = 7
    var lostPush = counts()
    lostPush.pushes = 2
    var lostRow = counts()
    lostRow.hitsWritten["hits.csv"] = 1
    for broken in [lostFile, lostPerson, lostPush, lostRow] {
      #expect(broken.identities.count { !$0.holds } == 1)
    }
  }

  @Test func countsADecisionWithoutCallingItDirt() {
    var counts = counts()
    counts.files.remove(at: 1)
    #expect(counts.isClean)
    #expect(counts.findings == [.duplicate: 1])
  }
}

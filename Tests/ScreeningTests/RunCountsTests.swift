import Matching
import Records
import Testing

@testable import Screening

struct RunCountsTests {
  private func counts() -> RunCounts {
    var counts = RunCounts()
    counts.filesFound = 3
    var read = FileAccount(file: "a.edi")
    read.parsed.persons = 13
    read.parsed.messages = 4
    read.parsed.messagesParsed = 2
    read.parsed.messagesSkipped = 1
    read.parsed.messagesQuarantined = 1
    read.screened = 7
    read.outOfScope = 2
    var odd = FileAccount(file: "b.edi")
    odd.outcome = .quarantined
    odd.findings = [.unknownMessage: 1]
    var twice = FileAccount(file: "c.edi")
    twice.outcome = .duplicate
    twice.findings = [.duplicate: 1]
    counts.files = [read, odd, twice]
    counts.records = 11
    counts.merged = 3
    counts.screened = 7
    counts.cancelled = 1
    counts.matches = 8
    counts.repeated = 1
    counts.notes.matchesOverLimit = 5
    counts.hits = 2
    counts.hitsWritten = ["hits.jsonl": 2, "hits.csv": 2]
    return counts
  }

  @Test func holdsWhenBothSidesAgree() {
    #expect(counts().identities.count == 8)
    #expect(counts().identities.allSatisfy { $0.holds })
    #expect(counts().quarantined == 1)
    #expect(!counts().isClean)
  }

  @Test func noticesEachKindOfLoss() {
    var lostFile = counts()
    lostFile.filesFound = 4
    var lostMessage = counts()
    lostMessage.files[0].parsed.messages = 5
    var lostRecord = counts()
    lostRecord.files[0].parsed.persons = 14
    var lostTraveller = counts()
    lostTraveller.cancelled = 0
    var lostPlace = counts()
    lostPlace.files[0].screened = 6
    var lostMatch = counts()
    lostMatch.notes.matchesOverLimit = 4
    var lostRow = counts()
    lostRow.hitsWritten["hits.csv"] = 1
    for broken in [
      lostFile, lostMessage, lostRecord, lostTraveller, lostPlace, lostMatch, lostRow,
    ] {
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

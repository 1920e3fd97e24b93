import Records
import Testing

@testable import Screening

struct RunClockTests {
  @Test(arguments: [
    ("2026-11-28T03:00:00Z", "2026-11-28T03:00:00Z", "20261128"),
    ("2026-11-28T00:30:00+01:00", "2026-11-27T23:30:00Z", "20261127"),
    ("2026-12-31T23:30:00.25-02:00", "2027-01-01T01:30:00Z", "20270101"),
    ("2024-02-29t12:00:59z", "2024-02-29T12:00:59Z", "20240229"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z", "19691231"),
    ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "99991231"),
    ("0001-01-01T01:00:00+01:00", "0001-01-01T00:00:00Z", "00010101"),
  ])
  func readsRFC3339(text: String, utc: String, day: String) throws {
    let clock = try #require(RunClock(rfc3339: text))
    #expect(clock.rfc3339 == utc)
    #expect(clock.compactDate == day)
  }

  @Test(arguments: [
    "", "2026-11-28", "2026-11-28T03:00:00", "2026-11-31T03:00:00Z", "2026-11-28T24:00:00Z",
    "2026-11-28T03:60:00Z", "2026-11-28T03:00:00.Z", "2026-11-28T03:00:00+0100",
    "2026-11-28T03:00:00Zx", "9999-12-31T23:59:59-01:00", "0001-01-01T00:59:59+01:00",
  ])
  func refusesEverythingElse(text: String) {
    #expect(RunClock(rfc3339: text) == nil)
  }

  @Test func countsDaysLikeTheCalendar() throws {
    // The civil date and the day number are each other's inverse over four centuries.
    for number in stride(from: -80_000, through: 80_000, by: 137) {
      #expect(RunClock(seconds: number * 86_400 + 3600).date.dayNumber == number)
    }
    let clock = try #require(RunClock(rfc3339: "2026-11-28T03:00:00Z"))
    let (before, after) = (PartialDate("2026-11-20"), PartialDate("2026-11-29"))
    #expect(before.map { clock.days(since: $0) } == 8)
    #expect(after.map { clock.days(since: $0) } == -1)
  }
}

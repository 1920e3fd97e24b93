import Records
import Testing

@testable import Watchlists

@Suite struct MonthNameDateTests {
  /// The forms of the reference, A4 "DOB grammar".
  @Test(arguments: [
    ("28 Feb 1961", "1961-02-28", "1961-02-28", false), ("1961", "1961", "1961", false),
    ("Feb 1961", "1961-02", "1961-02", false), ("circa 1961", "1961", "1961", true),
    ("1961 to 1963", "1961", "1963", false),
    ("28 Feb 1961 to 01 Mar 1962", "1961-02-28", "1962-03-01", false),
    ("Feb 1961 to Mar 1962", "1961-02", "1962-03", false),
    ("circa 28 Feb 1961", "1961-02-28", "1961-02-28", true),
    ("circa 1961-1963", "1961", "1963", true),
    ("1 October 1961", "1961-10-01", "1961-10-01", false),
  ])
  func isRead(_ text: String, _ from: String, _ to: String, _ isApproximate: Bool) throws {
    let date = try #require(MonthNameDate(text))
    #expect(date.from == PartialDate(from) && date.to == PartialDate(to))
    #expect(date.isApproximate == isApproximate)
  }

  @Test(arguments: [
    "", "circa", "30 Feb 1961", "00 Feb 1961", "Feb", "28 Foo 1961", "28 Ma 1961", "61", "1961 to",
    "1961 to 1962 to 1963", "about 1961", "28 Feb 61", "1961 Feb 28",
  ])
  func isNotGuessed(_ text: String) { #expect(MonthNameDate(text) == nil) }
}

import Ledger
import Testing
import Watchlists

@testable import Screening

@Suite struct ListProfileLedgerTests {
  @Test func theLedgerGivesBackWhatItGot() {
    var filled = FilledFields()
    filled.birthDate = 1
    filled.fullBirthDate = 2
    filled.gender = 3
    filled.nationality = 4
    filled.document = 5
    filled.placeOfBirth = 6
    filled.nonLatinName = 7
    filled.nonASCIIName = 8
    let profile = ListProfile(
      format: "f", byteCount: 8, filled: filled, schema: ListSchema(text: "a/b\t9\nc@d\t10\n"))
    let kept = LedgerProfile(profile)
    #expect(kept.filled == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(kept.schema == "a/b\t9\nc@d\t10\n")
    #expect(ListProfile(kept) == profile)
  }
}

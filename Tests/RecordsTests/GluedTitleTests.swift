import Records
import Testing

@Suite struct GluedTitleTests {
  private func strip(_ name: String) -> (String, GluedTitle.Certainty) {
    let bytes = Array(name.utf8)
    let reading = GluedTitle.strip(bytes.span)
    return (String(decoding: bytes[reading.range], as: UTF8.self), reading.certainty)
  }

  @Test(arguments: [
    ("JOHNMR", "JOHN"), ("ANNMRS", "ANN"), ("JOHNDRMR", "JOHN"), ("PIETMSTR", "PIET"),
    ("SAARCHD", "SAAR"), ("SAARCHLD", "SAAR"), ("MOANMISS", "MOAN"), ("BABYINF", "BABY"),
    ("JANPROFMR", "JAN"), ("KEVINMASTER", "KEVIN"), ("ISABELLE MRS", "ISABELLE"),
    ("MRS ANNE MARIE", "ANNE MARIE"), ("JOHN DR MR", "JOHN"), ("MRS", ""), ("SIR DAVID", "DAVID"),
    ("DAVID SIR", "DAVID"), ("ZOËMS MRS", "ZOËMS"), ("ANNE MARIEMRS", "ANNE MARIE"),
  ]) func titlesThatAreSure(name: String, left: String) {
    let (range, certainty) = strip(name)
    #expect(range == left)
    #expect(certainty == .sure)
  }

  @Test(arguments: [
    "AMR", "NASIR", "DREW", "MRIDULA", "YASIR", "MRKO", "DRISS", "DRAGAN", "MSIZI", "NASR", "HAJR",
    "SIRAJ", "SIRAJUDDIN", "MISSAEL", "PRESIDENTA", "BASIR", "ANN MR CO", "A MR CO", "INFA", "",
  ]) func namesThatOnlyLookLikeTitles(name: String) {
    let (range, certainty) = strip(name)
    #expect(range == name)
    #expect(certainty == .untitled)
  }

  @Test(arguments: [
    ("SAMR", "SA"), ("ALEXANDR", "ALEXAN"), ("ADAMS", "ADA"), ("WILLIAMS", "WILLIA"),
    ("MARTINS", "MART"), ("JOMS", "JO"),
  ]) func doubtKeepsTheWholeName(name: String, other: String) {
    let (range, certainty) = strip(name)
    #expect(range == other)
    #expect(certainty == .doubtful)
  }

  @Test func likelyTitleKeepsBoth() {
    #expect(strip("KAYLAMS") == ("KAYLA", .likely))
  }
}

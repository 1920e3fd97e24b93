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
    "AMR", "NASIR", "DREW", "YASIR", "MRKO", "NASR", "HAJR", "SIRAJ", "SIRAJUDDIN", "PRESIDENTA",
    "BASIR", "ANN MR CO", "A MR CO", "INFA", "", "MRIDULA", "DRISS", "DRAGAN", "MSIZI", "MISSAEL",
    "PROFIRA", "MASTERSON", "DRAGAN PETAR",
  ]) func namesThatOnlyLookLikeTitles(name: String) {
    let (range, certainty) = strip(name)
    #expect(range == name)
    #expect(certainty == .untitled)
  }

  @Test(arguments: [
    ("SAMR", "SA"), ("ALEXANDR", "ALEXAN"), ("ADAMS", "ADA"), ("WILLIAMS", "WILLIA"),
    ("MARTINS", "MART"), ("JOMS", "JO"), ("AMSTR", "A"), ("MRJONATHON", "JONATHON"),
    ("DRAHMED", "AHMED"), ("MISSANNA", "ANNA"),
  ]) func doubtKeepsTheWholeName(name: String, other: String) {
    let (range, certainty) = strip(name)
    #expect(range == other)
    #expect(certainty == .doubtful)
  }

  @Test(arguments: [
    ("KAYLAMS", "KAYLA"), ("ALIMR", "ALI"), ("MOHAMEDAMR", "MOHAMEDA"), ("SHIMR", "SHI"),
    ("KHAMISS", "KHA"), ("RACHD", "RA"), ("ANDREAMR", "ANDREA"),
  ]) func likelyTitleKeepsBoth(name: String, left: String) {
    #expect(strip(name) == (left, .likely))
  }

  @Test(arguments: [
    ("JOHNDRMR", "JOHNDR"), ("MARSHDRMR", "MARSHDR"), ("SAARMISS CHD", "SAAR"),
    ("SIR ELKHATIM", "SIR ELKHATIM"), ("MRSALI", "SALI"), ("MRWILLIAMS", "WILLIAMS"),
    ("SAARMISSCHD", "SAARMISS"), ("ALEXANDRMR", "ALEXAN"), ("BADRMR", "BA"),
  ]) func furtherReading(name: String, further: String) {
    let bytes = Array(name.utf8)
    let range = GluedTitle.strip(bytes.span).further
    #expect(range.map { String(decoding: bytes[$0], as: UTF8.self) } == further)
  }

  @Test(arguments: [("ALEXANDRMR", "ALEXANDR"), ("BADRMR", "BADR"), ("MR J", "J")])
  func aNameInDRIsNotATitle(name: String, left: String) {
    #expect(strip(name).0 == left)
  }
}

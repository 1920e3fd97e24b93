import Testing

@testable import Watchlists

/// Whose decisions count, and on what.
@Suite struct ListMemoryTests {
  private func memory(
    baseline: String?, _ decisions: [(sha256: String, baseline: String?, name: String)]
  ) -> ListMemory {
    var memory = ListMemory()
    memory.baseline = baseline
    memory.decisions = decisions.map {
      ListAcceptance(sha256: $0.sha256, baseline: $0.baseline, name: $0.name)
    }
    return memory
  }

  @Test func aDecisionIsOnAVersionBesideTheOneAcceptedLast() {
    let decisions = [("x", "v1", "A"), ("x", "v1", "B"), ("y", "v1", "A"), ("y", "v2", "B")]
    #expect(memory(baseline: "v1", decisions).deciders("x") == 2)
    #expect(memory(baseline: "v1", decisions).deciders("y") == 1)
    // Another version was accepted since: the old one comes back as a new one.
    #expect(memory(baseline: "v2", decisions).deciders("x") == 0)
    #expect(memory(baseline: "v2", decisions).deciders("y") == 1)
    // In use, it stays so.
    #expect(memory(baseline: "x", decisions).deciders("x") == 2)
    #expect(memory(baseline: "y", decisions).deciders("y") == 1)
    #expect(memory(baseline: nil, [("x", nil, "A"), ("x", nil, "B")]).deciders("x") == 2)
    #expect(memory(baseline: "v2", decisions).hasDecided("b", on: "y"))
    #expect(!memory(baseline: "v2", decisions).hasDecided("a", on: "y"))
  }

  @Test(arguments: [
    ("A. Jansen", "a jansen"), ("A. Jansen", "A.Jansen."), ("A. Jansen", "\u{410}. Jansen"),
    ("B", "\u{412}"), ("PAX", "\u{420}\u{410}\u{425}"), ("J\u{F6}rg", "Jo\u{308}rg"),
    ("Jan\u{200D}sen", "Jansen"), ("\u{FF21}1", "a 1"),
  ])
  func isOnePerson(_ first: String, _ second: String) {
    #expect(ListMemory.person(first) == ListMemory.person(second))
  }

  @Test(arguments: [("A. Jansen", "B. Jansen"), ("user 1", "user 2"), ("\u{5F20}", "\u{674E}")])
  func areTwoPersons(_ first: String, _ second: String) {
    #expect(ListMemory.person(first) != ListMemory.person(second))
  }
}

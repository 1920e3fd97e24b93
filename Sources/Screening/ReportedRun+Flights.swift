/// What `run.json` says of single flights and lists, beside its totals and the hit files.
extension ReportedRun {
  /// Persons whom no flight is named for are in the totals only.
  func flightSums() -> [Identity] {
    let records = flights.reduce(0) { $0 + $1.personRecords }
    let persons = flights.reduce(0) { $0 + $1.persons }
    let cancelled = flights.reduce(0) { $0 + $1.cancelled }
    let withoutFlight = counts.persons.records - counts.persons.outOfScope - records
    return [
      Identity(
        "merged = person records - persons of the flights", counts.persons.merged, records - persons
      ),
      Identity(
        "flights with more cancelled than persons, or more persons than records", 0,
        flights.filter { $0.cancelled > $0.persons || $0.persons > $0.personRecords }.count),
      Identity(
        "person records of flights beyond all person records", 0, max(0, -withoutFlight)),
      Identity(
        "cancelled of the flights beyond all cancelled", 0,
        max(0, cancelled - counts.persons.cancelled)),
      Identity(
        "cancelled without a flight beyond all persons without one", 0,
        max(0, counts.persons.cancelled - cancelled - max(0, withoutFlight))),
    ]
  }

  /// - Parameter named: the lists that hits are of.
  func lists(named: Set<String>) -> [Identity] {
    let known = Set(lists.map(\.id))
    return [
      Identity("lists of hits that run.json does not name", 0, named.subtracting(known).count),
      Identity("lists that run.json names twice", 0, lists.count - known.count),
    ]
  }
}

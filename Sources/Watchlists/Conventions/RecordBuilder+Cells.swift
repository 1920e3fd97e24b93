internal import Records

/// Facts that come as prose or several in one cell.
extension RecordBuilder {
  /// Adds the dates that were read from one text; what is no date in it is counted.
  mutating func addBirths(
    _ dates: DayFirstDates, isApproximate: Bool = false, raw: String,
    _ findings: inout ListFindings
  ) {
    if dates.hasImpossible || dates.hasUnreadable { addUnreadableBirth(&findings) }
    for date in dates.dates {
      addBirth(
        from: date.interval.from, to: date.interval.to,
        isApproximate: isApproximate || date.approximate, raw: raw, &findings)
    }
  }

  /// Adds the nationalities of a cell, which may hold several: `(1) Germany. (2) Morocco`, `Syrian, Turkish`.
  ///
  /// One that is doubtful or was lost is none: `Possibly Ethiopian`, `Bahrain (citizenship revoked …)`.
  mutating func addNationalities(_ cell: String, _ findings: inout ListFindings) {
    for part in EnumeratedCell.values(cell) {
      let lowered = part.lowercased()
      if ["revoked", "withdrawn", "possibly", "not registered", "unresolved"]
        .contains(where: lowered.contains)
      {
        findings.warn("doubtful or lost nationality value(s) are left out")
        continue
      }
      if CountryNames.alpha3(part) != nil {
        addNationality(part, &findings)
        continue
      }
      let plain = ListedText.clean(
        String(part.prefix { $0 != "(" }).replacing(" by birth", with: ""))
      if CountryNames.alpha3(plain) != nil {
        addNationality(plain, &findings)
        continue
      }
      for text in plain.replacing(". ", with: "|").replacing(" and ", with: "|")
        .split(whereSeparator: { ",/|".contains($0) })
      {
        let name = text.split(separator: " ").filter { !["nationalities"].contains($0) }
        addNationality(name.joined(separator: " "), &findings)
      }
    }
  }

  /// The record; nil, and held, without a name. Question marks in place of letters are held too: that is what is
  /// left of names in another script when a list was saved in an encoding that has no such letters.
  func finishedWithLetters(_ findings: inout ListFindings) -> ListedPerson? {
    let person = finished(&findings)
    if let person, person.names.contains(where: { $0.full.contains("??") }) {
      findings.hold("record(s) with question marks in place of a name's letters")
    }
    return person
  }
}

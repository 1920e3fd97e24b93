/// That a person accepts a list that the gate holds.
public struct ListDecision: Sendable, Equatable {
  public var listID: String
  /// Of the very files: another version needs other decisions.
  public var sha256: String
  /// Of the version that was accepted last when it was decided, with which this one was compared; nil where there
  /// was none, or where a program before version 4 of the tables wrote it.
  public var baseline: String?
  /// The clock (`--now`), RFC 3339.
  public var decided: String
  /// The name of the person who decides.
  public var decidedBy: String
  public var reason: String
  /// Why the gate held the list, as the person was told.
  public var findings: String

  public init(
    listID: String, sha256: String, baseline: String?, decided: String, decidedBy: String,
    reason: String, findings: String
  ) {
    self.listID = listID
    self.sha256 = sha256
    self.baseline = baseline
    self.decided = decided
    self.decidedBy = decidedBy
    self.reason = reason
    self.findings = findings
  }
}

extension Ledger {
  /// Version 4 of the tables: decisions are on a version and on what it was compared with.
  static func addBaselines(_ database: borrowing Database) throws(LedgerError) {
    try addColumn("baseline", "TEXT", to: "list_decisions", database)
  }

  /// Writes one decision; nothing is ever changed or taken out.
  /// - Throws: ``LedgerError/database(path:reason:isFull:)``.
  public func record(_ decision: ListDecision) throws(LedgerError) {
    try database.run(
      """
      INSERT INTO list_decisions (list_id, sha256, decided, decided_by, reason, findings, baseline)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(decision.listID), .text(decision.sha256), .text(decision.decided),
        .text(decision.decidedBy), .text(decision.reason), .text(decision.findings),
        decision.baseline.map { .text($0) } ?? .null,
      ])
  }

  /// The decisions on all versions of a list, the oldest first.
  public func decisions(list: String) throws(LedgerError) -> [ListDecision] {
    try database.run(
      """
      SELECT list_id, sha256, decided, decided_by, reason, findings, baseline FROM list_decisions
      WHERE list_id = ? ORDER BY sequence
      """, [.text(list)]
    ).map { row in
      ListDecision(
        listID: row[0].text ?? "", sha256: row[1].text ?? "", baseline: row[6].text,
        decided: row[2].text ?? "", decidedBy: row[3].text ?? "", reason: row[4].text ?? "",
        findings: row[5].text ?? "")
    }
  }
}

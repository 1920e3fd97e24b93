/// What a version of a list has beside its counters, which later versions are compared with.
public struct LedgerProfile: Sendable, Equatable {
  public var format: String
  /// Bytes of all files, unpacked.
  public var byteCount: Int
  /// Of how many persons is known: a date of birth, one to the day, a gender, a nationality, a document, a place of
  /// birth, a name in other letters than Latin ones, a name with a letter beyond ASCII.
  public var filled: [Int]
  /// What the files consist of: lines of a name, a tabulator and a number.
  public var schema: String

  static let fields = 8

  public init(format: String, byteCount: Int, filled: [Int], schema: String) {
    self.format = format
    self.byteCount = byteCount
    self.filled = filled
    self.schema = schema
  }
}

/// A row for each version of a list, since they say the same night after night.
extension Ledger {
  static func makeProfiles(_ database: borrowing Database) throws(LedgerError) {
    try database.run(
      """
      CREATE TABLE IF NOT EXISTS list_profiles (
        list_id TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL, bytes INTEGER NOT NULL,
        with_birth_date INTEGER NOT NULL, with_full_birth_date INTEGER NOT NULL,
        with_gender INTEGER NOT NULL, with_nationality INTEGER NOT NULL,
        with_document INTEGER NOT NULL, with_place_of_birth INTEGER NOT NULL,
        with_non_latin_name INTEGER NOT NULL, schema TEXT NOT NULL,
        with_non_ascii_name INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (list_id, sha256))
      """)
    // Version 4 of the tables. 0 is what nobody has lost.
    try addColumn(
      "with_non_ascii_name", "INTEGER NOT NULL DEFAULT 0", to: "list_profiles", database)
  }

  /// Another program may have found something else in the same files: the last one is right.
  func insert(_ profile: LedgerProfile, of list: LedgerList) throws(LedgerError) {
    try database.run(
      """
      INSERT OR REPLACE INTO list_profiles (list_id, sha256, format, bytes, with_birth_date,
        with_full_birth_date, with_gender, with_nationality, with_document, with_place_of_birth,
        with_non_latin_name, with_non_ascii_name, schema)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [.text(list.listID), .text(list.sha256), .text(profile.format), .integer(profile.byteCount)]
        + (0..<LedgerProfile.fields).map {
          .integer(profile.filled.indices.contains($0) ? profile.filled[$0] : 0)
        } + [.text(profile.schema)])
  }

  /// The most persons that a list had when runs accepted it.
  /// - Parameters:
  ///   - days: before `before` (RFC 3339) are looked at.
  ///   - since: only later runs (RFC 3339); all if not given.
  public func mostPersons(
    list: String, days: Int, before: String, since: String?
  ) throws(LedgerError) -> Int? {
    try database.run(
      """
      SELECT max(lists.persons) FROM lists JOIN runs ON runs.sequence = lists.run
      WHERE list_id = ? AND accepted = 1 AND started >= date(?, ?) AND started > ?
      """, [.text(list), .text(before), .text("-\(days) days"), .text(since ?? "")]
    ).first?.first?.integer
  }

  func profile(list: String, sha256: String) throws(LedgerError) -> LedgerProfile? {
    try database.run(
      """
      SELECT format, bytes, with_birth_date, with_full_birth_date, with_gender, with_nationality,
        with_document, with_place_of_birth, with_non_latin_name, with_non_ascii_name, schema
      FROM list_profiles WHERE list_id = ? AND sha256 = ?
      """, [.text(list), .text(sha256)]
    ).first.map { row in
      LedgerProfile(
        format: row[0].text ?? "", byteCount: row[1].integer ?? 0,
        filled: row[2..<2 + LedgerProfile.fields].map { $0.integer ?? 0 },
        schema: row[2 + LedgerProfile.fields].text ?? "")
    }
  }
}

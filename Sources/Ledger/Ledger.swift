/// What ran, on which lists, with which result; no personal data, not even counts per flight.
///
/// One SQLite file in the state folder. A run is written once, when it has ended. The acceptance
/// gate asks it how many persons a list had when it was last accepted.
public struct Ledger: ~Copyable {
  /// Stands in `PRAGMA user_version`; raised with each change of the tables.
  public static let schemaVersion = 4
  public static let fileName = "ledger.sqlite3"

  let database: Database

  /// Opens the ledger, made where it is missing.
  /// - Parameter path: the SQLite file; its folder exists.
  /// - Throws: ``LedgerError``.
  public init(path: String) throws(LedgerError) {
    database = try Ledger.open(path)
  }

  private static func open(_ path: String) throws(LedgerError) -> Database {
    let database = try Database(path: path)
    // WAL: a reader (`pnrscreen runs`) never waits for a run that is writing.
    try database.run("PRAGMA journal_mode = WAL")
    try database.run("PRAGMA synchronous = FULL")
    try database.run("PRAGMA foreign_keys = ON")
    let found = try database.run("PRAGMA user_version").first?.first?.integer ?? 0
    guard found <= Ledger.schemaVersion else {
      throw .newerSchema(path: path, found: found, known: Ledger.schemaVersion)
    }
    if found < Ledger.schemaVersion { try makeTables(database) }
    return database
  }

  private static func makeTables(_ database: borrowing Database) throws(LedgerError) {
    try database.run("BEGIN IMMEDIATE")
    try database.run(
      """
      CREATE TABLE IF NOT EXISTS runs (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, run_id TEXT NOT NULL, kind TEXT NOT NULL,
        started TEXT NOT NULL, program_version TEXT NOT NULL, files INTEGER NOT NULL,
        messages INTEGER NOT NULL, persons INTEGER NOT NULL, hits INTEGER NOT NULL,
        quarantined INTEGER NOT NULL, published INTEGER NOT NULL, exit_code INTEGER NOT NULL)
      """)
    try database.run(
      """
      CREATE TABLE IF NOT EXISTS lists (
        run INTEGER NOT NULL REFERENCES runs(sequence), run_id TEXT NOT NULL,
        list_id TEXT NOT NULL, sha256 TEXT NOT NULL, published TEXT, records INTEGER NOT NULL,
        persons INTEGER NOT NULL, names INTEGER NOT NULL, birth_dates INTEGER NOT NULL,
        documents INTEGER NOT NULL, nationalities INTEGER NOT NULL, genders INTEGER NOT NULL,
        accepted INTEGER NOT NULL)
      """)
    try database.run("CREATE INDEX IF NOT EXISTS lists_by_id ON lists(list_id, run)")
    try database.run(
      """
      CREATE TABLE IF NOT EXISTS list_decisions (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, list_id TEXT NOT NULL, sha256 TEXT NOT NULL,
        decided TEXT NOT NULL, decided_by TEXT NOT NULL, reason TEXT NOT NULL,
        findings TEXT NOT NULL)
      """)
    try addBaselines(database)
    try makeProfiles(database)
    try database.run("PRAGMA user_version = \(Ledger.schemaVersion)")
    try database.run("COMMIT")
  }

  /// Adds a column that tables of earlier versions lack.
  static func addColumn(
    _ name: String, _ type: String, to table: String, _ database: borrowing Database
  ) throws(LedgerError) {
    let columns = try database.run("PRAGMA table_info(\(table))")
    guard !columns.contains(where: { $0[1].text == name }) else { return }
    try database.run("ALTER TABLE \(table) ADD COLUMN \(name) \(type)")
  }

  /// Writes one run with its lists, both or neither.
  /// - Returns: the run's number in this ledger.
  /// - Throws: ``LedgerError/database(path:reason:isFull:)``.
  @discardableResult
  public func record(_ run: LedgerRun, lists: [LedgerList]) throws(LedgerError) -> Int {
    try database.run("BEGIN IMMEDIATE")
    do {
      let sequence = try insert(run, lists: lists)
      try database.run("COMMIT")
      return sequence
    } catch {
      _ = try? database.run("ROLLBACK")
      throw error
    }
  }

  private func insert(_ run: LedgerRun, lists: [LedgerList]) throws(LedgerError) -> Int {
    let rows = try database.run(
      """
      INSERT INTO runs (run_id, kind, started, program_version, files, messages, persons, hits,
        quarantined, published, exit_code)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence
      """,
      [
        .text(run.runID), .text(run.kind), .text(run.started), .text(run.programVersion),
        .integer(run.files), .integer(run.messages), .integer(run.persons), .integer(run.hits),
        .integer(run.quarantined), .integer(run.isPublished ? 1 : 0), .integer(run.exitCode),
      ])
    let sequence = rows.first?.first?.integer ?? 0
    for list in lists {
      try database.run(
        "INSERT INTO lists VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          .integer(sequence), .text(run.runID), .text(list.listID), .text(list.sha256),
          list.published.map { .text($0) } ?? .null, .integer(list.records),
          .integer(list.persons), .integer(list.names), .integer(list.birthDates),
          .integer(list.documents), .integer(list.nationalities), .integer(list.genders),
          .integer(list.isAccepted ? 1 : 0),
        ])
      if let profile = list.profile { try insert(profile, of: list) }
    }
    return sequence
  }

  /// Takes out a run that was recorded just before its publication failed.
  public func withdraw(_ sequence: Int) throws(LedgerError) {
    try database.run("DELETE FROM lists WHERE run = ?", [.integer(sequence)])
    try database.run("DELETE FROM runs WHERE sequence = ?", [.integer(sequence)])
  }

  /// All runs, the oldest first.
  public func runs() throws(LedgerError) -> [LedgerRun] {
    try database.run(
      """
      SELECT run_id, kind, started, program_version, files, messages, persons, hits, quarantined,
        published, exit_code FROM runs ORDER BY sequence
      """
    ).map { row in
      LedgerRun(
        runID: row[0].text ?? "", kind: row[1].text ?? "", started: row[2].text ?? "",
        programVersion: row[3].text ?? "", files: row[4].integer ?? 0,
        messages: row[5].integer ?? 0, persons: row[6].integer ?? 0, hits: row[7].integer ?? 0,
        quarantined: row[8].integer ?? 0, isPublished: row[9].integer == 1,
        exitCode: row[10].integer ?? 0)
    }
  }

  /// The list as it was when a run accepted it last; nil when none has.
  public func lastAccepted(list: String) throws(LedgerError) -> LedgerList? {
    try database.run(
      """
      SELECT list_id, sha256, published, accepted, records, persons, names, birth_dates,
        documents, nationalities, genders
      FROM lists WHERE list_id = ? AND accepted = 1 ORDER BY run DESC LIMIT 1
      """, [.text(list)]
    ).first.map { row throws(LedgerError) in
      var list = LedgerList(
        listID: row[0].text ?? "", sha256: row[1].text ?? "", published: row[2].text,
        isAccepted: row[3].integer == 1)
      let counters = row[4...].map { $0.integer ?? 0 }
      list.records = counters[0]
      list.persons = counters[1]
      list.names = counters[2]
      list.birthDates = counters[3]
      list.documents = counters[4]
      list.nationalities = counters[5]
      list.genders = counters[6]
      list.profile = try profile(list: list.listID, sha256: list.sha256)
      return list
    }
  }
}

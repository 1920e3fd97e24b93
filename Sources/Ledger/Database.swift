internal import CSQLite

/// A value of a column.
enum DatabaseValue: Equatable {
  case integer(Int)
  case text(String)
  case null

  var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  var text: String? { if case .text(let value) = self { value } else { nil } }
}

/// The few calls of SQLite that the ledger needs; every `unsafe` of this target stands here.
///
/// Sound throughout: the handle is made in `init`, used only through this value, by one thread at a
/// time since the value is not copyable, and closed in `deinit`; each statement is finalised in the
/// call that prepared it; texts are bound as transient copies and copied out of the row before the
/// next step.
@safe struct Database: ~Copyable {
  let path: String
  private let handle: OpaquePointer

  init(path: String) throws(LedgerError) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX
    let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard let handle = unsafe opened, code == SQLITE_OK else {
      let reason = unsafe String(cString: sqlite3_errstr(code))
      unsafe sqlite3_close_v2(opened)
      throw .database(path: path, reason: reason, isFull: code == SQLITE_FULL)
    }
    unsafe sqlite3_busy_timeout(handle, 5000)
    self.path = path
    unsafe self.handle = handle
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs one statement with its values and gives all rows.
  @discardableResult
  func run(_ sql: String, _ values: [DatabaseValue] = []) throws(LedgerError) -> [[DatabaseValue]] {
    var prepared: OpaquePointer?
    try check(unsafe sqlite3_prepare_v2(handle, sql, -1, &prepared, nil))
    guard let statement = unsafe prepared else { return [] }
    defer { unsafe sqlite3_finalize(statement) }
    for (index, value) in values.enumerated() {
      try check(unsafe bind(value, at: Int32(index + 1), of: statement))
    }
    var rows: [[DatabaseValue]] = []
    while true {
      let code = unsafe sqlite3_step(statement)
      if code == SQLITE_DONE { return rows }
      guard code == SQLITE_ROW else {
        try check(code)
        return rows
      }
      let count = unsafe sqlite3_column_count(statement)
      rows.append((0..<count).map { unsafe column($0, of: statement) })
    }
  }

  private func bind(_ value: DatabaseValue, at index: Int32, of statement: OpaquePointer) -> Int32 {
    switch value {
    case .integer(let number): return unsafe sqlite3_bind_int64(statement, index, Int64(number))
    case .null: return unsafe sqlite3_bind_null(statement, index)
    case .text(let text):
      // -1 is SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
      let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      return unsafe sqlite3_bind_text(statement, index, text, -1, transient)
    }
  }

  private func column(_ index: Int32, of statement: OpaquePointer) -> DatabaseValue {
    switch unsafe sqlite3_column_type(statement, index) {
    case SQLITE_INTEGER: return .integer(Int(unsafe sqlite3_column_int64(statement, index)))
    case SQLITE_NULL: return .null
    default:
      guard let text = unsafe sqlite3_column_text(statement, index) else { return .null }
      return .text(unsafe String(cString: text))
    }
  }

  private func check(_ code: Int32) throws(LedgerError) {
    guard code != SQLITE_OK else { return }
    let reason = unsafe String(cString: sqlite3_errmsg(handle))
    throw .database(path: path, reason: reason, isFull: code & 0xFF == SQLITE_FULL)
  }
}

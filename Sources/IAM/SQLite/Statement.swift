internal import CSQLite

/// A compiled statement, owned by whoever holds the value.
///
/// Finalised when the value ends, unless it is parked for the next use.
struct Statement: ~Copyable {
  private let handle: Handle

  /// Takes over a compiled statement.
  init(_ handle: Handle) {
    self.handle = handle
  }

  deinit {
    // SAFETY: the value is the only owner and ends here. The result repeats an earlier error.
    _ = unsafe sqlite3_finalize(handle.pointer)
  }

  /// The pointer to hand to SQLite while the value lives.
  var pointer: OpaquePointer { unsafe handle.pointer }

  /// The text, with parameters as `?`.
  var sql: String {
    // SAFETY: the text lives as long as the statement and ends with a zero byte.
    guard let text = unsafe sqlite3_sql(pointer) else { return "" }
    return unsafe String(cString: text)
  }

  /// Whether running the statement leaves the file as it is.
  var isReadOnly: Bool {
    // SAFETY: the statement is alive.
    unsafe sqlite3_stmt_readonly(pointer) != 0
  }

  /// Runs to the next row.
  ///
  /// - Returns: `true` on a row, `false` at the end.
  func step() throws(DatabaseError) -> Bool {
    // SAFETY: the statement is alive and in this thread's hands only.
    switch unsafe sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw failure(code)
    }
  }

  /// The error for a result code, in the words of the connection.
  func failure(_ code: Int32) -> DatabaseError {
    // SAFETY: the statement is alive, hence its connection; the message is copied at once.
    let words = unsafe sqlite3_errmsg(sqlite3_db_handle(pointer))
    let message = unsafe words.map { unsafe String(cString: $0) } ?? "unknown error"
    return DatabaseError(code: code, message: message, sql: sql)
  }

  /// Ends the execution, forgets the bound values and gives the statement up for later use.
  consuming func park(counting counters: StatementCounters) -> Handle {
    // SAFETY: the statement is alive. `reset` repeats the error of the last step, known by now.
    unsafe sqlite3_reset(pointer)
    unsafe sqlite3_clear_bindings(pointer)
    counters.add(
      steps: unsafe Int(sqlite3_stmt_status(pointer, SQLITE_STMTSTATUS_VM_STEP, 1)),
      scans: unsafe Int(sqlite3_stmt_status(pointer, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1)),
      sorts: unsafe Int(sqlite3_stmt_status(pointer, SQLITE_STMTSTATUS_SORT, 1)))
    let parked = handle
    discard self
    return parked
  }
}

internal import CSQLite

extension Connection {
  /// Sets what keeps data and process safe, before any SQL runs, and reads every setting back.
  func harden() throws(DatabaseError) {
    try waitForLocks()
    try refuseUnsafeFeatures()
    for setting in Setting.all { try run(script: setting.change) }
    for setting in Setting.all where try integer(setting.query) != setting.value {
      throw DatabaseError(.integrity, "the setting was not taken: \(setting.change)")
    }
  }

  /// Throws unless the library could open the file for writing: it may silently settle for less.
  func requireWritable(path: String) throws(DatabaseError) {
    // SAFETY: the connection is alive and the name is a literal.
    guard unsafe sqlite3_db_readonly(pointer, "main") == 0 else {
      throw DatabaseError(.readOnly, "the database `\(path)` may only be read")
    }
    // Readers without write permission need the log and its index to be there already.
    var keeps: Int32 = 1
    var kept: Int32 = -1
    // SAFETY: SQLite reads or writes one 32-bit number for this operation, while it is lent.
    let codes = unsafe (
      sqlite3_file_control(pointer, "main", SQLITE_FCNTL_PERSIST_WAL, &keeps),
      sqlite3_file_control(pointer, "main", SQLITE_FCNTL_PERSIST_WAL, &kept)
    )
    guard codes == (SQLITE_OK, SQLITE_OK), kept == 1 else {
      throw DatabaseError(.integrity, "the write-ahead log cannot be kept")
    }
  }

  /// Throws unless the file works with a write-ahead log, which creating chose for good.
  func requireWriteAheadLog() throws(DatabaseError) {
    guard try text("PRAGMA journal_mode") == "wal" else {
      throw DatabaseError(.integrity, "the database does not use a write-ahead log")
    }
  }

  private func waitForLocks() throws(DatabaseError) {
    // SAFETY: the connection is alive.
    let code = unsafe sqlite3_busy_timeout(pointer, context.patienceMilliseconds)
    guard code == SQLITE_OK else { throw failure(code, sql: nil) }
  }

  private func refuseUnsafeFeatures() throws(DatabaseError) {
    for option in Option.all {
      var outcome: Int32 = -1
      // SAFETY: the connection is alive and the outcome is lent.
      let code = unsafe iam_sqlite3_db_config_bool(
        pointer, option.code, option.wanted, &outcome)
      guard code == SQLITE_OK, outcome == option.wanted else {
        throw DatabaseError(
          .integrity, "the library refuses the setting \(option.code)", code: code)
      }
    }
    // SAFETY: the connection is alive.
    unsafe sqlite3_limit(pointer, SQLITE_LIMIT_ATTACHED, 0)
    guard unsafe sqlite3_limit(pointer, SQLITE_LIMIT_ATTACHED, -1) == 0 else {
      throw DatabaseError(.integrity, "the library lets other files be attached")
    }
  }
}

extension Connection {
  /// A setting that the library has a call for.
  private struct Option {
    let code: Int32
    let wanted: Int32

    static let all = [
      Option(code: SQLITE_DBCONFIG_DEFENSIVE, wanted: 1),
      Option(code: SQLITE_DBCONFIG_TRUSTED_SCHEMA, wanted: 0),
      Option(code: SQLITE_DBCONFIG_DQS_DDL, wanted: 0),
      Option(code: SQLITE_DBCONFIG_DQS_DML, wanted: 0),
      Option(code: SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, wanted: 0),
      Option(code: SQLITE_DBCONFIG_ENABLE_FKEY, wanted: 1),
      // Closing takes no writer lock, so it must not checkpoint.
      Option(code: SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, wanted: 1),
    ]
  }

  /// A setting that only SQL reaches.
  private struct Setting {
    let change: StaticString
    let query: StaticString
    let value: Int64

    static let all = [
      // A commit that was acknowledged survives a loss of power.
      Setting(change: "PRAGMA synchronous = FULL", query: "PRAGMA synchronous", value: 2),
      // Else `REPLACE` would remove rows without their delete triggers.
      Setting(
        change: "PRAGMA recursive_triggers = ON", query: "PRAGMA recursive_triggers", value: 1),
      // What is deleted is overwritten.
      Setting(change: "PRAGMA secure_delete = ON", query: "PRAGMA secure_delete", value: 1),
      Setting(change: "PRAGMA temp_store = MEMORY", query: "PRAGMA temp_store", value: 2),
      // A damaged file must answer with an error, not with a fault of the process.
      Setting(change: "PRAGMA mmap_size = 0", query: "PRAGMA mmap_size", value: 0),
      Setting(change: "PRAGMA cell_size_check = ON", query: "PRAGMA cell_size_check", value: 1),
      // Checkpoints only under the writer lock.
      Setting(
        change: "PRAGMA wal_autocheckpoint = 0", query: "PRAGMA wal_autocheckpoint", value: 0),
    ]
  }
}

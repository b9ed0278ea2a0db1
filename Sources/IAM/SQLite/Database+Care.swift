internal import CSQLite

extension Database {
  /// Copies the last committed state into a new file, for its owner alone.
  ///
  /// Throws `alreadyExists` when something is at the path. After a failure no file is left.
  func backup(to path: String) throws {
    let target = try DatabaseFile(path)
    guard try target.createEmpty() else {
      throw DatabaseError(.alreadyExists, "`\(target.path)` exists already")
    }
    do {
      try read { transaction in
        try transaction.withConnection { source in try copy(source, to: target) }
      }
    } catch {
      target.remove()
      throw error
    }
  }

  /// Looks at every page, index, constraint and reference. Empty when all is well.
  ///
  /// Where the file itself may only be read, the `CHECK` constraints are left out: the library
  /// does not load them then.
  ///
  /// - Complexity: O(size of the database).
  func integrityCheck() throws -> [IntegrityProblem] {
    try readWithConstraints { transaction in
      var problems: [IntegrityProblem] = []
      try transaction.rows("PRAGMA integrity_check") { row in
        let text = try row.text(0)
        if text != "ok" { problems.append(.structure(text)) }
      }
      try transaction.rows("PRAGMA foreign_key_check") { row in
        problems.append(
          .foreignKey(table: try row.text(0), row: try row.intOrNil(1), parent: try row.text(2)))
      }
      return problems
    }
  }

  private func copy(
    _ source: borrowing Connection, to target: DatabaseFile
  ) throws(DatabaseError) {
    let copy = try Connection.open(path: target.path, access: .readWrite, context: context)
    // SAFETY: both connections outlive the copying, which `finish` ends on every path.
    guard let work = unsafe sqlite3_backup_init(copy.pointer, "main", source.pointer, "main")
    else {
      // SAFETY: the connection is alive.
      throw copy.failure(unsafe sqlite3_extended_errcode(copy.pointer), sql: nil)
    }
    // SAFETY: one step over all pages is one consistent view.
    let step = unsafe sqlite3_backup_step(work, -1)
    let finish = unsafe sqlite3_backup_finish(work)
    guard step == SQLITE_DONE else { throw copy.failure(step, sql: nil) }
    guard finish == SQLITE_OK else { throw copy.failure(finish, sql: nil) }
    try copy.requireKnownSchema()
  }
}

internal import CSQLite

extension Connection {
  /// Runs a body that only reads between `BEGIN` and `COMMIT`.
  func view<Result>(_ body: () throws -> Result) throws -> Result {
    try transaction("BEGIN", body) { connection in try connection.run("COMMIT") }
  }

  /// Runs a body that changes something between `BEGIN IMMEDIATE` and a `COMMIT` that readers are
  /// told of. The writer lock must be held.
  ///
  /// - Parameter rollingBack: whether to roll back in the end even when the body returns.
  func change<Result>(rollingBack: Bool = false, _ body: () throws -> Result) throws -> Result {
    try transaction("BEGIN IMMEDIATE", body) { connection in
      if rollingBack { return try connection.run("ROLLBACK") }
      try connection.context.announcer.announce { try connection.run("COMMIT") }
    }
  }

  /// Rolls back and passes the error on if the body or the end throws.
  private func transaction<Result>(
    _ begin: StaticString, _ body: () throws -> Result,
    end: (borrowing Connection) throws -> Void
  ) throws -> Result {
    try run(begin)
    do {
      let result = try body()
      try requireTransaction()
      try end(self)
      return result
    } catch {
      abandon()
      throw error
    }
  }

  /// Throws if no transaction is open: SQLite ends one by itself after some failures, such as a
  /// full disk, and whatever came after would be committed statement by statement.
  func requireTransaction() throws(DatabaseError) {
    guard isIdle else { return }
    throw DatabaseError(
      .storage(code: iam_sqlite_abort_rollback), "the transaction was rolled back by a failure",
      code: iam_sqlite_abort_rollback)
  }

  /// Rolls back what is open. The connection stays not idle if that fails; closing it then does.
  private func abandon() {
    guard !isIdle else { return }
    do {
      try run("ROLLBACK")
    } catch {
      // The error that led here is the one to report; the owner closes what is not idle.
    }
  }
}

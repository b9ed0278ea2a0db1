internal import CSQLite

extension Connection {
  /// Runs the body between `BEGIN` and `COMMIT`; rolls back and passes the error on if it throws.
  ///
  /// - Parameters:
  ///   - begin: the statement that opens the transaction.
  ///   - rollingBack: whether to roll back in the end even when the body returns.
  func transaction<Result>(
    _ begin: StaticString, rollingBack: Bool = false, _ body: () throws -> Result
  ) throws -> Result {
    try run(begin)
    do {
      let result = try body()
      try requireTransaction()
      try run(rollingBack ? "ROLLBACK" : "COMMIT")
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

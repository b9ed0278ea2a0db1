/// A shape in which a writing transaction is lent: the transaction itself, or what is built on it.
protocol LentTransaction: ~Copyable {
  /// Lends the connection that it runs on.
  func withConnection<Result>(_ body: (borrowing Connection) throws -> Result) rethrows -> Result

  /// Gives the connection back.
  consuming func end() -> Connection
}

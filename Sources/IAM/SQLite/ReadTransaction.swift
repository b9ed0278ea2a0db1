/// One consistent view of the database, lent to a closure.
///
/// Values are bound to the `?` of the SQL in order; a wrong number of values, and SQL that would
/// change something, are bugs and stop the program.
struct ReadTransaction: ~Copyable {
  private let connection: Connection

  /// Takes over a connection for the time of a transaction.
  init(_ connection: consuming Connection) {
    self.connection = connection
  }

  /// Hands every row to a closure, in order. The closure may run other statements.
  func rows(
    _ sql: StaticString, _ arguments: any SQLBindable..., each: (borrowing Row) throws -> Void
  ) throws {
    try visit(sql, arguments) { row in
      try each(row)
      return true
    }
  }

  /// Hands rows to a closure, in order, as long as there are any and it answers `true`.
  func firstRows(
    _ sql: StaticString, _ arguments: any SQLBindable...,
    while wantsMore: (borrowing Row) throws -> Bool
  ) throws {
    try visit(sql, arguments, wantsMore)
  }

  /// What the closure makes of every row, in order; empty when there is none.
  func all<Element>(
    _ sql: StaticString, _ arguments: any SQLBindable...,
    row: (borrowing Row) throws -> Element
  ) throws -> [Element] {
    var elements: [Element] = []
    try visit(sql, arguments) { current in
      elements.append(try row(current))
      return true
    }
    return elements
  }

  /// What the closure makes of the first row, or `nil` when there is none.
  func first<Element>(
    _ sql: StaticString, _ arguments: any SQLBindable...,
    row: (borrowing Row) throws -> Element
  ) throws -> Element? {
    var element: Element?
    try visit(sql, arguments) { current in
      element = try row(current)
      return false
    }
    return element
  }

  /// Whether there is a row.
  func exists(_ sql: StaticString, _ arguments: any SQLBindable...) throws -> Bool {
    var found = false
    try visit(sql, arguments) { _ in
      found = true
      return false
    }
    return found
  }

  private func visit(
    _ sql: StaticString, _ arguments: [any SQLBindable], _ body: (borrowing Row) throws -> Bool
  ) throws {
    try connection.requireTransaction()
    try connection.run(sql, arguments) { statement in
      precondition(statement.isReadOnly, "a reading transaction cannot change anything: \(sql)")
      while try statement.step(), try body(Row(of: statement)) {}
    }
  }
}

extension ReadTransaction: LentTransaction {
  /// Lends the connection, for the parts of the database that are not statements.
  func withConnection<Result>(_ body: (borrowing Connection) throws -> Result) rethrows -> Result {
    try body(connection)
  }

  /// Gives the connection back.
  consuming func end() -> Connection { connection }
}

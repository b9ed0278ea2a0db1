internal import CSQLite

/// A change in the making, lent to a closure: all of it is committed, or none.
struct WriteTransaction: ~Copyable {
  /// Reads what the transaction sees: the last committed state and its own changes.
  let reading: ReadTransaction

  /// Takes over a connection for the time of a transaction.
  init(_ connection: consuming Connection) {
    reading = ReadTransaction(connection)
  }

  /// Runs a statement that changes something.
  ///
  /// - Returns: how many rows it changed itself, without those of triggers and foreign keys;
  ///   0 for statements that change the schema.
  @discardableResult
  func execute(_ sql: StaticString, _ arguments: any SQLBindable...) throws -> Int {
    try execute(sql, with: arguments)
  }

  /// Runs a statement that changes something, its values in an array.
  @discardableResult
  func execute(_ sql: StaticString, with arguments: [any SQLBindable]) throws -> Int {
    try reading.withConnection { connection in
      // SAFETY: the connection is alive.
      let before = unsafe sqlite3_total_changes64(connection.pointer)
      try visit(sql, arguments) { _ in }
      let isChanged = unsafe sqlite3_total_changes64(connection.pointer) != before
      return isChanged ? unsafe Int(sqlite3_changes64(connection.pointer)) : 0
    }
  }

  /// What the closure makes of every row that a changing statement returns.
  func all<Element>(
    _ sql: StaticString, _ arguments: any SQLBindable...,
    row: (borrowing Row) throws -> Element
  ) throws -> [Element] {
    var elements: [Element] = []
    try visit(sql, arguments) { elements.append(try row($0)) }
    return elements
  }

  /// What the closure makes of the first row that a changing statement returns, or `nil`.
  func first<Element>(
    _ sql: StaticString, _ arguments: any SQLBindable...,
    row: (borrowing Row) throws -> Element
  ) throws -> Element? {
    var element: Element?
    try visit(sql, arguments) { current in
      if element == nil { element = try row(current) }
    }
    return element
  }

  /// Runs to the end even when one row would do: rules are checked only there.
  private func visit(
    _ sql: StaticString, _ arguments: [any SQLBindable], _ body: (borrowing Row) throws -> Void
  ) throws {
    try reading.withConnection { connection in
      try connection.requireTransaction()
      try connection.run(sql, arguments) { statement in
        while try statement.step() { try body(Row(of: statement)) }
      }
    }
  }
}

extension WriteTransaction: LentTransaction {
  func withConnection<Result>(_ body: (borrowing Connection) throws -> Result) rethrows -> Result {
    try reading.withConnection(body)
  }

  consuming func end() -> Connection { reading.end() }
}

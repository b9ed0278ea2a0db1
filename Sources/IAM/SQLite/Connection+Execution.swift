internal import CSQLite

extension Connection {
  /// Whether no transaction is open.
  var isIdle: Bool {
    // SAFETY: the connection is alive.
    unsafe sqlite3_get_autocommit(pointer) != 0
  }

  /// Lends the statement for a text, with values bound, to a closure.
  ///
  /// The statement is ready for reuse afterwards, whether the closure returns or throws.
  func run<Result>(
    _ sql: StaticString, _ values: [any SQLBindable],
    _ body: (borrowing Statement) throws -> Result
  ) throws -> Result {
    let statement = try statement(sql)
    do {
      try statement.bind(values)
      try strike(sql.description)
      let result = try body(statement)
      park(statement, for: sql)
      return result
    } catch {
      park(statement, for: sql)
      throw error
    }
  }

  /// Runs a statement to its end and drops its rows.
  func run(_ sql: StaticString) throws(DatabaseError) {
    let statement = try statement(sql)
    do throws(DatabaseError) {
      try strike(sql.description)
      while try statement.step() {}
      park(statement, for: sql)
    } catch {
      park(statement, for: sql)
      throw error
    }
  }

  /// Runs all statements of a script.
  func run(script: StaticString) throws(DatabaseError) {
    // SAFETY: the text of a literal lives for ever and ends with zero.
    try unsafe run(script: script.cString)
  }

  /// Runs all statements of a script that the program itself put together.
  func run(script: String) throws(DatabaseError) {
    let bytes = script.utf8CString
    try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(DatabaseError) in
      guard let start = buffer.baseAddress else { return }
      // SAFETY: the buffer ends with a zero byte and is lent for the whole run.
      try unsafe run(script: start)
    }
  }

  /// The integer in the first column of the only row.
  func integer(_ sql: StaticString) throws(DatabaseError) -> Int64 {
    try single(sql) { (row) throws(DatabaseError) in try row.int(0) }
  }

  /// The text in the first column of the only row.
  func text(_ sql: StaticString) throws(DatabaseError) -> String {
    try single(sql) { (row) throws(DatabaseError) in try row.text(0) }
  }

  private func single<Value>(
    _ sql: StaticString, _ value: (borrowing Row) throws(DatabaseError) -> Value
  ) throws(DatabaseError) -> Value {
    let statement = try statement(sql)
    do throws(DatabaseError) {
      try strike(sql.description)
      guard try statement.step() else {
        throw DatabaseError(.integrity, "one row was expected", sql: sql.description)
      }
      let result = try value(Row(of: statement))
      park(statement, for: sql)
      return result
    } catch {
      park(statement, for: sql)
      throw error
    }
  }

  private func run(script: UnsafePointer<CChar>) throws(DatabaseError) {
    // SAFETY: the caller lends the text for the time of the call.
    var rest = unsafe script
    // SAFETY: `rest` stays within the text, which ends with zero and is lent by the caller.
    while unsafe rest.pointee != 0 {
      var statement: Statement?
      unsafe rest = try compile(rest, flags: 0, into: &statement)
      // White space and comments hold no statement.
      guard let statement = statement.take() else { continue }
      try strike(statement.sql)
      while try statement.step() {}
    }
  }

  private func strike(_ sql: @autoclosure () -> String) throws(DatabaseError) {
    guard let code = context.faults?.strike() else { return }
    throw DatabaseError(code: code, message: "a failure was asked for", sql: sql())
  }
}

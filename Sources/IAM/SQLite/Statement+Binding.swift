internal import CSQLite

extension Statement {
  /// Binds the values, in order, to the parameters.
  ///
  /// A wrong number of values is a bug of the caller and stops the program.
  func bind(_ values: [any SQLBindable]) throws(DatabaseError) {
    // SAFETY: the statement is alive.
    let expected = unsafe Int(sqlite3_bind_parameter_count(pointer))
    guard values.count == expected else {
      preconditionFailure("\(values.count) values for \(expected) parameters in: \(sql)")
    }
    var position: Int32 = 0
    for value in values {
      position += 1
      let code = bind(value.sqlValue, at: position)
      guard code == SQLITE_OK else { throw failure(code) }
    }
  }

  private func bind(_ value: SQLValue, at position: Int32) -> Int32 {
    switch value {
    case .null:
      // SAFETY: the statement is alive.
      unsafe sqlite3_bind_null(pointer, position)
    case .integer(let integer):
      // SAFETY: the statement is alive.
      unsafe sqlite3_bind_int64(pointer, position, integer)
    case .text(let text):
      bind(text: text, at: position)
    case .blob(let bytes):
      bind(blob: bytes, at: position)
    }
  }

  private func bind(text: String, at position: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      guard let count = Int32(exactly: bytes.count) else { return SQLITE_TOOBIG }
      // A null pointer would bind `null`; the empty text needs some address.
      guard let start = bytes.baseAddress else {
        // SAFETY: the statement is alive; SQLite copies the zero bytes of an immortal literal.
        return unsafe iam_sqlite3_bind_text_copy(pointer, position, "", 0)
      }
      // SAFETY: SQLite copies `count` bytes before it returns, while the buffer is lent.
      return unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        unsafe iam_sqlite3_bind_text_copy(pointer, position, $0, count)
      }
    }
  }

  private func bind(blob: [UInt8], at position: Int32) -> Int32 {
    guard let count = Int32(exactly: blob.count) else { return SQLITE_TOOBIG }
    guard count > 0 else {
      // SAFETY: the statement is alive. A null pointer would bind `null`, this binds no bytes.
      return unsafe sqlite3_bind_zeroblob(pointer, position, 0)
    }
    // SAFETY: SQLite copies `count` bytes before it returns, while the buffer is lent.
    return unsafe blob.withUnsafeBytes { bytes in
      unsafe iam_sqlite3_bind_blob_copy(pointer, position, bytes.baseAddress, count)
    }
  }
}

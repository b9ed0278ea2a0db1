internal import CSQLite

/// The row on which a statement stands, lent to a closure for the time of one step.
///
/// Columns count from 0. A column of another storage class, one that does not exist and text that
/// is not UTF-8 throw an integrity error; nothing is converted silently.
struct Row: ~Copyable {
  private let handle: Handle

  /// The current row of a statement.
  init(of statement: borrowing Statement) {
    // SAFETY: the row is lent while the statement is borrowed, so it never outlives it.
    handle = unsafe Handle(statement.pointer)
  }

  /// An integer.
  func int(_ column: Int) throws(DatabaseError) -> Int64 {
    guard let value = try intOrNil(column) else { throw mismatch(column, expected: "an integer") }
    return value
  }

  /// An integer, or `nil` for `null`.
  func intOrNil(_ column: Int) throws(DatabaseError) -> Int64? {
    guard try holds(SQLITE_INTEGER, column, expected: "an integer") else { return nil }
    // SAFETY: the statement stands on a row and the column exists, as its class was read.
    return unsafe sqlite3_column_int64(handle.pointer, Int32(column))
  }

  /// A boolean: the integer 0 or 1, nothing else.
  func bool(_ column: Int) throws(DatabaseError) -> Bool {
    switch try int(column) {
    case 0: return false
    case 1: return true
    default: throw mismatch(column, expected: "0 or 1")
    }
  }

  /// Text.
  func text(_ column: Int) throws(DatabaseError) -> String {
    guard let value = try textOrNil(column) else { throw mismatch(column, expected: "text") }
    return value
  }

  /// Text, or `nil` for `null`.
  func textOrNil(_ column: Int) throws(DatabaseError) -> String? {
    guard try holds(SQLITE_TEXT, column, expected: "text") else { return nil }
    // SAFETY: as above; the bytes are copied before the statement is touched again, and `bytes`
    // after `text` answers the length of this very encoding.
    guard let start = unsafe sqlite3_column_text(handle.pointer, Int32(column)) else {
      throw mismatch(column, expected: "text that fits in memory")
    }
    let count = unsafe Int(sqlite3_column_bytes(handle.pointer, Int32(column)))
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    do {
      return unsafe String(copying: try UTF8Span(validating: bytes.span))
    } catch {
      throw mismatch(column, expected: "valid UTF-8")
    }
  }

  /// Lends the bytes of text, which are not checked to be UTF-8, without copying them.
  ///
  /// - Returns: `false` for `null`, for which the closure is not called.
  func withUTF8(
    _ column: Int, _ body: (Span<UInt8>) -> Void
  ) throws(DatabaseError) -> Bool {
    guard try holds(SQLITE_TEXT, column, expected: "text") else { return false }
    // SAFETY: as above; SQLite owns the bytes until the statement is touched again.
    guard let start = unsafe sqlite3_column_text(handle.pointer, Int32(column)) else {
      throw mismatch(column, expected: "text that fits in memory")
    }
    let count = unsafe Int(sqlite3_column_bytes(handle.pointer, Int32(column)))
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    unsafe body(bytes.span)
    return true
  }

  /// Lends the bytes of a text to a closure, without making a string of them.
  func withText<Result>(
    _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    guard try holds(SQLITE_TEXT, column, expected: "text"),
      // SAFETY: as above; the bytes are lent only until the closure returns.
      let start = unsafe sqlite3_column_text(handle.pointer, Int32(column))
    else { throw mismatch(column, expected: "text") }
    let count = unsafe Int(sqlite3_column_bytes(handle.pointer, Int32(column)))
    return try unsafe body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Bytes; may be empty.
  func blob(_ column: Int) throws(DatabaseError) -> [UInt8] {
    guard let value = try blobOrNil(column) else { throw mismatch(column, expected: "a blob") }
    return value
  }

  /// Bytes, which may be empty, or `nil` for `null`.
  func blobOrNil(_ column: Int) throws(DatabaseError) -> [UInt8]? {
    guard try holds(SQLITE_BLOB, column, expected: "a blob") else { return nil }
    // SAFETY: as for text. A null pointer stands for no bytes.
    guard let start = unsafe sqlite3_column_blob(handle.pointer, Int32(column)) else { return [] }
    let count = unsafe Int(sqlite3_column_bytes(handle.pointer, Int32(column)))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  /// `true` for the storage class, `false` for `null`; throws for anything else.
  private func holds(
    _ storageClass: Int32, _ column: Int, expected: String
  ) throws(DatabaseError) -> Bool {
    // SAFETY: the statement stands on a row.
    guard unsafe column >= 0 && column < Int(sqlite3_data_count(handle.pointer)) else {
      throw mismatch(column, expected: "a column")
    }
    switch unsafe sqlite3_column_type(handle.pointer, Int32(column)) {
    case storageClass: return true
    case SQLITE_NULL: return false
    default: throw mismatch(column, expected: expected)
    }
  }

  private func mismatch(_ column: Int, expected: String) -> DatabaseError {
    // SAFETY: the statement is alive; its text ends with a zero byte and is copied at once.
    let sql = unsafe sqlite3_sql(handle.pointer).map { unsafe String(cString: $0) }
    return DatabaseError(.integrity, "column \(column) does not hold \(expected)", sql: sql)
  }
}

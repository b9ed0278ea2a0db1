internal import CSQLite

extension DatabaseError {
  /// An error that SQLite reported.
  ///
  /// - Parameters:
  ///   - code: the extended result code; never `SQLITE_OK`.
  ///   - message: SQLite's words, which name tables and columns but hold no value.
  ///   - sql: the text of the statement, if there was one.
  init(code: Int32, message: String, sql: String?) {
    self.init(Self.kind(of: code), message, code: code, sql: sql)
  }

  /// Whether a unique index or a primary key holds the same key already.
  public var isUniqueViolation: Bool {
    switch kind {
    case .constraint(let code):
      code == iam_sqlite_constraint_unique || code == iam_sqlite_constraint_primary_key
        || code == iam_sqlite_constraint_row_id
    default: false
    }
  }

  private static func kind(of code: Int32) -> Kind {
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .busy
    case SQLITE_READONLY: .readOnly
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CORRUPT: .integrity
    case SQLITE_CONSTRAINT: .constraint(code: code)
    default: .storage(code: code)
    }
  }
}

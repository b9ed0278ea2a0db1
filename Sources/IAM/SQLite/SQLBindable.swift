/// A Swift value that may be bound to a parameter of a statement.
protocol SQLBindable: Sendable {
  /// The value as SQLite stores it.
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
  /// The value itself.
  var sqlValue: SQLValue { self }
}

extension Int: SQLBindable {
  /// An integer.
  var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLBindable {
  /// An integer.
  var sqlValue: SQLValue { .integer(self) }
}

extension Bool: SQLBindable {
  /// The integer 1 for `true`, 0 for `false`.
  var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension String: SQLBindable {
  /// Text, in the form given: nothing is normalised here.
  var sqlValue: SQLValue { .text(self) }
}

extension Array: SQLBindable where Element == UInt8 {
  /// A blob.
  var sqlValue: SQLValue { .blob(self) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
  /// The wrapped value, or `null`.
  var sqlValue: SQLValue {
    switch self {
    case .none: .null
    case .some(let wrapped): wrapped.sqlValue
    }
  }
}

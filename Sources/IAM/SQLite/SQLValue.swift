/// One value as SQLite stores it: the storage classes that the schema uses.
///
/// Floating point is absent on purpose: no column holds it, so reading one is an integrity error.
enum SQLValue: Sendable, Equatable {
  /// No value.
  case null
  /// A signed 64-bit integer; also times (milliseconds) and booleans (0 or 1).
  case integer(Int64)
  /// Unicode text; may hold U+0000.
  case text(String)
  /// Bytes; may be empty, which differs from `null`.
  case blob([UInt8])
}

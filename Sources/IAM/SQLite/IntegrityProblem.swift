/// One thing that is wrong in the stored data.
enum IntegrityProblem: Sendable, Equatable {
  /// A damaged page, index or constraint, in SQLite's words.
  case structure(String)
  /// A row that refers to a row which does not exist.
  ///
  /// `row` is `nil` in tables without row identifiers.
  case foreignKey(table: String, row: Int64?, parent: String)
}

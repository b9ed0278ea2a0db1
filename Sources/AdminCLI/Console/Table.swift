import IAM

/// Rows of the same columns. The first column says what a row is about and is never cut.
struct Table: Sendable, Equatable {
  /// The JSON key of each column.
  let keys: [String]
  /// The heading of each column.
  let headings: [Text]
  /// Whether people can do without a column, one a column.
  let areDetails: [Bool]
  /// The cells of each row, one a column.
  let rows: [[Cell]]

  /// A table of any rows.
  init<Row>(_ rows: some Sequence<Row>, columns: [Column<Row>]) {
    self.keys = columns.map(\.key)
    self.headings = columns.map(\.heading)
    self.areDetails = columns.map(\.isDetail)
    self.rows = rows.map { row in columns.map { $0.cell(row) } }
  }

  /// An array of objects.
  var json: JSONValue {
    .array(rows.map { row in .object(zip(keys, row).map { (key: $0, value: $1.json) }) })
  }

  /// A line a row, tabs between the cells, no heading.
  var plain: String {
    rows.map { $0.map(\.plain).joined(separator: "\t") + "\n" }.joined()
  }
}

/// A column of a table: how it is called, and what of a row it shows.
struct Column<Row>: Sendable {
  /// The JSON key, in snake_case; never changes once published.
  let key: String
  /// The heading for people.
  let heading: Text
  /// Whether people can do without it where a line is short.
  let isDetail: Bool
  /// The value of a row.
  let cell: @Sendable (Row) -> Cell

  /// A column.
  init(
    _ key: String, _ heading: Text, isDetail: Bool = false,
    cell: @escaping @Sendable (Row) -> Cell
  ) {
    self.key = key
    self.heading = heading
    self.isDetail = isDetail
    self.cell = cell
  }
}

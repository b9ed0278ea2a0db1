/// One labelled value of a record.
struct Field: Sendable, Equatable {
  /// The JSON key, in snake_case; never changes once published.
  let key: String
  /// The label for people.
  let label: Text
  /// The value.
  let cell: Cell

  /// A field.
  init(_ key: String, _ label: Text, _ cell: Cell) {
    self.key = key
    self.label = label
    self.cell = cell
  }
}

import IAM

/// One thing, as labelled values in a fixed order.
struct Record: Sendable, Equatable {
  /// The values in order.
  let fields: [Field]

  /// A record of these fields.
  init(_ fields: [Field]) {
    self.fields = fields
  }

  /// An object.
  var json: JSONValue {
    .object(fields.map { (key: $0.key, value: $0.cell.json) })
  }

  /// A line a field: JSON key, tab, value.
  var plain: String {
    fields.map { "\($0.key)\t\($0.cell.plain)\n" }.joined()
  }

  /// A line a field, labels aligned; long values go on below themselves.
  func text(in language: Language, on terminal: Terminal) -> String {
    let labels = fields.map { $0.label[language] }
    let width = labels.map(Width.of).max() ?? 0
    let room = max(16, terminal.width - width - 2)
    let lines = zip(labels, fields).flatMap { label, field in
      let values = field.cell.lines(in: language).flatMap { Width.wrap($0, to: room) }
      let first = Style.bold.applied(to: Width.pad(label, to: width), by: terminal)
      let others = values.dropFirst().map { String(repeating: " ", count: width + 2) + $0 }
      return ["\(first)  \(values[0])"] + others
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

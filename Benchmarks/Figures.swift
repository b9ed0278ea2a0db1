import IAM

/// What was measured: names, numbers, and what they should be.
struct Figures {
  /// One number.
  struct Row {
    var name: String
    var value: Double
    var note: String
  }

  private(set) var rows: [Row] = []
  /// The counts that are not as they must be.
  private(set) var broken: [String] = []

  /// Adds a number.
  mutating func add(_ name: String, _ value: Double, _ note: String = "") {
    rows.append(Row(name: name, value: value, note: note))
  }

  /// Adds a count that must be what it must be.
  mutating func gate(_ name: String, _ value: Int, mustBe wanted: Int = 0) {
    add(name, Double(value), "must be \(wanted)")
    if value != wanted { broken.append(name) }
  }

  /// A number added before.
  subscript(name: String) -> Double? { rows.last { $0.name == name }?.value }

  /// Adds how often one number goes into another, where both were measured.
  mutating func ratio(_ name: String, _ upper: String, _ lower: String, _ note: String) {
    guard let upper = self[upper], let lower = self[lower], lower > 0 else { return }
    add(name, upper / lower, note)
  }

  /// A line a number.
  var table: String {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { row in
      let gap = String(repeating: " ", count: width - row.name.count + 2)
      return row.name + gap + text(row.value) + (row.note.isEmpty ? "" : "   (\(row.note))") + "\n"
    }.joined()
  }

  /// One object, flat.
  var json: String {
    "{\n" + rows.map { "  \"\($0.name)\": \(text($0.value))" }.joined(separator: ",\n") + "\n}\n"
  }

  private func text(_ value: Double) -> String {
    if value >= 1000 || value == value.rounded() { return String(Int64(value.rounded())) }
    let scaled = Int64((value * 1000).rounded())
    let rest = String(scaled % 1000)
    return "\(scaled / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}

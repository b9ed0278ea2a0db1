/// A titled list in a help text: terms at the left, what they mean at the right.
struct HelpBlock {
  /// The line above.
  let title: Text
  /// Terms and their meanings; a row without meaning is its term alone.
  var rows: [(term: String, meaning: String)]

  /// A block of rows.
  init(title: Text, rows: [(String, String)]) {
    self.title = title
    self.rows = rows
  }

  /// A block of parameters.
  init(title: Text, shapes: [ParameterShape], _ language: Language) {
    self.init(
      title: title,
      rows: shapes.map { shape in
        let choices: String
        if case .words(let words) = shape.completion, !shape.placeholder.contains("|") {
          choices = " (\(words.joined(separator: "|")))"
        } else {
          choices = ""
        }
        return (shape.term + (shape.isRepeated ? "…" : ""), shape.help[language] + choices)
      })
  }

  /// The block, or nothing when it has no rows.
  func text(in language: Language, width: Int) -> String {
    guard !rows.isEmpty else { return "" }
    let widths = rows.filter { !$0.meaning.isEmpty }.map { Width.of($0.term) }
    let column = min(widths.max() ?? 0, 30)
    let indent = String(repeating: " ", count: column + 4)
    var lines = [title[language] + Text(zh: "：", en: ":")[language]]
    for row in rows {
      guard !row.meaning.isEmpty else {
        lines.append("  \(row.term)")
        continue
      }
      var meaning = Width.wrap(row.meaning, to: max(24, width - column - 4))[...]
      if Width.of(row.term) > column {
        lines.append("  \(row.term)")
      } else {
        lines.append("  \(Width.pad(row.term, to: column))  \(meaning.removeFirst())")
      }
      lines += meaning.map { indent + $0 }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Table {
  /// Aligned columns under a heading; where they do not fit, without the details, and where even
  /// that does not, a record a row.
  func text(in language: Language, on terminal: Terminal) -> String {
    guard !rows.isEmpty else { return Text(zh: "（无）", en: "(none)")[language] + "\n" }
    if let text = text(of: Array(keys.indices), in: language, on: terminal) { return text }
    let essential = keys.indices.filter { !areDetails[$0] }
    guard let text = text(of: essential, in: language, on: terminal) else {
      return recordText(in: language, on: terminal)
    }
    let hidden = keys.indices.filter { areDetails[$0] }.map { headings[$0][language] }
    let note = Text(
      zh: "（窗口较窄，未显示：\(hidden.joined(separator: "、"))）",
      en: "(left out in so narrow a window: \(hidden.joined(separator: ", ")))")
    return text + Width.wrap(note[language], to: terminal.width).map { $0 + "\n" }.joined()
  }

  /// Some of the columns, or `nil` when they do not fit.
  private func text(
    of columns: [Int], in language: Language, on terminal: Terminal
  ) -> String? {
    let heads = columns.map { headings[$0][language] }
    let cells = rows.map { row in columns.map { row[$0] } }
    let shown = cells.map { $0.map { $0.brief(in: language) } }
    var widths = heads.indices.map { column in
      shown.reduce(Width.of(heads[column])) { max($0, Width.of($1[column])) }
    }
    guard Self.fit(&widths, heads: heads, into: terminal.width) else { return nil }
    let head = Self.line(heads, widths, leading: cells[0].map(\.isNumber))
    let lines = zip(cells, shown).map { row, texts in
      let fitted = row.indices.map { column in
        row[column].isTime && Width.of(texts[column]) > widths[column]
          ? ExchangeTime.day(texts[column]) : texts[column]
      }
      return Self.line(fitted, widths, leading: row.map(\.isNumber)) + "\n"
    }
    return Style.bold.applied(to: head, by: terminal) + "\n" + lines.joined()
  }

  /// Narrows the widest columns but the first, none below its heading or 8, until the line fits.
  private static func fit(_ widths: inout [Int], heads: [String], into width: Int) -> Bool {
    let gaps = 2 * (widths.count - 1)
    var excess = widths.reduce(gaps, +) - width
    while excess > 0 {
      let narrowable = widths.indices.dropFirst().filter {
        widths[$0] > max(8, Width.of(heads[$0]))
      }
      guard let widest = narrowable.max(by: { widths[$0] < widths[$1] }) else { return false }
      widths[widest] -= 1
      excess -= 1
    }
    return true
  }

  private static func line(_ cells: [String], _ widths: [Int], leading: [Bool]) -> String {
    let padded = cells.indices.map { column in
      let cell = Width.cut(cells[column], to: widths[column])
      let isLast = column == cells.count - 1 && !leading[column]
      return isLast ? cell : Width.pad(cell, to: widths[column], leading: leading[column])
    }
    return padded.joined(separator: "  ")
  }

  private func recordText(in language: Language, on terminal: Terminal) -> String {
    rows.map { row in
      Record(zip(zip(keys, headings), row).map { Field($0.0, $0.1, $1) })
        .text(in: language, on: terminal)
    }
    .joined(separator: "\n")
  }
}

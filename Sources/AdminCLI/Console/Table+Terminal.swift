extension Table {
  /// Aligned columns under a heading; where even cut columns do not fit, a record a row.
  func text(in language: Language, on terminal: Terminal) -> String {
    guard !rows.isEmpty else { return Text(zh: "（无）", en: "(none)")[language] + "\n" }
    let heads = headings.map { $0[language] }
    let shown = rows.map { $0.map { $0.shown(in: language) } }
    var widths = heads.indices.map { column in
      shown.reduce(Width.of(heads[column])) { max($0, Width.of($1[column])) }
    }
    guard Self.fit(&widths, heads: heads, into: terminal.width) else {
      return recordText(in: language, on: terminal)
    }
    let head = Self.line(heads, widths, leading: rows[0].map(\.isNumber))
    let lines = zip(rows, shown).map { row, cells in
      Self.line(cells, widths, leading: row.map(\.isNumber)) + "\n"
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

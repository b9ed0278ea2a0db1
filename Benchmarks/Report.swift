/// One line of the table: a figure, what it is held against, and whether that holds.
struct ReportLine {
  /// How a number is written.
  enum Unit {
    case perSecond, milliseconds, seconds, megabytes, count
  }

  /// What a figure, or how often another goes into it, must be.
  enum Bar {
    case atLeast(Double)
    case atMost(Double)
    case exactly(Double)
  }

  var title: String
  var figure: String
  var unit: Unit
  /// The figure to divide by, with what it is called.
  var beside: (figure: String, title: String)?
  var bar: Bar?
}

/// The table of all figures with their bars.
struct Report {
  let figures: Figures
  let sections: [(title: String, lines: [ReportLine])]

  /// What must hold and does not: the titles.
  func missed(countsOnly: Bool = false) -> [String] {
    sections.flatMap(\.lines).filter { line in
      guard !countsOnly || line.unit == .count else { return false }
      return holds(line) == false
    }.map { line in line.title + (line.beside.map { " beside \($0.title)" } ?? "") }
  }

  /// The table as text.
  var text: String {
    var rows = [["", "measured", "beside", "", "ratio", "bar", "holds"]]
    for section in sections where section.lines.contains(where: { figures[$0.figure] != nil }) {
      rows.append([section.title])
      rows += section.lines.compactMap(row)
    }
    return Self.aligned(rows)
  }

  /// Whether a line's bar holds; `nil` where it has none or something was not measured.
  private func holds(_ line: ReportLine) -> Bool? {
    guard let bar = line.bar, let value = compared(line) else { return nil }
    return switch bar {
    case .atLeast(let bound): value >= bound
    case .atMost(let bound): value <= bound
    case .exactly(let wanted): value == wanted
    }
  }

  private func compared(_ line: ReportLine) -> Double? {
    guard let beside = line.beside else { return figures[line.figure] }
    return figures.ratio(line.figure, beside.figure)
  }

  private func row(_ line: ReportLine) -> [String]? {
    guard let value = figures[line.figure] else { return nil }
    var cells = ["  " + line.title, line.unit.text(value)]
    if let beside = line.beside {
      cells += [beside.title, figures[beside.figure].map(line.unit.text) ?? "not measured"]
      cells.append(compared(line)?.decimal(places: 2) ?? "")
    } else {
      cells += ["", "", ""]
    }
    guard let bar = line.bar else { return cells }
    return cells + [bar.text, holds(line).map { $0 ? "yes" : "NO" } ?? "-"]
  }

  /// Columns of numbers end, columns of words begin at the same place.
  private static func aligned(_ rows: [[String]]) -> String {
    let widths = (0..<7).map { column in
      rows.filter { $0.count > 1 }.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let gap = String(repeating: " ", count: max(0, widths[column] - cell.count))
        return [1, 3, 4].contains(column) ? gap + cell : cell + gap
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

extension ReportLine.Bar {
  /// As it stands in the table.
  var text: String {
    switch self {
    case .atLeast(let bound): ">= \(bound.decimal(places: 1))"
    case .atMost(let bound): "<= \(bound.decimal(places: 1))"
    case .exactly(let wanted): "= \(wanted.decimal(places: 1))"
    }
  }
}

extension ReportLine.Unit {
  /// A number with its unit.
  func text(_ value: Double) -> String {
    switch self {
    case .perSecond where value >= 1_000_000: (value / 1_000_000).decimal(places: 2) + " M/s"
    case .perSecond where value >= 10_000: (value / 1000).decimal(places: 0) + " k/s"
    case .perSecond: value.decimal(places: 0) + " /s"
    case .milliseconds: value.decimal(places: 2) + " ms"
    case .seconds: value.decimal(places: 2) + " s"
    case .megabytes: value.decimal(places: 1) + " MB"
    case .count: value.decimal(places: 3)
    }
  }
}

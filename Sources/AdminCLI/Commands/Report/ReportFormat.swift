/// The forms in which a report is written as a file.
enum ReportFormat: String, CaseIterable, CommandValue {
  /// A page of its own for browsers and printers.
  case html
  /// Comma-separated values for spreadsheets (RFC 4180).
  case csv
  /// One JSON array.
  case json
}

/// `--format F` of the reports.
let reportFormatOption = OptionalOption(
  "--format", "F", Text(zh: "html、csv 或 json；默认为表格", en: "html, csv or json; else a table"),
  as: ReportFormat.self)

extension Output {
  /// A report in the form asked for; a table unless one was.
  static func report<Row>(
    _ rows: [Row], _ columns: [Column<Row>], title: Text, subtitle: String,
    _ format: ReportFormat?, in language: Language
  ) -> Output {
    let table = Table(rows, columns: columns)
    return switch format {
    case nil: Output(.table(table))
    case .json: .document(table.json)
    case .csv: .text(table.csv, json: table.json)
    case .html:
      .text(
        HTMLReport(table: table, title: title, subtitle: subtitle).text(in: language),
        json: table.json)
    }
  }
}

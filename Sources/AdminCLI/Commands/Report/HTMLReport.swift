/// A table as a page that needs nothing else: no script, no picture, no address.
struct HTMLReport {
  /// The rows.
  let table: Table
  /// The heading.
  let title: Text
  /// What it is about and of when, below the heading.
  let subtitle: String

  /// The page in one language.
  func text(in language: Language) -> String {
    let heading = Self.escaped(title[language])
    let columns = table.headings.map { "<th scope=\"col\">\(Self.escaped($0[language]))</th>" }
    let rows = table.rows.map { row in
      "<tr>" + row.map { Self.cell($0, in: language) }.joined() + "</tr>\n"
    }
    let code = language == .zh ? "zh-CN" : "en"
    return """
      <!DOCTYPE html>
      <html lang="\(code)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(heading)</title>
      <style>
      body { font: 14px/1.5 system-ui, sans-serif; margin: 2em; color: #222 }
      table { border-collapse: collapse }
      th, td { border: 1px solid #bbb; padding: .3em .6em; text-align: left; vertical-align: top }
      th { background: #eee; position: sticky; top: 0 }
      @media print { body { margin: 0 } th { position: static } }
      </style>
      </head>
      <body>
      <h1>\(heading)</h1>
      <p>\(Self.escaped(subtitle))</p>
      <table>
      <thead><tr>\(columns.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>
      </body>
      </html>

      """
  }

  /// The items of a list stand below each other.
  private static func cell(_ cell: Cell, in language: Language) -> String {
    guard case .list(let items) = cell, !items.isEmpty else {
      return "<td>\(escaped(cell.shown(in: language)))</td>"
    }
    return "<td>\(items.map { escaped(Visible.escaped($0)) }.joined(separator: "<br>"))</td>"
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

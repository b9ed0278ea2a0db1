extension Table {
  /// Comma-separated values with a heading of the JSON keys, lines ended by CR LF.
  ///
  /// A value that a spreadsheet would take for a formula has an apostrophe put before it.
  ///
  /// - Source: RFC 4180; OWASP "CSV injection".
  var csv: String {
    ([keys] + rows.map { $0.map(\.plain) })
      .map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ value: String) -> String {
    let isFormula = value.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula ? "'" + value : value
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}

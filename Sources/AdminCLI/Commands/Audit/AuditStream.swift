import IAM

/// Writes audit rows to standard output while they are read, so that memory does not grow with
/// their number.
final class AuditStream {
  private let console: Console
  private var pending: [UInt8] = []
  private var isFirst = true

  /// A stream to a console.
  init(_ console: Console) { self.console = console }

  /// Writes the rows asked for: a line each, or one JSON array.
  func list(_ filter: AuditFilter, of inquiry: borrowing Inquiry) throws {
    try whole {
      try inquiry.auditEntries(filter) { entry in
        let table = Table([entry], columns: auditColumns)
        try put(console.json ? item(of: table.json) : table.plain)
      }
    }
  }

  /// Writes the exact bytes of each row asked for: a line each, or one JSON array of arrays.
  func export(_ filter: AuditFilter, of inquiry: borrowing Inquiry) throws {
    try whole {
      try inquiry.auditLines(filter) { line in
        let text = String(decoding: line, as: UTF8.self)
        try put(console.json ? separated(text) : text + "\n")
      }
    }
  }

  private func whole(_ rows: () throws -> Void) throws {
    do {
      if console.json { try put("[") }
      try rows()
      if console.json { try put("]\n") }
      try flush()
    } catch is ReaderLeft {
      return
    }
  }

  /// The only element of an array, with a comma before it unless it is the first.
  private func item(of array: JSONValue) -> String {
    guard case .array(let elements) = array else { return "" }
    return separated(elements.map { $0.text() }.joined(separator: ","))
  }

  private func separated(_ text: String) -> String {
    defer { isFirst = false }
    return isFirst ? text : ",\n" + text
  }

  private func put(_ text: String) throws {
    pending.append(contentsOf: text.utf8)
    if pending.count >= 1 << 16 { try flush() }
  }

  private func flush() throws {
    guard !pending.isEmpty else { return }
    guard try console.stream(pending) else { throw ReaderLeft() }
    pending.removeAll(keepingCapacity: true)
  }

  /// Nobody reads any more: no reason to go on, nor to complain.
  private struct ReaderLeft: Error {}
}

import IAM

extension Output {
  /// The value with `--json`.
  var json: JSONValue {
    switch body {
    case .table(let table): table.json
    case .record(let record): record.json
    case .document(let value), .text(_, let value), .message(_, let value): value
    case .written: .null
    }
  }

  /// All that belongs on standard output.
  func standardOutput(for console: Console) -> String {
    let isTerminal = console.terminal.isOutput
    switch body {
    case .written: return ""
    case .document(let value): return value.text(indented: true) + "\n"
    case _ where console.json: return json.text(indented: isTerminal) + "\n"
    case .table(let table):
      return isTerminal ? table.text(in: console.language, on: console.terminal) : table.plain
    case .record(let record):
      return isTerminal ? record.text(in: console.language, on: console.terminal) : record.plain
    case .text(let text, _): return text
    case .message: return ""
    }
  }
}

extension Console {
  /// Writes an answer, all of its data at once; a reader that left is no failure.
  ///
  /// - Throws: exit 73 when data cannot be written.
  func write(_ output: Output) throws(CommandFailure) {
    if case .message(let text, _) = output.body { note(text) }
    for text in output.notes { note(text) }
    try write(data: output.standardOutput(for: self))
  }

  /// Writes a piece of data as it is; a reader that left is no failure.
  ///
  /// - Throws: exit 73 when it cannot be written.
  func write(data: String) throws(CommandFailure) {
    guard !data.isEmpty else { return }
    _ = try stream(Array(data.utf8))
  }

  /// Writes data to standard output.
  ///
  /// - Returns: whether somebody still reads.
  /// - Throws: exit 73 when data cannot be written.
  func stream(_ bytes: [UInt8]) throws(CommandFailure) -> Bool {
    do throws(WriteFailure) {
      try output.write(bytes)
      return true
    } catch .failed(let reason) {
      throw CommandFailure(
        "cannot-write", Text(zh: "无法写到标准输出：\(reason)", en: "cannot write output: \(reason)"),
        hint: Text(
          zh: "检查磁盘空间；已做的修改仍然有效", en: "check the disk; what was changed stays changed"),
        exit: .cannotWrite)
    } catch {
      return false
    }
  }
}

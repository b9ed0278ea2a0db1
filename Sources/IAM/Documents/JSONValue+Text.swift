extension JSONValue {
  /// The value as RFC 8259 text, without a final line break.
  ///
  /// - Parameter indented: two spaces a level when `true`; else one line without white space.
  /// - Complexity: O(size of the value).
  public func text(indented: Bool = false) -> String {
    var out = ""
    write(to: &out, level: indented ? 0 : nil)
    return out
  }

  private func write(to out: inout String, level: Int?) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .number(let value): out += String(value)
    case .string(let value): JSONValue.quote(value, to: &out)
    case .array(let values):
      JSONValue.list("[", "]", count: values.count, level: level, to: &out) { index, level, out in
        values[index].write(to: &out, level: level)
      }
    case .object(let members):
      JSONValue.list("{", "}", count: members.count, level: level, to: &out) { index, level, out in
        JSONValue.quote(members[index].key, to: &out)
        out += level == nil ? ":" : ": "
        members[index].value.write(to: &out, level: level)
      }
    }
  }

  private static func list(
    _ open: String, _ close: String, count: Int, level: Int?, to out: inout String,
    item: (Int, Int?, inout String) -> Void
  ) {
    out += open
    let inner = level.map { $0 + 1 }
    for index in 0..<count {
      if index > 0 { out += "," }
      newLine(inner, to: &out)
      item(index, inner, &out)
    }
    if count > 0 { newLine(level, to: &out) }
    out += close
  }

  private static func newLine(_ level: Int?, to out: inout String) {
    guard let level else { return }
    out += "\n" + String(repeating: "  ", count: level)
  }

  private static func quote(_ value: String, to out: inout String) {
    out += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value):
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}

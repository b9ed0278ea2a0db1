/// One line of a Casbin policy: its type and values, white space around them taken off.
struct CasbinLine {
  let number: Int
  private let type: String
  private let values: [String]

  /// What a line says once its form is known.
  struct Statement {
    enum Content {
      case rule(CasbinPolicy.Rule)
      case link(CasbinPolicy.Link)
    }

    var domain: String?
    var content: Content
  }

  /// All lines but the empty ones and the comments.
  ///
  /// - Throws: a `RecordError`.
  static func all(in bytes: [UInt8]) throws -> [CasbinLine] {
    var reader = CSVReader(LineReader(bytes: withoutComments(bytes)))
    var lines: [CasbinLine] = []
    while let record = try reader.next() {
      let fields = record.fields.map { String($0.trimmingSpaces) }
      if fields == [""] { continue }
      lines.append(
        CasbinLine(number: record.line, type: fields[0], values: Array(fields.dropFirst())))
    }
    return lines
  }

  /// Whether only a policy with domains has a line like this.
  var showsDomains: Bool {
    switch type {
    case "g": values.count == 3
    case "p": values.count == 5 || values.count == 4 && !Self.effects.contains(values[3])
    default: false
    }
  }

  /// What the line says.
  func statement(hasDomains: Bool) throws(RecordError) -> Statement {
    guard type == "p" || type == "g" else {
      throw RecordError(
        line: number, refusing: "type",
        Wording(zh: "不支持 `\(type)`，只支持 p 和 g", en: "`\(type)` is not supported, only p and g are"))
    }
    return type == "p" ? try rule(hasDomains: hasDomains) : try link(hasDomains: hasDomains)
  }

  private static let effects = ["allow", "deny"]

  private func rule(hasDomains: Bool) throws(RecordError) -> Statement {
    let columns = hasDomains ? ["sub", "dom", "obj", "act"] : ["sub", "obj", "act"]
    var values = values
    if values.count == columns.count + 1 {
      let effect = values.removeLast()
      guard effect == "allow" else {
        throw RecordError(
          line: number, refusing: "eft",
          Wording(
            zh: "不支持 `\(effect)`：没有禁止规则，只能不授予",
            en: "`\(effect)` is not supported: there are no deny rules, only grants"))
      }
    }
    try requireFilled(values, columns)
    let domain = hasDomains ? values.remove(at: 1) : nil
    return Statement(
      domain: domain,
      content: .rule(
        .init(line: number, subject: values[0], object: values[1], action: values[2])))
  }

  private func link(hasDomains: Bool) throws(RecordError) -> Statement {
    let columns = hasDomains ? ["user", "role", "dom"] : ["user", "role"]
    try requireFilled(values, columns)
    return Statement(
      domain: hasDomains ? values[2] : nil,
      content: .link(.init(line: number, member: values[0], role: values[1])))
  }

  private func requireFilled(_ values: [String], _ columns: [String]) throws(RecordError) {
    guard values.count == columns.count else {
      throw RecordError(
        line: number, reason: .fieldCount(found: values.count + 1, columns: [type] + columns))
    }
    for (value, column) in zip(values, columns) where value.isEmpty {
      throw RecordError(line: number, reason: .blank(column: column))
    }
  }

  /// The text with comment lines emptied, so that the lines keep their numbers.
  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    let newLine = UInt8(ascii: "\n")
    let lines = bytes.split(separator: newLine, omittingEmptySubsequences: false)
    let kept = lines.map { line in
      line.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#") ? [] : line
    }
    return Array(kept.joined(separator: [newLine]))
  }
}

extension String {
  /// The text without spaces and tabs at its ends.
  fileprivate var trimmingSpaces: Substring {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    let tail = drop(while: isBlank)
    guard let last = tail.lastIndex(where: { !isBlank($0) }) else { return "" }
    return tail[...last]
  }
}

extension RecordError {
  /// A line whose column a rule of the import refuses.
  init(line: Int, refusing column: String, _ wording: Wording) {
    self.init(
      line: line, reason: .document(DocumentError(path: column, reason: .refused(wording))))
  }
}

import IAM

/// One value of a table or record: how it looks depends on who reads it.
enum Cell: Sendable, Equatable {
  /// Nothing is there.
  case none
  /// A name or code as it is.
  case text(String)
  /// A whole number.
  case number(Int64)
  /// Yes or no.
  case bool(Bool)
  /// A point in time, in milliseconds since 1970-01-01T00:00:00Z.
  case time(Int64)
  /// A code that scripts read and the words that people read.
  case phrase(code: String, Text)
  /// Several names or codes.
  case list([String])
  /// Several cells, shown in one line.
  case cells([Cell])
  /// A structured value for programs, the lines that people read in its place, and what a pipe gets
  /// unless that is the value.
  case value(JSONValue, shown: [Text], plain: String? = nil)

  /// A text, or nothing.
  static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .none }

  /// A number, or nothing.
  static func number(_ number: Int?) -> Cell { number.map { .number(Int64($0)) } ?? .none }

  /// A time, or nothing.
  static func time(_ milliseconds: Int64?) -> Cell { milliseconds.map { .time($0) } ?? .none }

  /// The value with `--json`.
  var json: JSONValue {
    switch self {
    case .none: .null
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .bool(let bool): .bool(bool)
    case .time(let milliseconds): .string(RFC3339.text(milliseconds))
    case .phrase(let code, _): .string(code)
    case .list(let items): .array(items.map { .string($0) })
    case .cells(let cells): .array(cells.map(\.json))
    case .value(let value, _, _): value
    }
  }

  /// The value for another program: codes, never translated; nothing is the empty text.
  var plain: String {
    switch self {
    case .none: ""
    case .text(let text): Visible.escaped(text)
    case .number(let number): String(number)
    case .bool(let bool): String(bool)
    case .time(let milliseconds): RFC3339.text(milliseconds)
    case .phrase(let code, _): Visible.escaped(code)
    case .list(let items): Visible.escaped(items.joined(separator: ","))
    case .cells(let cells): cells.map(\.plain).joined(separator: ",")
    case .value(let value, _, let plain): Visible.escaped(plain ?? value.text())
    }
  }

  /// The value for people, in one line.
  func shown(in language: Language) -> String { lines(in: language).joined(separator: "; ") }

  /// The value for people, as short as can be: times to the minute.
  func brief(in language: Language) -> String {
    if case .time(let milliseconds) = self { return ExchangeTime.minute(milliseconds) }
    return shown(in: language)
  }

  /// The value for people, in lines; at least one.
  func lines(in language: Language) -> [String] {
    switch self {
    case .none, .list([]), .cells([]), .value(_, shown: [], _): ["-"]
    case .bool(let bool): [(bool ? Text(zh: "是", en: "yes") : Text(zh: "否", en: "no"))[language]]
    case .phrase(_, let text): [Visible.escaped(text[language])]
    case .list(let items): [Visible.escaped(items.joined(separator: ", "))]
    case .time(let milliseconds): [ExchangeTime.second(milliseconds)]
    case .cells(let cells): [cells.map { $0.shown(in: language) }.joined(separator: ", ")]
    case .value(_, let lines, _): lines.map { Visible.escaped($0[language]) }
    case .text, .number: [plain]
    }
  }

  /// Whether the value stands at the right of its column.
  var isNumber: Bool {
    if case .number = self { true } else { false }
  }

  /// Whether the value is a point in time.
  var isTime: Bool {
    if case .time = self { true } else { false }
  }
}

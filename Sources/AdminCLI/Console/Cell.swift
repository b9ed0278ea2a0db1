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
  /// A structured value, shown as one line of JSON.
  case value(JSONValue)

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
    case .time(let milliseconds): .string(Timestamp.text(milliseconds))
    case .phrase(let code, _): .string(code)
    case .list(let items): .array(items.map { .string($0) })
    case .value(let value): value
    }
  }

  /// The value for another program: codes, never translated; nothing is the empty text.
  var plain: String {
    switch self {
    case .none: ""
    case .text(let text): Visible.escaped(text)
    case .number(let number): String(number)
    case .bool(let bool): String(bool)
    case .time(let milliseconds): Timestamp.text(milliseconds)
    case .phrase(let code, _): Visible.escaped(code)
    case .list(let items): Visible.escaped(items.joined(separator: ","))
    case .value(let value): Visible.escaped(value.text())
    }
  }

  /// The value for people.
  func shown(in language: Language) -> String {
    switch self {
    case .none, .list([]): "-"
    case .bool(let bool): (bool ? Text(zh: "是", en: "yes") : Text(zh: "否", en: "no"))[language]
    case .phrase(_, let text): Visible.escaped(text[language])
    case .list(let items): Visible.escaped(items.joined(separator: ", "))
    case .text, .number, .time, .value: plain
    }
  }

  /// Whether the value stands at the right of its column.
  var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}

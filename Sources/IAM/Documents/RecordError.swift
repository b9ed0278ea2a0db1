/// What is wrong with one record of a CSV or JSON-lines text, and on which line.
public struct RecordError: Error, Sendable, Equatable {
  /// What is wrong there.
  public enum Reason: Error, Sendable, Equatable {
    /// A line of more bytes than the limit.
    case tooLong(limit: Int)
    /// Bytes that are not UTF-8.
    case invalidUTF8
    /// A quoted field that does not end.
    case quoteNotClosed
    /// A quote inside a plain field, or text behind a closing quote.
    case misplacedQuote
    /// Fewer or more fields than the columns allow.
    case fieldCount(found: Int, columns: [String])
    /// A column that must be filled is blank.
    case blank(column: String)
    /// A line of JSON that cannot be read.
    case json(JSONReadingError.Problem, column: Int)
    /// A line of JSON that says something else than it should.
    case document(DocumentError)
  }

  /// The line on which the record starts, from 1.
  public let line: Int
  /// What is wrong there.
  public let reason: Reason

  /// The error in one line for people, with the line's number.
  public var wording: Wording {
    let reason = reason.wording
    return Wording(zh: "第 \(line) 行：\(reason.zh)", en: "line \(line): \(reason.en)")
  }
}

extension RecordError.Reason {
  var wording: Wording {
    switch self {
    case .tooLong(let limit):
      Wording(zh: "此行超过 \(limit) 字节", en: "the line is longer than \(limit) bytes")
    case .invalidUTF8: Wording(zh: "不是有效的 UTF-8", en: "not valid UTF-8")
    case .quoteNotClosed: Wording(zh: "引号没有结束", en: "the quote is not closed")
    case .misplacedQuote: Wording(zh: "引号位置不正确", en: "misplaced quote")
    case .fieldCount(let found, let columns):
      Wording(
        zh: "有 \(found) 个字段，应为 \(columns.joined(separator: ","))",
        en: "\(found) fields, expected \(columns.joined(separator: ","))")
    case .blank(let column): Wording(zh: "`\(column)` 不能为空", en: "`\(column)` must not be blank")
    case .json(let problem, let column):
      Wording(
        zh: "第 \(column) 列：\(problem.wording.zh)", en: "column \(column): \(problem.wording.en)")
    case .document(let error): error.wording
    }
  }
}

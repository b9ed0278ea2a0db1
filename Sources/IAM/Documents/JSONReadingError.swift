/// Why a text could not be read as JSON, and where.
public struct JSONReadingError: Error, Sendable, Equatable {
  /// What was wrong.
  public enum Problem: Sendable, Equatable {
    /// More bytes than the limit allows; the limit in bytes.
    case tooLarge(limit: Int)
    /// Arrays and objects nested deeper than the limit allows.
    case tooDeep(limit: Int)
    /// The text ends where something was still due.
    case endOfText
    /// A value was due and something else stood there.
    case valueExpected
    /// One of these marks was due, such as `:` or `,`, and something else stood there.
    case markExpected(String)
    /// Text follows the value that should have been the last.
    case textAfterValue
    /// A key stands twice in one object.
    case duplicateKey(String)
    /// A number with a fraction or an exponent.
    case notWhole
    /// A whole number that 64 bits cannot hold.
    case numberTooLarge
    /// A number that starts with a needless zero, or a sign without digits.
    case malformedNumber
    /// A backslash followed by what JSON does not know, or half of a surrogate pair.
    case malformedEscape
    /// A control character that should have been escaped.
    case controlCharacter
    /// Bytes that are not UTF-8.
    case invalidUTF8
  }

  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int
  /// What was wrong.
  public let problem: Problem

  /// The error in one line for people, with its place.
  public var wording: Wording {
    let reason = problem.wording
    return Wording(
      zh: "第 \(line) 行第 \(column) 列：\(reason.zh)",
      en: "line \(line), column \(column): \(reason.en)")
  }
}

extension JSONReadingError.Problem {
  var wording: Wording {
    switch self {
    case .tooLarge(let limit):
      Wording(zh: "文件超过 \(limit) 字节", en: "the text is longer than \(limit) bytes")
    case .tooDeep(let limit):
      Wording(zh: "嵌套超过 \(limit) 层", en: "nested deeper than \(limit) levels")
    case .endOfText: Wording(zh: "内容不完整", en: "the text ends too early")
    case .valueExpected: Wording(zh: "此处应为一个值", en: "expected a value")
    case .markExpected(let marks): Wording(zh: "此处应为 \(marks)", en: "expected \(marks)")
    case .textAfterValue: Wording(zh: "结尾有多余内容", en: "unexpected text after the end")
    case .duplicateKey(let key): Wording(zh: "键 `\(key)` 重复", en: "the key `\(key)` stands twice")
    case .notWhole:
      Wording(
        zh: "只接受整数，不接受小数或指数", en: "only whole numbers, without fraction or exponent, are read")
    case .numberTooLarge: Wording(zh: "数字超出范围", en: "the number is out of range")
    case .malformedNumber: Wording(zh: "数字格式不正确", en: "malformed number")
    case .malformedEscape: Wording(zh: "转义序列不正确", en: "malformed escape sequence")
    case .controlCharacter:
      Wording(zh: "字符串中有未转义的控制字符", en: "unescaped control character in a string")
    case .invalidUTF8: Wording(zh: "不是有效的 UTF-8", en: "not valid UTF-8")
    }
  }
}

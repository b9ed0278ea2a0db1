/// What is wrong with a document that is JSON but not what it should say, and where.
public struct DocumentError: Error, Sendable, Equatable {
  /// What is wrong there.
  public enum Reason: Sendable, Equatable {
    /// A key that must be given is not.
    case missing
    /// A key that this kind of object does not have.
    case unknownKey
    /// A value of another kind than the one expected.
    case wrongKind(expected: DocumentKind, found: DocumentKind)
    /// A text that must not be blank.
    case blank
    /// A text with a character that terminals act on or nobody sees.
    case controlCharacter
    /// A value outside the words allowed here.
    case unknownWord(String, allowed: [String])
    /// A code that its grammar does not allow.
    case malformedCode(String)
    /// A code with more segments than the limit allows.
    case codeTooDeep(String, limit: Int)
    /// A node whose parent is neither listed before it nor known already.
    case parentUnknown(String)
    /// A value that stands in the document twice.
    case duplicate(String)
    /// A value that a rule of the domain refuses, in that rule's own words.
    case refused(Wording)
  }

  /// The way to the value, such as `operators[17].roles[0]`; empty for the document itself.
  public let path: String
  /// What is wrong there.
  public let reason: Reason

  /// An error at a place.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The error in one line for people, starting with the path.
  public var wording: Wording {
    let reason = reason.wording
    return Wording(
      zh: path.isEmpty ? "文档：\(reason.zh)" : "`\(path)`：\(reason.zh)",
      en: path.isEmpty ? "the document: \(reason.en)" : "`\(path)`: \(reason.en)")
  }
}

extension DocumentError.Reason {
  var wording: Wording {
    switch self {
    case .missing: Wording(zh: "缺少此项", en: "missing")
    case .unknownKey: Wording(zh: "未知的键", en: "unknown key")
    case .wrongKind(let expected, let found):
      Wording(
        zh: "应为\(expected.wording.zh)，实为\(found.wording.zh)",
        en: "expected \(expected.wording.en), found \(found.wording.en)")
    case .blank: Wording(zh: "不能为空", en: "must not be blank")
    case .controlCharacter: Wording(zh: "含有控制字符", en: "holds a control character")
    case .unknownWord(let word, let allowed):
      Wording(
        zh: "未知的值 `\(word)`，可用：\(allowed.joined(separator: " "))",
        en: "unknown word `\(word)`, allowed are: \(allowed.joined(separator: " "))")
    case .malformedCode(let code): Wording(zh: "代码 `\(code)` 格式不正确", en: "malformed code `\(code)`")
    case .codeTooDeep(let code, let limit):
      Wording(
        zh: "代码 `\(code)` 超过 \(limit) 级", en: "the code `\(code)` has more than \(limit) levels")
    case .parentUnknown(let parent):
      Wording(
        zh: "上级 `\(parent)` 未在此前列出", en: "its parent `\(parent)` is not listed before it")
    case .duplicate(let value): Wording(zh: "`\(value)` 重复", en: "`\(value)` stands twice")
    case .refused(let wording): wording
    }
  }
}

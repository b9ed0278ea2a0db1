/// The kinds of JSON values, as errors name them.
public enum DocumentKind: Sendable, Equatable {
  case null, boolean, number, text, list, object

  /// The kind of a value.
  public init(of value: JSONValue) {
    self =
      switch value {
      case .null: .null
      case .bool: .boolean
      case .number: .number
      case .string: .text
      case .array: .list
      case .object: .object
      }
  }

  var wording: Wording {
    switch self {
    case .null: Wording(zh: "空值", en: "null")
    case .boolean: Wording(zh: "true 或 false", en: "true or false")
    case .number: Wording(zh: "整数", en: "a whole number")
    case .text: Wording(zh: "字符串", en: "a string")
    case .list: Wording(zh: "数组", en: "an array")
    case .object: Wording(zh: "对象", en: "an object")
    }
  }
}

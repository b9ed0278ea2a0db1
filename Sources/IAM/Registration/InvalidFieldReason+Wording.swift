extension InvalidFieldReason {
  /// The reason in both languages, to stand after the field's name.
  public var wording: Wording {
    switch self {
    case .missing: Wording(zh: "缺失", en: "is missing")
    case .unknown: Wording(zh: "不是已知字段", en: "is not a known field")
    case .repeated: Wording(zh: "重复", en: "is there twice")
    case .excluded(let other):
      Wording(zh: "不能与 `\(other)` 同时填写", en: "cannot be given together with `\(other)`")
    case .wrongKind(let kind):
      switch kind {
      case .string: Wording(zh: "应为字符串", en: "must be a string")
      case .array: Wording(zh: "应为数组", en: "must be an array")
      case .object: Wording(zh: "应为对象", en: "must be an object")
      }
    case .tooShort(1): Wording(zh: "为空", en: "is empty")
    case .tooShort(let minimum):
      Wording(zh: "少于 \(minimum) 个字符", en: "has fewer than \(minimum) characters")
    case .tooLong(let maximum):
      Wording(zh: "多于 \(maximum) 个字符或项", en: "has more than \(maximum) characters or items")
    case .wrongLength(let lengths):
      Wording(
        zh: "长度应为 \(lengths.map(String.init).joined(separator: "、"))",
        en: "must have \(lengths.map(String.init).joined(separator: " or ")) characters")
    case .surroundingSpace:
      Wording(zh: "首尾不能有空白", en: "begins or ends with white space")
    case .forbiddenCharacter:
      Wording(zh: "含有不允许的字符", en: "holds a character that is not allowed")
    case .wrongCharacter: Wording(zh: "含有编码字符集以外的字符", en: "holds a foreign character")
    case .wrongCheckCharacter: Wording(zh: "校验码不符", en: "has a wrong check character")
    case .notMobile: Wording(zh: "不是有效的手机号码", en: "is not a mobile number")
    case .notEmailAddress: Wording(zh: "不是一个有效的邮箱地址", en: "is not one e-mail address")
    case .notVolume:
      Wording(
        zh: "应为正数，最多三位小数",
        en: "is not a positive number with at most three digits after the point")
    case .notListed: Wording(zh: "不在可选值之内", en: "is not one of the known values")
    case .wrongFileType:
      Wording(zh: "只接受 pdf、doc、docx 文件", en: "is not a pdf, doc or docx file")
    }
  }
}

/// A rule that a password breaks.
public enum PasswordFailure: Sendable, Hashable {
  /// Fewer characters than asked for.
  case tooShort(minimum: Int)
  /// More characters than allowed.
  case tooLong(maximum: Int)
  /// Too few of the kinds digit, letter, symbol.
  case tooFewKinds(minimum: Int)
  /// Too few of the classes digit, capital letter, small letter, other.
  case tooFewClasses(minimum: Int)
  /// A control character, or a code point that Unicode has not assigned.
  case unprintable
  /// Mostly made of what is guessed first; the kind says what was found.
  case predictable(PasswordMaterial)
  /// One of the last passwords. Found by the caller, who holds their hashes.
  case reused(last: Int)
  /// The payment password equals the login password, or the other way round. Found by the caller.
  case sameAsOtherPassword

  /// A stable code for `--json`.
  public var code: String {
    switch self {
    case .tooShort: "too-short"
    case .tooLong: "too-long"
    case .tooFewKinds: "too-few-kinds"
    case .tooFewClasses: "too-few-classes"
    case .unprintable: "unprintable"
    case .predictable(let material): material.rawValue
    case .reused: "reused"
    case .sameAsOtherPassword: "same-as-other-password"
    }
  }

  /// What is wrong, in both languages; never a part of the password.
  public var wording: Wording {
    switch self {
    case .tooShort(let minimum):
      Wording(zh: "少于 \(minimum) 个字符", en: "it has fewer than \(minimum) characters")
    case .tooLong(let maximum):
      Wording(zh: "多于 \(maximum) 个字符", en: "it has more than \(maximum) characters")
    case .tooFewKinds(let minimum):
      Wording(
        zh: "数字、字母、符号须至少有 \(minimum) 种",
        en: "it needs at least \(minimum) of: digits, letters, symbols")
    case .tooFewClasses(let minimum):
      Wording(
        zh: "数字、大写字母、小写字母、符号须至少有 \(minimum) 种",
        en: "it needs at least \(minimum) of: digits, capital letters, small letters, symbols")
    case .unprintable: Wording(zh: "含有不可见字符", en: "it holds a character that cannot be shown")
    case .predictable(let material): material.wording
    case .reused(let last):
      Wording(zh: "与最近 \(last) 次密码之一相同", en: "it is one of the last \(last) passwords")
    case .sameAsOtherPassword:
      Wording(
        zh: "登录密码与支付密码不得相同", en: "the login and the payment password must differ")
    }
  }
}

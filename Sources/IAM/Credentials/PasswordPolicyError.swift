/// Why a password policy cannot be set as asked.
public enum PasswordPolicyError: Error, Sendable, Hashable {
  /// A number lies outside the rule's bounds.
  case outOfBounds(PasswordRule)
  /// A tenant's number is looser than what the exchange asks for anyway.
  case looser(PasswordRule, than: EffectiveRule)
  /// Together the layers ask for more characters than they allow.
  case unsatisfiable

  /// The reason in both languages; which setting it is about is said beside it.
  public var wording: Wording {
    switch self {
    case .outOfBounds(let rule):
      Wording(
        zh: "须在 \(rule.bounds.lowerBound) 至 \(rule.bounds.upperBound) 之间",
        en: "must lie in \(rule.bounds.lowerBound) to \(rule.bounds.upperBound)")
    case .looser(_, let effective):
      Wording(
        zh: "只能比交易所的 \(effective.value) 更严格",
        en: "may only be stricter than the exchange's \(effective.value)")
    case .unsatisfiable:
      Wording(
        zh: "最少字符数大于最多字符数", en: "the least length is above the greatest length")
    }
  }
}

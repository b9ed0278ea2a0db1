/// What `policy set` can set: a profile to start from, or one number for everybody or for
/// administrators alone.
public enum PasswordSetting: Sendable, Hashable {
  /// The profile: key `profile`.
  case profile
  /// A number: the rule's raw value, or `administrators.` and that.
  case rule(PasswordRule, administratorsOnly: Bool)

  /// Every setting, in the order in which they are shown.
  public static let all: [PasswordSetting] =
    [.profile] + PasswordRule.allCases.map { .rule($0, administratorsOnly: false) }
    + PasswordRule.allCases.map { .rule($0, administratorsOnly: true) }

  /// Reads a key; `nil` for one that does not exist.
  public init?(key: String) {
    guard let setting = PasswordSetting.all.first(where: { $0.key == key }) else { return nil }
    self = setting
  }

  /// The key.
  public var key: String {
    switch self {
    case .profile: "profile"
    case .rule(let rule, false): rule.rawValue
    case .rule(let rule, true): "administrators.\(rule.rawValue)"
    }
  }
}

extension PasswordPolicyLayer {
  /// Changes one setting.
  ///
  /// - Parameter value: a profile's name or a number; `nil` takes the setting back.
  /// - Throws: `invalid`; `outOfBounds` of ``PasswordPolicyError`` for a number.
  mutating func set(_ setting: PasswordSetting, to value: String?) throws {
    switch setting {
    case .profile:
      guard let value else {
        profile = authority == .exchange ? .mlps3 : nil
        return
      }
      guard let named = PasswordProfile(rawValue: value) else {
        let names = PasswordProfile.allCases.map(\.rawValue).joined(separator: ", ")
        throw IAMError.invalid(
          path: setting.key, reason: Wording(zh: "可取 \(names)", en: "must be one of \(names)"))
      }
      profile = named
    case .rule(let rule, let administratorsOnly):
      let number = try value.map { text in
        guard let number = Int(text), String(number) == text else {
          throw IAMError.invalid(
            path: setting.key, reason: Wording(zh: "须为整数", en: "must be a whole number"))
        }
        return number
      }
      try set(rule, to: number, administratorsOnly: administratorsOnly)
    }
  }
}

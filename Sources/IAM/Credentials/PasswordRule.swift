/// A number that a password policy sets. The raw value is its key in `policy set`.
///
/// - Source: A3; JR/T 0060-2021; NIST SP 800-63B-4.
public enum PasswordRule: String, Sendable, Hashable, CaseIterable {
  /// The least number of Unicode scalars, after normal form C.
  case minimumLength = "password-min-length"
  /// The greatest number of Unicode scalars.
  case maximumLength = "password-max-length"
  /// How many of the three kinds digit, letter, symbol must occur.
  case kinds = "password-kinds"
  /// How many of the four classes digit, capital letter, small letter, other must occur.
  case classes = "password-classes"
  /// How many of the last passwords must not be used again.
  case history = "password-history"
  /// After how many days a password must be changed; without this rule it need not be.
  case maximumAge = "password-max-age-days"

  /// The values that can be set, both ends included.
  public var bounds: ClosedRange<Int> {
    switch self {
    case .minimumLength: 6...64
    case .maximumLength: 20...Secret.maximumPasswordLength
    case .kinds: 0...3
    case .classes: 0...4
    case .history: 0...24
    case .maximumAge: 1...3_650
    }
  }

  /// The stricter of two values: the greater, but the smaller greatest length and greatest age.
  public func stricter(_ one: Int, _ other: Int) -> Int {
    switch self {
    case .maximumLength, .maximumAge: min(one, other)
    case .minimumLength, .kinds, .classes, .history: max(one, other)
    }
  }

  /// What the rule counts, for `policy explain`.
  public var wording: Wording {
    switch self {
    case .minimumLength: Wording(zh: "最少字符数", en: "least number of characters")
    case .maximumLength: Wording(zh: "最多字符数", en: "greatest number of characters")
    case .kinds: Wording(zh: "数字、字母、符号中至少几种", en: "kinds of digit, letter, symbol")
    case .classes:
      Wording(zh: "数字、大写、小写、符号中至少几种", en: "classes of digit, capital, small letter, symbol")
    case .history: Wording(zh: "不得重复最近几次口令", en: "last passwords not used again")
    case .maximumAge: Wording(zh: "口令有效天数", en: "days until it must be changed")
    }
  }
}

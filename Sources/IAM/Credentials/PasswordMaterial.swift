/// A kind of text that guessers try first.
public enum PasswordMaterial: String, Sendable, Hashable, CaseIterable {
  /// A well-known password or word, also with digits and signs in place of letters.
  case common
  /// Letters or digits that follow one another, up or down.
  case sequence
  /// Keys that lie side by side.
  case keyboardWalk = "keyboard-walk"
  /// What stood there before.
  case repetition
  /// A year or a date.
  case date
  /// The user's name, username or address, whole wherever it stands; or mostly a piece of it.
  case ownName = "own-name"
  /// The user's mobile, certificate or credit code number, or a piece of it.
  case ownNumber = "own-number"
  /// The enterprise's name, or a piece of it.
  case company

  /// What is wrong with it, in both languages.
  public var wording: Wording {
    switch self {
    case .common: Wording(zh: "主要由常见密码组成", en: "it is mostly a common password")
    case .sequence: Wording(zh: "主要由连续字符组成", en: "it is mostly a sequence")
    case .keyboardWalk:
      Wording(zh: "主要由相邻按键组成", en: "it is mostly keys side by side")
    case .repetition: Wording(zh: "主要由重复字符组成", en: "it is mostly a repetition")
    case .date: Wording(zh: "主要由日期或年份组成", en: "it is mostly a date or a year")
    case .ownName:
      Wording(zh: "含有或主要由本人姓名、用户名组成", en: "it holds, or mostly is, the user's own name")
    case .ownNumber:
      Wording(zh: "主要由本人号码组成", en: "it is mostly the user's own number")
    case .company: Wording(zh: "主要由企业名称组成", en: "it is mostly the enterprise's name")
    }
  }
}

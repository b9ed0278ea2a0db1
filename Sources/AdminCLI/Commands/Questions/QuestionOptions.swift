import IAM
import Policy

/// The parameters that the questions share.
enum QuestionText {
  static let username = Text(zh: "操作员的用户名", en: "the operator's username")
  static let menu = Text(
    zh: "操作菜单，见 `iamctl catalog menus`", en: "the action, see `iamctl catalog menus`")
}

/// The options that the questions share.
let questionOptions = (
  product: OptionalOption(
    "--product", "P", Text(zh: "交易产品，如 PNG.SH.D1", en: "the product, such as PNG.SH.D1")),
  account: OptionalOption(
    "--account", "A",
    Text(zh: "交易账号，如 T000001-GAS-01", en: "the trading account, such as T000001-GAS-01")),
  at: OptionalOption(
    "--at", "TIME",
    Text(zh: "时刻（RFC 3339）；默认为现在", en: "when (RFC 3339); now unless given"),
    as: QuestionTime.self),
  paymentVerified: Flag(
    "--payment-verified",
    Text(zh: "会话已验证支付密码", en: "the session has verified the payment password")),
  keyVerified: Flag(
    "--key-verified", Text(zh: "会话已验证密钥盘", en: "the session has verified a key"))
)

/// A point in time on the command line.
struct QuestionTime: CommandValue, Equatable {
  /// The instant.
  let value: Instant

  /// Reads a time with offset, or a day, whose first moment in exchange time it is.
  static func parse(_ text: String) throws(CommandFailure) -> QuestionTime {
    guard let milliseconds = RFC3339.milliseconds(text) else {
      throw CommandFailure(
        "invalid-time", Text(zh: "`\(text)` 不是时间", en: "`\(text)` is not a time"),
        hint: Text(
          zh: "例如 2026-03-02T09:30:00+08:00", en: "for example 2026-03-02T09:30:00+08:00"),
        exit: .invalidData)
    }
    return QuestionTime(value: Instant(milliseconds: milliseconds))
  }
}

extension Decision {
  /// The answer as labelled values.
  var fields: [Field] {
    [
      Field("allowed", Text(zh: "允许", en: "allowed"), .bool(isAllowed)),
      Field("reasons", Text(zh: "原因", en: "reasons"), reasonsCell),
      Field(
        "scope", Text(zh: "数据范围", en: "data scope"),
        .phrase(code: scope.rawValue, scope.title)),
      Field("revision", Text(zh: "策略版本", en: "policy revision"), .number(revision)),
    ]
  }

  private var reasonsCell: Cell {
    .cells(reasons.map { .phrase(code: $0.rawValue, $0.title) })
  }
}

extension Decision.Scope {
  /// What people read.
  var title: Text {
    switch self {
    case .own: Text(zh: "仅本人记录", en: "only one's own records")
    case .account: Text(zh: "该账号", en: "the account")
    case .tenant: Text(zh: "整个会员", en: "the whole tenant")
    case .none: Text(zh: "无", en: "none")
    }
  }
}

import IAM
import Policy

/// `iamctl policy show`.
let policyShowCommand = Command(
  "policy show", Text(zh: "显示口令策略的设置", en: "Show what the password policy sets"),
  examples: ["iamctl policy show", "iamctl policy show --tenant M000001"],
  tenantOption
) { context, tenant in
  let registry = try context.registry(changing: false)
  let tenant = try TenantCode.named(tenant)
  let settings = try registry.inquire(as: try context.identity()) {
    try $0.passwordSettings(in: tenant)
  }
  return .table(
    settings,
    [
      Column("key", Text(zh: "设置", en: "setting")) { .text($0.setting.key) },
      Column("exchange", Text(zh: "交易所", en: "exchange")) { .text($0.exchange) },
      Column("tenant", Text(zh: "会员", en: "tenant")) { .text($0.tenant) },
      Column("meaning", Text(zh: "含义", en: "meaning")) {
        .phrase(code: $0.setting.meaning.en, $0.setting.meaning)
      },
    ])
}

extension PasswordSetting {
  /// What it sets, in words.
  fileprivate var meaning: Text {
    switch self {
    case .profile: Text(zh: "起始规则集", en: "the rules to start from")
    case .rule(let rule, let administratorsOnly):
      Text(zh: rule.wording.zh, en: rule.wording.en)
        + (administratorsOnly ? Text(zh: "（仅管理员）", en: " (administrators)") : Text(""))
    }
  }
}

import IAM
import Policy

extension Step {
  /// The stable name, in lower case with hyphens.
  var code: String {
    switch self {
    case .operator: "operator"
    case .target: "target"
    case .tenant: "tenant"
    case .firstLogin: "first-login"
    case .ceiling: "ceiling"
    case .grant: "grant"
    case .account: "account"
    case .hours: "hours"
    case .key: "key"
    case .paymentPassword: "payment-password"
    }
  }

  /// What people read.
  var title: Text {
    switch self {
    case .operator: Text(zh: "操作员状态", en: "the operator's state")
    case .target: Text(zh: "菜单、产品、账号存在且齐全", en: "menu, product and account are known and named")
    case .tenant: Text(zh: "会员状态", en: "the tenant's state")
    case .firstLogin: Text(zh: "首次登录步骤", en: "the first-login steps")
    case .ceiling: Text(zh: "开通权限与权限池", en: "the entitlement and the pools")
    case .grant: Text(zh: "授权覆盖且有效", en: "a grant covers it and is valid")
    case .account: Text(zh: "账号状态", en: "the account's state")
    case .hours: Text(zh: "办理时间", en: "the hours")
    case .key: Text(zh: "密钥盘", en: "the key")
    case .paymentPassword: Text(zh: "支付密码", en: "the payment password")
    }
  }
}

extension Explanation.GrantFinding.Outcome {
  /// What people read.
  var title: Text {
    switch self {
    case .covers: Text(zh: "覆盖", en: "covers it")
    case .menu: Text(zh: "不含该菜单", en: "does not hold the menu")
    case .product: Text(zh: "不含该产品", en: "does not hold the product")
    case .account: Text(zh: "不含该账号", en: "does not hold the account")
    case .ceiling: Text(zh: "被上限裁去", en: "is cut by a ceiling")
    case .validity: Text(zh: "不在有效期内", en: "is not valid at that time")
    }
  }
}

extension Grant.Source {
  /// For programs: `master`, `own`, `group:G`, `role:A/B`, `role:A/B@G`.
  var text: String {
    switch self {
    case .master: "master"
    case .own: "own"
    case .group(let name): "group:\(name)"
    case .role(let path, let group):
      "role:" + path.map(\.text).joined(separator: "/") + (group.map { "@\($0)" } ?? "")
    }
  }

  /// What people read.
  var title: Text {
    switch self {
    case .master: Text(zh: "主账号：全部开通权限", en: "the master: the whole entitlement")
    case .own: Text(zh: "本人授权", en: "given to the operator itself")
    case .group(let name): Text(zh: "用户组 \(name)", en: "user group \(name)")
    case .role(let path, let group):
      Text(
        zh: "角色 \(path.map(\.text).joined(separator: " → "))",
        en: "role \(path.map(\.text).joined(separator: " → "))")
        + (group.map { Text(zh: "（经用户组 \($0)）", en: " (by user group \($0))") } ?? Text(""))
    }
  }
}

extension Rectangle {
  /// The three sides in one line.
  var summary: String {
    [menus.texts, products.texts, accounts.texts]
      .map { $0.isEmpty ? "-" : $0.joined(separator: ",") }.joined(separator: " × ")
  }
}

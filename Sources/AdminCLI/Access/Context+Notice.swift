import IAM

extension Context {
  /// Shows the red notice (红色提示框) while a first-login step of somebody is open.
  ///
  /// - Source: C8.
  func notice(for identity: Identity) throws {
    notice(pending: try registry(changing: false).inquire(as: identity) { try $0.pendingSteps() })
  }

  /// Shows the red notice (红色提示框) while a first-login step is open.
  ///
  /// - Source: C8.
  func notice(pending: [FirstLoginStep]) {
    guard !pending.isEmpty else { return }
    console.notice(
      Text(
        zh: "首次登录步骤未完成：" + pending.map(\.title.zh).joined(separator: "、")
          + "。请运行 `iamctl setup`",
        en: "first-login steps are not done: " + pending.map(\.title.en).joined(separator: ", ")
          + "; run `iamctl setup`"))
  }
}

extension FirstLoginStep {
  /// What people read.
  var title: Text {
    switch self {
    case .loginPassword: Text(zh: "修改登录密码", en: "change the login password")
    case .paymentPassword: Text(zh: "设置支付密码", en: "set the payment password")
    }
  }
}

import IAM

extension Factor {
  /// The password in the users' words.
  var title: Text {
    switch self {
    case .login: Text(zh: "登录密码", en: "login password")
    case .payment: Text(zh: "支付密码", en: "payment password")
    }
  }
}

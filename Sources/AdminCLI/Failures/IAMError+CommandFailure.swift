import IAM
import Policy

extension IAMError: CommandFailureConvertible {
  var commandFailure: CommandFailure {
    switch self {
    case .invalid(let path, let reason):
      failure(
        Text(zh: "`\(path)`：\(reason.zh)", en: "`\(path)`: \(reason.en)"), nil, .invalidData)
    case .notFound(let noun, let name):
      failure(
        Text(
          zh: "没有名为 `\(name)` 的\(noun.title.zh)", en: "there is no \(noun.title.en) `\(name)`"),
        Text(
          zh: "检查写法；不属于您的也按不存在处理", en: "check the spelling; what is not yours is not there either"),
        .notFound)
    case .notHeld(let noun, let name):
      failure(
        Text(
          zh: "\(noun.title.zh) `\(name)` 不在其中，没有可移除的",
          en: "the \(noun.title.en) `\(name)` is not in it, so there is nothing to take away"),
        Text(zh: "先查看现有内容，再移除", en: "look at what is there, then take it away"), .notFound)
    case .conflict(let conflict):
      failure(conflict.message, conflict.hint, .conflict)
    case .denied(let reason, let menu):
      failure(
        Text(
          zh: "不允许 `\(menu)`：\(reason.title.zh)", en: "`\(menu)` is denied: \(reason.title.en)"),
        hint(reason, menu), reason.isTenantStage ? .conflict : .notPermitted)
    case .refused(let violations): violations.commandFailure
    default: accessFailure
    }
  }

  /// What concerns logging in, passwords and keys.
  private var accessFailure: CommandFailure {
    switch self {
    case .notLoggedIn:
      failure(
        Text(zh: "尚未登录，或会话已结束", en: "you are not logged in, or the session has ended"),
        Text(zh: "运行 `iamctl login USERNAME`", en: "run `iamctl login USERNAME`"), .notPermitted)
    case .loginFailed:
      failure(
        Text(zh: "登录失败", en: "the login failed"),
        Text(
          zh: "检查用户名和密码；多次失败会被锁定",
          en: "check username and password; repeated failures lock the login"),
        .notPermitted)
    case .verificationFailed:
      failure(
        Text(zh: "密码验证未通过", en: "the password was not accepted"),
        Text(zh: "多次失败会被锁定", en: "repeated failures lock it"), .notPermitted)
    case .weakPassword(let failures):
      failure(
        weakness(failures),
        Text(
          zh: "用 `iamctl policy explain` 查看规则", en: "see the rules with `iamctl policy explain`"),
        .invalidData)
    case .keyUnavailable:
      failure(
        Text(zh: "个人信息密钥不可用", en: "the key of personal data is not at hand"),
        Text(
          zh: "用 --key-file 或 IAMCTL_KEY_FILE 指定密钥文件",
          en: "name the key file with --key-file or IAMCTL_KEY_FILE"), .configuration)
    case .ownRequest(let act):
      failure(
        act.refusal, Text(zh: "请另一位有权限的人员办理", en: "ask another member of staff who may"),
        .notPermitted)
    case .invalid, .notFound, .notHeld, .conflict, .denied, .refused:
      preconditionFailure("told with the changes")
    }
  }

  /// Which new password is refused for what, one after the other.
  private func weakness(_ failures: [Factor: [PasswordFailure]]) -> Text {
    let told = Factor.allCases.compactMap { factor in failures[factor].map { (factor, $0) } }
    return Text(
      zh: told.map { factor, failures in
        "新的\(factor.title.zh)不合规：" + failures.map(\.wording.zh).joined(separator: "；")
      }.joined(separator: "；"),
      en: told.map { factor, failures in
        "the new \(factor.title.en) is refused: "
          + failures.map(\.wording.en).joined(separator: "; ")
      }.joined(separator: "; "))
  }

  /// The menus of the exchange are opened to nobody else, so nobody is told to have them opened.
  private func hint(_ reason: Reason, _ menu: MenuCode) -> Text? {
    reason == .outsideEntitlement && menu.root.text == "exchange"
      ? Text(
        zh: "由交易所有此权限的人员办理", en: "a member of the exchange's staff who may does this")
      : reason.hint
  }

  private func failure(_ message: Text, _ hint: Text?, _ exit: ExitCode) -> CommandFailure {
    CommandFailure(code, message, hint: hint, exit: exit)
  }
}

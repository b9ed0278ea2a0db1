import IAM
import Policy

extension [Violation] {
  /// All that the gate has against a change, in one line; the first decides code and exit.
  var commandFailure: CommandFailure {
    guard let first else {
      return CommandFailure(
        "refused", Text(zh: "变更被拒绝", en: "the change is refused"), exit: .notPermitted)
    }
    return CommandFailure(
      first.code,
      Text(
        zh: once(map(\.text.zh)).joined(separator: "；"),
        en: once(map(\.text.en)).joined(separator: "; ")),
      hint: first.hint, exit: first.exit)
  }

  /// Several people may meet the same limit: it is told once.
  private func once(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension Violation {
  fileprivate var exit: ExitCode {
    switch self {
    case .separation, .lastAdministrator, .unseen(.separation, _): .conflict
    case .operatorNotYours, .groupNotYours, .gain, .outside, .unseen: .notPermitted
    }
  }

  fileprivate var text: Text {
    switch self {
    case .operatorNotYours(let name):
      Text(zh: "操作员 `\(name)` 不归您管理", en: "the operator `\(name)` is not yours to administer")
    case .groupNotYours(let name):
      Text(zh: "用户组 `\(name)` 不归您管理", en: "the user group `\(name)` is not yours to administer")
    case .gain(let name, let outside):
      Text(
        zh: "`\(name)` 将获得超出您授权范围的权限：\(outside.map(\.listing).joined(separator: "；"))",
        en: "`\(name)` would gain what is not yours to give: "
          + outside.map(\.listing).joined(separator: "; "))
    case .outside(_, let items, .entitlement):
      Text(
        zh: "交易所未开通：" + items.map(\.code).joined(separator: "、"),
        en: "the exchange has not opened: " + items.map(\.code).joined(separator: ", "))
    case .outside(_, let items, .pool(let group)):
      Text(
        zh: "超出用户组 `\(group)` 的权限池：" + items.map(\.code).joined(separator: "、"),
        en: "outside the pool of `\(group)`: " + items.map(\.code).joined(separator: ", "))
    case .separation(let set, let name, let roles):
      Text(
        zh: "违反职责分离 `\(set)`：`\(name)` 将同时持有 " + roles.map(\.text).joined(separator: "、"),
        en: "separation of duty `\(set)`: `\(name)` would hold "
          + roles.map(\.text).joined(separator: ", "))
    case .lastAdministrator(.group(let group)):
      Text(
        zh: "用户组 `\(group)` 将没有可登录的管理员",
        en: "nobody who can log in would administer `\(group)` any more")
    case .lastAdministrator:
      Text(zh: "将没有可登录的主账号", en: "no master who can log in would be left")
    case .unseen(let grievance, let count): grievance.text(about: .unseen(count))
    }
  }

  fileprivate var hint: Text? {
    switch self {
    case .operatorNotYours, .groupNotYours, .unseen(.notYours, _):
      Text(zh: "由上级管理员或主账号操作", en: "an administrator above, or the master, does this")
    case .gain, .outside(_, _, .pool), .unseen(.gain, _), .unseen(.outsidePool, _):
      Text(
        zh: "由上级管理员或主账号授予", en: "an administrator above, or the master, gives it")
    case .outside(_, _, .entitlement), .unseen(.outsideEntitlement, _):
      Reason.outsideEntitlement.hint
    case .separation, .unseen(.separation, _):
      Text(zh: "先收回其中的角色", en: "take one of the roles away first")
    case .lastAdministrator:
      Text(zh: "先任命另一位管理员", en: "appoint another administrator first")
    }
  }
}

extension Violation.Item {
  /// The code of the thing.
  var code: String {
    switch self {
    case .menu(let code): code.text
    case .product(let code): code.text
    case .account(let code): code.text
    }
  }
}

extension Rectangle {
  /// The three sides in one line, empty ones left out.
  var listing: String {
    let accounts =
      switch self.accounts {
      case .every: "*"
      case .some(let some): some.map(\.text).sorted().joined(separator: ",")
      }
    return [
      menus.nodes.map(\.text).sorted().joined(separator: ","),
      products.nodes.map(\.text).sorted().joined(separator: ","), accounts,
    ].filter { !$0.isEmpty }.joined(separator: " × ")
  }
}

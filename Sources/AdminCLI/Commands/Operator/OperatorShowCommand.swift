import IAM
import Policy

/// `iamctl operator show USERNAME`.
let operatorShowCommand = Command(
  "operator show", Text(zh: "查看操作员及其全部权限", en: "Show an operator and all that it holds"),
  examples: ["iamctl operator show trader-001", "iamctl operator show trader-001 --full --json"],
  usernameArgument,
  Flag("--full", Text(zh: "显示完整个人信息（留痕）", en: "personal data in full, on record")),
  tenantOption
) { context, username, isFull, tenant in
  let person = try Username(existing: username)
  if isFull {
    let tenant = try tenant.map(TenantCode.init(existing:))
    let details = try context.registry().change(as: context.identity()) { change in
      try change.operatorDetailsInFull(person, in: tenant)
    }
    return .record(details.fields)
  }
  let details = try context.asking(tenant) { inquiry, tenant in
    try inquiry.operatorDetails(person, in: tenant)
  }
  return .record(details.fields)
}

extension OperatorDetails {
  /// The fields of `operator show`.
  var fields: [Field] {
    listing.fields + [
      Field("groups", Text(zh: "已加入用户组", en: "Joined groups"), .list(joined.map(\.text))),
      Field(
        "administers", Text(zh: "管理的用户组", en: "Administers"), .list(administers.map(\.text))),
      Field("mobile", Text(zh: "手机", en: "Mobile"), mobile.cell),
      Field("email", Text(zh: "邮箱", en: "E-mail"), email.cell),
      Field("created_by", Text(zh: "创建人", en: "Created by"), .text(createdBy?.text)),
      Field(
        "pending", Text(zh: "未完成的首次登录步骤", en: "First-login steps open"),
        .cells(pending.map { .phrase(code: $0.rawValue, $0.title) })),
      Field(
        "holdings", Text(zh: "持有权限", en: "Holds"),
        .value(.array(holdings.map(\.json)), shown: holdings.map(\.text))),
    ]
  }
}

extension OperatorListing {
  fileprivate var fields: [Field] {
    [
      Field("username", Text(zh: "用户名", en: "Username"), .text(username.text)),
      Field("name", Text(zh: "姓名", en: "Name"), .text(name)),
      Field("group", Text(zh: "用户组", en: "Group"), .text(group.text)),
      Field(
        "state", Text(zh: "状态", en: "State"), .phrase(code: state.rawValue, state.title)),
      Field("master", Text(zh: "主账号", en: "Master"), .bool(isMaster)),
      Field(
        "valid_from", Text(zh: "有效期自", en: "Valid from"), .time(validity.from?.milliseconds)),
      Field(
        "valid_until", Text(zh: "有效期至", en: "Valid until"),
        .time(validity.until?.milliseconds)),
      Field("created_at", Text(zh: "创建时间", en: "Created"), .time(createdAt.milliseconds)),
      Field(
        "last_login_at", Text(zh: "上次登录", en: "Last login"), .time(lastLoginAt?.milliseconds)),
    ]
  }
}

extension PersonalDatum {
  /// The value, or why it is not shown.
  var cell: Cell {
    switch self {
    case .absent: .none
    case .locked: .phrase(code: "locked", Text(zh: "已加密（无密钥）", en: "locked (no key)"))
    case .shown(let text): .text(text)
    }
  }
}

extension HeldThing {
  /// One thing held, for people: what it is, its name, where from, and until when.
  fileprivate var text: Text {
    let origin = through.map { Text(zh: "，经用户组 \($0.text)", en: ", through \($0.text)") }
    let start = validity.from.map { ExchangeTime.minute($0.milliseconds) }
    let end = validity.until.map { ExchangeTime.minute($0.milliseconds) }
    let limits = [
      origin, start.map { Text(zh: "，\($0) 起", en: ", from \($0)") },
      end.map { Text(zh: "，至 \($0)", en: ", until \($0)") },
    ].compactMap(\.self)
    return limits.reduce(noun.title + Text(" " + name), +)
  }

  /// One thing held, for programs.
  var json: JSONValue {
    let time: (Instant?) -> JSONValue = {
      $0.map { .string(RFC3339.text($0.milliseconds)) } ?? .null
    }
    return [
      "kind": .string(noun.rawValue), "name": .string(name),
      "through": through.map { .string($0.text) } ?? .null, "from": time(validity.from),
      "until": time(validity.until),
    ]
  }
}

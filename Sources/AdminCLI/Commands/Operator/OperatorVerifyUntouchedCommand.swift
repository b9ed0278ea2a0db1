import IAM
import Policy

/// `iamctl operator verify-untouched`.
let operatorVerifyUntouchedCommand = Command(
  "operator verify-untouched",
  Text(
    zh: "核对新管理员账户未被使用：仅一个用户组，无用户、角色",
    en: "Check that a new administrator's account is untouched: one user group, nothing else"),
  examples: ["iamctl operator verify-untouched"]
) { context in
  let differences = try context.asking(nil) { inquiry, _ in
    try inquiry.untouchedDifferences()
  }
  let isUntouched = differences.isEmpty
  return Output.record(
    Field("untouched", Text(zh: "未被使用", en: "Untouched"), .bool(isUntouched)),
    Field(
      "differences", Text(zh: "差异", en: "Differences"),
      .value(
        .array(differences.map(\.json)), shown: differences.map(\.text),
        plain: differences.map(\.plain).joined(separator: ",")))
  ).answering(isUntouched).noting(differences)
}

extension Output {
  fileprivate func noting(_ differences: [UntouchedDifference]) -> Output {
    guard !differences.isEmpty else { return self }
    let report = Text(
      zh: "账户可能已被他人使用，请向交易所报告", en: "somebody may have used the account: tell the exchange")
    return (differences.map(\.text) + [report]).reduce(self) { $0.noting($1) }
  }
}

extension UntouchedDifference {
  /// What people read.
  fileprivate var text: Text {
    switch self {
    case .group(let name): Text(zh: "多出用户组 `\(name)`", en: "there is a user group `\(name)`")
    case .rootMadeBy(let name):
      Text(zh: "默认用户组由 `\(name)` 创建", en: "the root group was made by `\(name)`")
    case .user(let name): Text(zh: "多出用户 `\(name)`", en: "there is a user `\(name)`")
    case .role(let name): Text(zh: "多出角色 `\(name)`", en: "there is a role `\(name)`")
    case .used(let instant):
      Text(
        zh: "此前曾登录：\(ExchangeTime.second(instant.milliseconds))",
        en: "somebody logged in before: \(ExchangeTime.second(instant.milliseconds))")
    }
  }

  fileprivate var json: JSONValue { ["kind": .string(facts.kind), "name": .string(facts.name)] }

  /// What a pipe gets.
  fileprivate var plain: String { "\(facts.kind) \(facts.name)" }

  private var facts: (kind: String, name: String) {
    switch self {
    case .group(let name): ("group", name.text)
    case .rootMadeBy(let name): ("root-group", name.text)
    case .user(let name): ("user", name.text)
    case .role(let name): ("role", name.text)
    case .used(let instant): ("login", RFC3339.text(instant.milliseconds))
    }
  }
}

import IAM
import Policy

/// `iamctl member register --file FILE`.
let memberRegisterCommand = Command(
  "member register", Text(zh: "会员注册", en: "Register a member with its master account"), .changes,
  secrets: [.new(Text(zh: "登录密码", en: "login password"))],
  examples: ["iamctl member register --file member.json"],
  Option(
    "--file", "FILE",
    Text(
      zh: "JSON：username、name、legal_representative、administrator、delivery_address、credit_code 或三证",
      en: "JSON: username, name, legal_representative, administrator, delivery_address, "
        + "credit_code or the three certificates"),
    as: FilePath.self)
) { context, file in
  let json = try context.documentJSON(at: file)
  let registration = try context.checking { () throws(InvalidField) in
    try MemberRegistration(json)
  }
  guard let password = try context.secrets().first?.secret() else {
    preconditionFailure("the command announces one secret")
  }
  let registry = try context.registry()
  let chosen = try registry.hashPassword(password)
  let member = try registry.change(as: .nobody, dryRun: context.isDryRun) { change in
    try change.registerMember(registration, password: chosen)
  }
  return Output.record(
    Field("tenant", Text(zh: "会员编号", en: "tenant"), .text(member.tenant.text)),
    Field("username", Text(zh: "主账号", en: "master"), .text(member.username.text)),
    Field("state", Text(zh: "状态", en: "state"), member.state.cell))
}

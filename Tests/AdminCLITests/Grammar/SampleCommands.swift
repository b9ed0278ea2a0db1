import IAM

@testable import AdminCLI

/// A value that is valid by construction.
struct SampleName: CommandValue {
  let text: String

  static func parse(_ text: String) throws(CommandFailure) -> SampleName {
    guard text.utf8.count >= 3 else {
      throw .usage(Text(zh: "`\(text)` 太短", en: "`\(text)` is too short"))
    }
    return SampleName(text: text)
  }
}

/// A value with a few choices.
enum SamplePreset: String, CaseIterable, CommandValue {
  case trader
  case settlement
}

/// Shows the values that an action was given, in order.
func shown(_ values: Any...) -> Output {
  .text(values.map { "\($0)" }.joined(separator: " / "))
}

let sampleCreate = Command(
  "operator create", Text(zh: "新增操作员", en: "Create an operator"), .changes,
  examples: ["iamctl operator create trader-001 --name 张三"],
  Argument("USERNAME", Text(zh: "用户名", en: "the username"), as: SampleName.self),
  Option("--name", "N", Text(zh: "姓名", en: "the person's name")),
  OptionalOption("--limit", "N", Text(zh: "上限", en: "a limit"), as: Int.self),
  RepeatedOption("--menu", "M", Text(zh: "菜单", en: "a menu")),
  Flag("--quiet", Text(zh: "安静", en: "say less"))
) { context, username, name, limit, menus, quiet in
  shown(username.text, name, limit.map(String.init) ?? "none", menus, quiet, context.isDryRun)
}

let sampleDelete = Command(
  "operator delete", Text(zh: "删除操作员", en: "Delete operators"), .destroys,
  examples: ["iamctl operator delete trader-001"],
  RepeatedArgument("USERNAME", Text(zh: "用户名", en: "the usernames"))
) { context, names in
  try context.confirm(Text(zh: "删除 \(names.count) 个？", en: "delete \(names.count)?"))
  return .message(Text(zh: "已删除", en: "deleted"), json: ["deleted": .number(Int64(names.count))])
}

let sampleBind = Command(
  "member bank bind", Text(zh: "账户绑定", en: "Bind a bank account"),
  examples: ["iamctl member bank bind --file bank.json"],
  Option("--file", "FILE", Text(zh: "文件", en: "the file"), as: FilePath.self),
  OptionalOption("--preset", "P", Text(zh: "模板", en: "a preset"), as: SamplePreset.self)
) { context, file, preset in
  let text = try context.console.readText(file, limit: 100)
  return shown(text, preset?.rawValue ?? "none")
}

let sampleCheck = Command(
  "check", Text(zh: "检查权限", en: "Check a permission"),
  examples: ["iamctl check trader-001 trade.listing.create"],
  Argument("USERNAME", Text(zh: "用户名", en: "the username")),
  OptionalArgument("MENU", Text(zh: "菜单", en: "the menu"))
) { _, username, menu in
  Output.record(
    Field("username", Text(zh: "用户名", en: "username"), .text(username)),
    Field("menu", Text(zh: "菜单", en: "menu"), .text(menu))
  ).answering(menu != nil)
}

let sampleWhatIf = Command(
  "what-if", Text(zh: "假设", en: "Ask after a change"),
  examples: ["iamctl what-if changes.json -- check trader-001 trade"],
  Argument("FILE", Text(zh: "变更文件", en: "the changes"), as: FilePath.self),
  RestArguments("QUESTION", Text(zh: "问题", en: "the question"))
) { _, file, question in shown(file.text, question) }

let samplePassword = Command(
  "password change", Text(zh: "修改密码", en: "Change the password"),
  secrets: [
    .existing(Text(zh: "当前密码", en: "current password")),
    .new(Text(zh: "新密码", en: "new password")),
  ],
  examples: ["iamctl password change"]
) { context in
  let secrets = try context.secrets()
  return shown(secrets.map { $0.withBytes { String(decoding: $0, as: UTF8.self) } })
}

let sampleCommands: [any CommandProtocol] = [
  sampleCreate, sampleDelete, sampleBind, sampleCheck, sampleWhatIf, samplePassword,
  versionCommand,
]

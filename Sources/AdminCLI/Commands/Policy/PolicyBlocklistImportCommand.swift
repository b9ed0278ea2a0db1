import IAM

/// `iamctl policy blocklist import FILE`.
let policyBlocklistImportCommand = Command(
  "policy blocklist import",
  Text(zh: "导入禁用口令表（每行一个）", en: "Import a list of refused passwords, one a line"), .changes,
  examples: ["iamctl policy blocklist import breached.txt"],
  Argument("FILE", Text(zh: "UTF-8 文本文件", en: "a file of UTF-8 text"), as: FilePath.self)
) { context, file in
  let registry = try context.registry()
  let identity = try context.identity()
  let text = try context.console.readText(file, limit: 32 << 20)
  let passwords = text.split(whereSeparator: \.isNewline).map(String.init)
  let added = try registry.change(as: identity, dryRun: context.isDryRun) { change in
    try change.importBlockedPasswords(passwords)
  }
  return .message(
    Text(
      zh: "共 \(passwords.count) 个，新增 \(added) 个",
      en: "\(passwords.count) passwords, \(added) of them new"),
    json: ["read": .number(Int64(passwords.count)), "added": .number(Int64(added))])
}

import IAM

/// `--prune` of `plan` and `apply`.
let pruneFlag = Flag(
  "--prune",
  Text(
    zh: "未列出的操作员收回全部权限并停用", en: "take everything from operators not listed, and suspend them"))

/// `iamctl plan FILE`.
let planCommand = Command(
  "plan", Text(zh: "显示配置文档与现状的差异", en: "Show what applying a document would change"),
  examples: ["iamctl plan tenant.json", "iamctl plan tenant.json --prune --json"],
  Argument("FILE", Text(zh: "配置文档", en: "the document"), as: FilePath.self), pruneFlag
) { context, file, prune in
  let document = try context.configurationDocument(file)
  let differences = try context.registry(changing: false).inquire(as: context.identity()) {
    try $0.plan(document, prune: prune)
  }
  return .differences(differences).answering(differences.isEmpty)
}

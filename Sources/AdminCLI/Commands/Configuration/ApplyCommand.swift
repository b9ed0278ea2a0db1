import IAM

/// `iamctl apply FILE`.
let applyCommand = Command(
  "apply", Text(zh: "按配置文档修改会员的配置", en: "Make a tenant's configuration what a document says"),
  .destroys,
  examples: [
    "iamctl apply tenant.json", "iamctl apply tenant.json --dry-run",
    "iamctl apply tenant.json --prune --yes",
  ],
  Argument("FILE", Text(zh: "配置文档", en: "the document"), as: FilePath.self), pruneFlag
) { context, file, prune in
  let document = try context.configurationDocument(file)
  let registry = try context.registry()
  let identity = try context.identity()
  if prune {
    try context.confirm(
      Text(
        zh: "未列出的操作员将失去全部权限并被停用，继续？",
        en: "operators not listed lose everything and are suspended; go on?"))
  }
  let differences = try registry.change(as: identity, dryRun: context.isDryRun) {
    try $0.apply(document, prune: prune)
  }
  return .differences(differences)
}

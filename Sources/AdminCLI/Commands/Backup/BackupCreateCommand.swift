import IAM

/// `iamctl backup create FILE`.
let backupCreateCommand = Command(
  "backup create",
  Text(zh: "在线备份数据库（不含密钥文件）", en: "Copy the database while it is in use, without its key file"),
  .changes,
  examples: ["iamctl backup create /backup/iam-2026-01-31.db"],
  Argument("FILE", Text(zh: "备份文件", en: "the backup"), as: FilePath.self), forceFlag
) { context, file, force in
  try context.outputFile(file, replaces: force).requireFree()
  let registry = try context.registry()
  let identity = try context.identity()
  let path = file.text
  try registry.backup(as: identity, to: path, replacing: force, dryRun: context.isDryRun)
  return .message(
    Text(
      zh: "已备份到 `\(path)`；密钥文件须另行保管",
      en: "backed up to `\(path)`; the key file is kept apart from it"),
    json: ["file": .string(path)])
}

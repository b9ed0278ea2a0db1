import IAM

/// `iamctl doctor`.
let doctorCommand = Command(
  "doctor",
  Text(
    zh: "检查数据库：结构、引用、约束、表结构与审计末尾",
    en: "Examine the database: structure, references, rules, schema, the end of the audit trail"),
  examples: ["iamctl doctor", "iamctl --db /backup/iam.db doctor --json"]
) { context in
  let path = try context.databasePath()
  do {
    return try Registry.examine(path).output(in: context.language)
  } catch let error as DatabaseError where error.kind == .integrity {
    var failure = error.commandFailure
    failure.hint = Text(
      zh: "用 `iamctl backup restore FILE` 恢复备份",
      en: "restore a backup with `iamctl backup restore FILE`")
    throw failure
  }
}

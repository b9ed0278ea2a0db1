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
  return try leadingOutOfDamage(to: path) {
    try Registry.examine(path).output(in: context.language)
  }
}

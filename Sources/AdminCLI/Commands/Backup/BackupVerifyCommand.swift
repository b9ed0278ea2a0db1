import IAM

/// `iamctl backup verify FILE`.
let backupVerifyCommand = Command(
  "backup verify",
  Text(
    zh: "校验备份：结构、表结构、约束与全部审计记录",
    en: "Verify a backup: its structure, schema and rules, and the whole audit trail"),
  examples: ["iamctl backup verify /backup/iam-2026-01-31.db"],
  Argument("FILE", Text(zh: "备份文件", en: "the backup"), as: FilePath.self)
) { context, file in
  let registry = try context.registry(changing: false)
  try registry.requireCare(as: context.identity(), for: "backup.verify", on: file.text)
  return try context.verifyBackup(file).output(in: context.language)
}

extension Context {
  /// What is wrong with a backup.
  ///
  /// - Throws: exit 66 when it cannot be read or is no store of this program, 78 when it is a store
  ///   that must not be read.
  func verifyBackup(_ file: FilePath) throws -> [StoreProblem] {
    do {
      return try Registry.verifyBackup(file.text, progress: noteAuditProgress)
    } catch let error as DatabaseError {
      switch error.kind {
      case .missing: throw CommandFailure.unreadable(file.text, error.message)
      case .incomplete, .notADatabase, .notARegularFile, .foreignApplication:
        throw CommandFailure.noBackup(file.text)
      default: throw error
      }
    }
  }
}

extension CommandFailure {
  fileprivate static func noBackup(_ name: String) -> CommandFailure {
    CommandFailure(
      "no-backup", Text(zh: "`\(name)` 不是备份文件", en: "`\(name)` is not a backup"),
      hint: Text(
        zh: "备份由 `iamctl backup create FILE` 生成", en: "`iamctl backup create FILE` makes one"),
      exit: .inputFile)
  }
}

extension [StoreProblem] {
  /// What was found, as a yes or a no.
  func output(in language: Language) -> Output {
    let lines = map { problem in
      Text(
        zh: "\(problem.kind.wording.zh)：\(problem.subject.zh)",
        en: "\(problem.kind.wording.en): \(problem.subject.en)")
    }
    let verdict =
      isEmpty
      ? Text(zh: "完好", en: "sound")
      : Text(zh: "发现 \(count) 处问题", en: "problems found: \(count)")
    let json: JSONValue = [
      "sound": .bool(isEmpty),
      "problems": .array(
        map { problem in
          ["code": .string(problem.kind.rawValue), "subject": .string(problem.subject.en)]
        }),
    ]
    let text = (lines + [verdict]).map { Visible.escaped($0[language]) + "\n" }.joined()
    return .text(text, json: json).answering(isEmpty)
  }
}

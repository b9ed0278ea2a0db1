import IAM

/// `iamctl audit verify`.
let auditVerifyCommand = Command(
  "audit verify",
  Text(
    zh: "校验全部审计记录及其哈希树，可与检查点比对",
    en: "Verify the whole audit trail and its tree, and compare it with a checkpoint"),
  examples: [
    "iamctl audit verify",
    "iamctl audit verify --checkpoint /media/safe/audit.checkpoint --key audit.key.pub",
  ],
  OptionalOption(
    "--checkpoint", "FILE", Text(zh: "保存在别处的检查点", en: "a checkpoint kept elsewhere"),
    as: FilePath.self),
  OptionalOption(
    "--key", "FILE",
    Text(
      zh: "签名密钥的公开部分；默认为检查点旁的 .pub 文件",
      en: "the public half of the key that signed it; by default the .pub file beside it"),
    as: FilePath.self)
) { context, checkpointFile, keyFile in
  let checkpoint = try checkpointFile.map { file in
    (
      note: try context.checkpointNote(file),
      key: try context.checkpointVerifier(keyFile ?? FilePath(text: file.text + ".pub"))
    )
  }
  let registry = try context.registry(changing: false)
  let verification = try registry.inquire(as: context.identity()) { inquiry in
    try inquiry.verifyAudit(comparingWith: checkpoint, progress: context.noteAuditProgress)
  }
  return verification.output(in: context.language)
}

extension Context {
  /// The checkpoint in a file.
  ///
  /// - Throws: exit 66 when it cannot be read, 65 when it is none.
  func checkpointNote(_ file: FilePath) throws -> CheckpointNote {
    try CheckpointNote(reading: console.readText(file, limit: 1 << 16))
  }

  /// The public key in a file, or that of the private key in it.
  func checkpointVerifier(_ file: FilePath) throws -> CheckpointVerifier {
    try CheckpointVerifier(reading: console.readText(file, limit: 1 << 12))
  }

  /// Tells how far the going through of the trail has come.
  @Sendable func noteAuditProgress(_ done: Int64, _ total: Int64) {
    console.note(
      Text(zh: "已校验 \(done) / \(total) 行", en: "verified \(done) of \(total) rows"))
  }
}

extension AuditVerification {
  /// What was found, as a yes or a no.
  func output(in language: Language) -> Output {
    var lines = problems.map { Text(zh: $0.wording.zh, en: $0.wording.en) }
    if clockStepsBack > 0 {
      lines.append(
        Text(
          zh: "有 \(clockStepsBack) 行的时间早于前一行：时钟曾被调回",
          en: "\(clockStepsBack) rows are earlier than the one before: the clock was set back"))
    }
    lines.append(
      holds
        ? Text(zh: "完好：\(size) 行", en: "intact: \(size) rows")
        : Text(zh: "发现 \(problemCount) 处问题", en: "problems found: \(problemCount)"))
    return .text(lines.map { $0[language] + "\n" }.joined(), json: json).answering(holds)
  }

  /// The findings for programs.
  var json: JSONValue {
    [
      "intact": .bool(holds), "size": .number(size), "root": .string(root.hexadecimal),
      "problem_count": .number(Int64(problemCount)), "problems": .array(problems.map(\.json)),
      "clock_steps_back": .number(Int64(clockStepsBack)),
      "checkpoint_size": checkpointSize.map { .number($0) } ?? .null,
    ]
  }
}

extension AuditProblem {
  fileprivate var json: JSONValue {
    [
      "code": .string(code), "first_row": rows.map { .number($0.lowerBound) } ?? .null,
      "last_row": rows.map { .number($0.upperBound) } ?? .null, "message": .string(wording.en),
    ]
  }
}

import Glibc
import IAM

/// `iamctl audit checkpoint`.
let auditCheckpointCommand = Command(
  "audit checkpoint",
  Text(
    zh: "校验审计记录并签发检查点，请保存在别处",
    en: "Verify the audit trail and sign a checkpoint of it, to be kept elsewhere"), .changes,
  examples: [
    "iamctl audit checkpoint --key /secure/audit.key --out /media/safe/audit.checkpoint"
  ],
  Option(
    "--key", "FILE",
    Text(
      zh: "签名密钥，不在数据库中；没有时新建（权限 0600）",
      en: "the signing key, kept outside the database; made, mode 0600, where there is none"),
    as: FilePath.self),
  Option(
    "--out", "FILE",
    Text(zh: "检查点文件；公钥写到 FILE.pub", en: "the checkpoint; the public key goes to FILE.pub"),
    as: FilePath.self),
  forceFlag
) { context, keyFile, outFile, force in
  let note = try context.outputFile(outFile, replaces: force, sparing: [keyFile.text])
  let publicKey = try context.outputFile(
    FilePath(text: outFile.text + ".pub"), replaces: force, sparing: [keyFile.text])
  try note.requireFree()
  try publicKey.requireFree()
  let registry = try context.registry()
  let identity = try context.identity()
  let verification = try registry.inquire(as: identity) { inquiry in
    try inquiry.verifyAudit(isForSigning: true, progress: context.noteAuditProgress)
  }
  guard verification.holds else { return verification.output(in: context.language) }
  let signer = try context.checkpointSigner(keyFile)
  let signed = try registry.change(as: identity, dryRun: context.isDryRun) { change in
    let signed = try change.signCheckpoint(with: signer)
    if !context.isDryRun {
      // Before the commit: a checkpoint that was recorded exists.
      try publicKey.write(Array((signer.verifier.text + "\n").utf8), mode: 0o644)
      try note.write(Array(signed.text.utf8), mode: 0o644)
    }
    return signed
  }
  return .record(
    Field("file", Text(zh: "检查点", en: "Checkpoint"), .text(outFile.text)),
    Field("size", Text(zh: "行数", en: "Rows"), .number(signed.checkpoint.size)),
    Field("root", Text(zh: "根", en: "Root"), .text(signed.checkpoint.root.hexadecimal)),
    Field("key", Text(zh: "公钥", en: "Public key"), .text(signer.verifier.text)))
}

extension Context {
  /// The key in a file; a new one, written to the file, where there is none.
  ///
  /// - Throws: exit 73 for a file that the program lives in, 66 when it cannot be read, 78 when others may read it or it holds no key.
  func checkpointSigner(_ file: FilePath) throws -> CheckpointSigner {
    let made = try outputFile(file)
    try made.requireForeign()
    var facts = stat()
    guard stat(file.text, &facts) == 0 else {
      let signer = try CheckpointSigner()
      if isDryRun { return signer }
      try made.write(Array((signer.text + "\n").utf8))
      console.note(
        Text(
          zh: "已新建签名密钥 `\(file.text)`，请妥善保管",
          en: "made a new signing key `\(file.text)`: keep it safe"))
      return signer
    }
    guard facts.st_mode & 0o077 == 0 else {
      throw CommandFailure(
        "key-not-private",
        Text(zh: "他人可读取密钥 `\(file.text)`", en: "others may read the key `\(file.text)`"),
        hint: Text(zh: "改为权限 0600", en: "make it mode 0600"), exit: .configuration)
    }
    return try CheckpointSigner(reading: console.readText(file, limit: 1 << 12))
  }
}

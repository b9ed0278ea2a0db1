import Glibc
import IAM

/// `iamctl backup restore FILE`.
///
/// Where the database is there, restoring takes a session like everything else; where it is not,
/// nobody could have one. One that is damaged has to be moved away by hand first.
let backupRestoreCommand = Command(
  "backup restore",
  Text(
    zh: "恢复备份，原数据库保留在旁；恢复时不得有其他进程使用",
    en: "Put a backup in the place of the database, which is kept beside; nobody may be using it"),
  .destroys,
  examples: [
    "iamctl backup restore /backup/iam-2026-01-31.db",
    "iamctl --db new.db backup restore /backup/iam-2026-01-31.db --yes",
  ],
  Argument("FILE", Text(zh: "备份文件", en: "the backup"), as: FilePath.self)
) { context, file in
  let path = try context.databasePath()
  let actor = try context.restorer(of: file, at: path)
  let problems = try context.verifyBackup(file)
  guard problems.isEmpty else { return problems.output(in: context.language) }
  if actor != nil {
    try context.confirm(
      Text(
        zh: "用 `\(file.text)` 替换 `\(path)`？",
        en: "replace `\(path)` with `\(file.text)`?"))
  }
  if context.isDryRun { return .restored(from: file.text, previous: nil) }
  context.store.close()
  let services = try context.services()
  let restoration = try leadingOutOfDamage(to: path) {
    try Registry.restore(file.text, to: path, by: actor, services: services)
  }
  guard restoration.problems.isEmpty else {
    return restoration.problems.output(in: context.language)
  }
  return .restored(from: file.text, previous: restoration.previous)
}

extension Context {
  /// Who restores; `nil` where no database is there to ask.
  ///
  /// - Throws: exit 77 when a database is there and nobody who may is logged in.
  fileprivate func restorer(of file: FilePath, at path: String) throws -> String? {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return nil }
    // Let go again before the database is exchanged: whoever has it open keeps it in use.
    return try leadingOutOfDamage(to: path) {
      let registry = try registry(changing: !isDryRun)
      return try registry.requireCare(as: identity(), for: "backup.restore", on: file.text)
    }
  }
}

extension Output {
  fileprivate static func restored(from file: String, previous: String?) -> Output {
    .message(
      Text(
        zh: "已恢复 `\(file)`；所有会话已结束，请重新登录",
        en: "restored `\(file)`; every session has ended, log in again"),
      json: ["file": .string(file), "previous": previous.map { .string($0) } ?? .null])
  }
}

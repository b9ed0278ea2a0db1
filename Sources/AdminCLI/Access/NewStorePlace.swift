import Glibc
import IAM

/// Where a new database and its key file go: both appear, or neither.
struct NewStorePlace {
  /// The database's file.
  let database: String
  /// The key file of personal data.
  let keyFile: String
  /// Whether the folders on the way may be made: only on the default path.
  private let makesFolders: Bool

  /// The place that the options and the environment name.
  init(_ context: Context) throws(CommandFailure) {
    database = try context.databasePath()
    keyFile = try context.keyPath()
    let given = context.options.database ?? context.console.environment[.database] ?? ""
    makesFolders = given.isEmpty
  }

  /// Makes folders and key, then what `body` makes; when that fails, what was made is removed.
  ///
  /// In a dry run nothing is made: only `body` is called, once all that is in the way was looked for.
  func make(dryRun: Bool, _ body: () throws -> Void) throws {
    if dryRun {
      try requireNothingThere()
      try requireFolders()
      return try body()
    }
    let folders = makesFolders ? makeFolders() : []
    do {
      try requireNothingThere()
      try requireFolders()
      _ = try Vault.create(keyFile: keyFile)
      do {
        try body()
      } catch {
        unlink(keyFile)
        throw error
      }
    } catch {
      for folder in folders.reversed() { rmdir(folder) }
      throw error
    }
  }

  /// An existing database is the plainer reason, so it is looked for first.
  private func requireNothingThere() throws(CommandFailure) {
    if isThere(database), isThere(keyFile) {
      throw CommandFailure(
        "database-exists",
        Text(zh: "数据库 `\(database)` 已存在", en: "the database `\(database)` exists"),
        hint: Text(zh: "换一个文件，或直接登录", en: "name another file, or log in to this one"),
        exit: .conflict)
    }
    if isThere(keyFile) {
      throw CommandFailure(
        "key-file-exists",
        Text(zh: "密钥文件 `\(keyFile)` 已存在", en: "the key file `\(keyFile)` exists already"),
        hint: Text(
          zh: "若没有数据库使用它，删除后再试", en: "remove it if no database uses it, and try again"),
        exit: .conflict)
    }
  }

  /// Both files can be made: in their folders, or in the nearest above one that is going to be made.
  private func requireFolders() throws(CommandFailure) {
    for path in [database, keyFile] {
      var folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      while makesFolders, folders.count > 1, !isThere(folders.joined(separator: "/")) {
        folders.removeLast()
      }
      let file = (folders + ["new"]).joined(separator: "/")
      try OutputFile(FilePath(text: file), replaces: true).requireFree()
    }
  }

  private func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes every folder on the way that is missing, 0700.
  ///
  /// - Returns: those that were made, outermost first.
  private func makeFolders() -> [String] {
    var folder = ""
    var made: [String] = []
    for part in database.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      if mkdir(folder, 0o700) == 0 { made.append(folder) }
    }
    return made
  }
}

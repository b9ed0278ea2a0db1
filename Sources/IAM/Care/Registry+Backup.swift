internal import CSQLite
internal import Glibc
internal import Policy

extension Registry {
  /// Copies the last committed state into a file, for its owner alone, while others go on working.
  ///
  /// The key of personal data is never in it. The file bears its name only once it is complete and
  /// recorded in the trail.
  ///
  /// - Parameters:
  ///   - identity: who asks for it.
  ///   - path: where.
  ///   - replaces: whether a file that is there is replaced; never one of the store itself.
  ///   - dryRun: whether only to find out if it would be permitted.
  /// - Throws: `denied` without `exchange.care`; `DatabaseError` `alreadyExists` or of storage, after
  ///   which everything is as it was.
  public func backup(
    as identity: Identity, to path: String, replacing replaces: Bool = false, dryRun: Bool = false
  ) throws {
    try authorizeCare(as: identity, "backup.create", on: path)
    let target = try DatabaseFile(path)
    guard !StoreFiles(of: database.file.path).include(path) else {
      throw DatabaseError(.alreadyExists, "`\(path)` is a file of the store itself")
    }
    guard try replaces || FileStatus(path: target.path) == nil else {
      throw DatabaseError(.alreadyExists, "`\(path)` exists already")
    }
    if dryRun { return }
    let draft = try DatabaseFile("\(target.path).\(getpid()).draft")
    defer { draft.remove() }
    try database.backup(to: draft.path)
    try change(as: identity) { change in
      let intent = Intent(
        "backup.create", in: try change.requireActing().tenant, on: path,
        need: .menu("exchange.care", over: .tenant))
      try change.perform(intent) {
        try draft.take(nameOf: target, replacing: replaces)
        return Recorded(after: ["audit_size": .number(try change.reading.auditSize())])
      }
    }
  }

  /// Lets pass who may care for the store; keeps a denial in the trail.
  ///
  /// - Returns: the caller's username.
  @discardableResult
  func authorizeCare(
    as identity: Identity, _ event: String, on path: String
  ) throws -> String {
    try inquire(as: identity) { inquiry in
      let actor = try inquiry.requireActing()
      inquiry.progress.intent = Intent(
        event, in: actor.tenant, on: path, need: .menu("exchange.care", over: .tenant))
      try inquiry.reading.require("exchange.care", for: actor, in: actor.tenant, at: inquiry.now)
      return actor.username.text
    }
  }

  /// Whether somebody may care for the store; for commands that open a file other than the store.
  ///
  /// - Parameters:
  ///   - identity: who asks.
  ///   - event: what for, as a denial is recorded.
  ///   - path: the other file.
  /// - Returns: the caller's username.
  /// - Throws: `notLoggedIn`, `denied`.
  @discardableResult
  public func requireCare(
    as identity: Identity, for event: String, on path: String
  ) throws -> String {
    try authorizeCare(as: identity, event, on: path)
  }

  /// Looks for anything wrong with a backup: structure, schema, invariants and the whole audit
  /// trail. It looks at a copy, in the folder for temporary files: beside the backup nothing is left.
  ///
  /// - Parameters:
  ///   - path: the backup.
  ///   - progress: told how many audit rows of how many are done, every 100 000 rows.
  /// - Throws: `DatabaseError` when the file is missing or is no store of this program, and when there
  ///   is no room for the copy.
  /// - Complexity: O(size of the file).
  public static func verifyBackup(
    _ path: String, progress: (Int64, Int64) -> Void = { _, _ in }
  ) throws -> [StoreProblem] {
    try TemporaryFolder.lend { folder in
      let copy = try DatabaseFile(folder + "/copy.db")
      defer { copy.remove() }
      return try verifyBackup(path, in: copy, progress: progress)
    }
  }

  /// Copies a backup and looks for anything wrong with the copy.
  ///
  /// - Parameter copy: where nothing is yet; made also when something is wrong, as far as it goes.
  static func verifyBackup(
    _ path: String, in copy: DatabaseFile, progress: (Int64, Int64) -> Void = { _, _ in }
  ) throws -> [StoreProblem] {
    do {
      let file = try DatabaseFile(path)
      // Where there is a log somebody may be using the file, and what is in the log counts.
      let isAlone = try FileStatus(path: file.logPath) == nil
      let backup = try Database(
        path: path, mode: isAlone ? .archive : .readOnly, migrations: Schema.migrations)
      try backup.backup(to: copy.path)
      let registry = try Registry(opening: copy.path, readOnly: true)
      return try registry.examine { try $0.verifyAudit(progress: progress).problems }
    } catch let error as DatabaseError where error.kind == .integrity {
      return [StoreProblem(.structure, error.message)]
    }
  }
}

extension DatabaseFile {
  /// Gives this file the name of another, at once or not at all.
  func take(nameOf target: DatabaseFile, replacing replaces: Bool) throws {
    // SAFETY: both paths end with zero. A link fails where a file is, which renaming replaces.
    let code = unsafe replaces ? rename(path, target.path) : link(path, target.path)
    guard code == 0 else {
      if errno == EEXIST {
        throw DatabaseError(.alreadyExists, "`\(target.path)` exists already")
      }
      throw FileStatus.failure(errno, "`\(target.path)` cannot be written")
    }
    try target.synchronizeDirectory()
  }

  /// Removes an empty log and its index. Nobody else may have the file open.
  func removeEmptyLog() {
    guard logSize ?? 0 == 0 else { return }
    for path in [logPath, path + "-shm"] {
      // SAFETY: the path ends with zero. What is not there needs no removing.
      _ = unsafe unlink(path)
    }
  }
}

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
    try authorizeCare(as: identity, "backup.create", on: path, dryRun: dryRun)
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
    as identity: Identity, _ event: String, on path: String, dryRun: Bool = false
  ) throws -> String {
    let progress = ChangeProgress()
    do {
      return try inquire(as: identity) { inquiry in
        let actor = try inquiry.requireActing()
        progress.actor = actor
        progress.intent = Intent(
          event, in: actor.tenant, on: path, need: .menu("exchange.care", over: .tenant))
        _ = try inquiry.require("exchange.care", in: nil)
        return actor.username.text
      }
    } catch let error as IAMError where progress.isDenied(by: error) && !dryRun {
      try recordDenial(error, progress)
      throw error
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
    try authorizeCare(as: identity, event, on: path, dryRun: database.mode == .readOnly)
  }

  /// Looks for anything wrong with a backup: structure, schema, invariants and the whole audit
  /// trail. What SQLite puts beside the file is taken away again.
  ///
  /// - Parameters:
  ///   - path: the backup.
  ///   - progress: told how many audit rows of how many are done, every 100 000 rows.
  /// - Throws: `DatabaseError` when the file is missing or is no store of this program.
  /// - Complexity: O(size of the file).
  public static func verifyBackup(
    _ path: String, progress: (Int64, Int64) -> Void = { _, _ in }
  ) throws -> [StoreProblem] {
    let file = try DatabaseFile(path)
    let isAlone = try FileStatus(path: file.logPath) == nil
    defer { if isAlone { file.removeEmptyLog() } }
    do {
      let registry = try Registry(opening: path, readOnly: true)
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

  /// Removes an empty log and its index, which nobody else uses.
  func removeEmptyLog() {
    guard logSize ?? 0 == 0 else { return }
    for path in [logPath, path + "-shm"] {
      // SAFETY: the path ends with zero. What is not there needs no removing.
      _ = unsafe unlink(path)
    }
  }
}

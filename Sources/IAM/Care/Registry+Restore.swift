internal import CSQLite
internal import Glibc
internal import Policy

extension Registry {
  /// What a restoration did.
  public struct Restoration: Sendable, Equatable {
    /// What is wrong with the backup; nothing was done unless this is empty.
    public internal(set) var problems: [StoreProblem]
    /// Where the store that was there before is now; `nil` when there was none.
    public internal(set) var previous: String?
  }

  /// Puts a backup in the place of a store, which nobody may be using, or where there is none.
  ///
  /// The backup is verified first. The store is exchanged at once, and the one before kept beside
  /// it. Every session that the backup remembers is ended, and its trail gets a row that says so.
  /// Whether the caller may is asked before, by ``requireCare(as:for:on:)``: a store that is not
  /// there can ask nobody.
  ///
  /// - Parameters:
  ///   - backup: the file to restore, which stays as it is.
  ///   - path: the store.
  ///   - actor: who restores; `nil` when nobody could log in.
  ///   - services: the clock that the restoration is dated by.
  /// - Throws: `DatabaseError` `busy` while another process has the store open; of storage. Then the
  ///   store is as it was.
  public static func restore(
    _ backup: String, to path: String, by actor: String?, services: Services
  ) throws -> Restoration {
    let file = try DatabaseFile(path)
    let draft = try DatabaseFile("\(file.path).\(getpid()).restoring")
    defer { draft.remove() }
    let aside = "\(file.path).before-\(services.clock().milliseconds)"
    let exists = try FileStatus(path: file.path) != nil
    let problems = try verifyBackup(backup, in: draft)
    guard problems.isEmpty else { return Restoration(problems: problems) }
    try prepare(
      draft, ["backup": .string(backup), "by": actor.map { .string($0) } ?? .null], services)
    try WriterLock(of: file, patience: patience).hold {
      if exists { try settle(file) }
      try CommitAnnouncer(of: file).announce(isReplacement: true) {
        try exchange(file, with: draft, aside: exists ? aside : nil)
      }
    }
    return Restoration(problems: [], previous: exists ? aside : nil)
  }

  private static let patience = Duration.seconds(3)

  /// Records the restoration in the copy, and ends the sessions that may have ended since.
  private static func prepare(
    _ draft: DatabaseFile, _ facts: JSONValue, _ services: Services
  ) throws {
    // So that the commit is followed by a checkpoint, which leaves nothing in the log.
    let database = try Database(
      path: draft.path, mode: .readWrite, migrations: Schema.migrations, checkpointThreshold: 1)
    defer {
      // SAFETY: both paths end with zero.
      _ = unsafe unlink(draft.lockPath)
      _ = unsafe unlink(draft.wordPath)
    }
    let registry = Registry(database: database, services: services)
    try registry.change(as: .nobody) { change in
      let exchange = try change.reading.tenantID(.exchange)
      let intent = Intent(
        "backup.restore", in: exchange, on: TenantCode.exchange.text, need: .nothing)
      try change.perform(intent) {
        let ended = try change.execute(
          "UPDATE session SET ended_at = ?, end_reason = 'restored' WHERE ended_at IS NULL",
          change.now.milliseconds)
        return Recorded(before: ["sessions": .number(Int64(ended))], after: facts)
      }
    }
    guard draft.logSize ?? 0 == 0 else {
      throw DatabaseError(.busy, "the restored copy could not be completed")
    }
  }

  /// Brings all of the store into its file, which succeeds only when nobody else has it open.
  private static func settle(_ file: DatabaseFile) throws {
    let context = ConnectionContext(
      patience: patience, announcer: CommitAnnouncer(of: file), counters: StatementCounters(),
      faults: nil, schemaVersion: Schema.migrations.last?.version ?? 0)
    let connection = try Connection.open(path: file.path, access: .readWrite, context: context)
    guard connection.checkpoint(), try connection.text("PRAGMA journal_mode = DELETE") == "delete",
      try connection.text("PRAGMA journal_mode = WAL") == "wal"
    else { throw DatabaseError(.busy, "another process has the database open") }
  }

  /// Gives the draft the name of the store; the lock is held, and nothing is in the log.
  private static func exchange(
    _ file: DatabaseFile, with draft: DatabaseFile, aside: String?
  ) throws {
    if let aside {
      // SAFETY: both paths end with zero.
      guard unsafe link(file.path, aside) == 0 else {
        throw FileStatus.failure(errno, "`\(aside)` cannot be written")
      }
    }
    // A log that stayed would be taken for the new file's.
    guard file.logSize ?? 0 == 0 else {
      throw DatabaseError(.busy, "the write-ahead log `\(file.logPath)` is not empty")
    }
    file.removeEmptyLog()
    draft.removeEmptyLog()
    // SAFETY: both paths end with zero.
    guard unsafe rename(draft.path, file.path) == 0 else {
      throw FileStatus.failure(errno, "`\(file.path)` cannot be exchanged")
    }
    try file.synchronizeDirectory()
  }
}

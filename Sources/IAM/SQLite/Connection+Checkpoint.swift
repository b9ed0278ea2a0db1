internal import CSQLite
internal import Synchronization

extension Connection {
  /// Moves what the write-ahead log holds into the file and empties the log, as far as readers
  /// allow without waiting for them. The writer lock must be held.
  ///
  /// Nothing is lost when it fails: the log stays, and the next writer tries again. It fails too
  /// where readers cannot be told of it.
  ///
  /// - Returns: whether the log is empty now.
  @discardableResult
  func checkpoint() -> Bool {
    do {
      return try context.announcer.announceCheckpoint { emptyLog() }
    } catch {
      return false
    }
  }

  private func emptyLog() -> Bool {
    // SAFETY: the connection is alive. Without the busy handler SQLite does not wait for readers.
    unsafe sqlite3_busy_timeout(pointer, 0)
    let mode = SQLITE_CHECKPOINT_TRUNCATE
    let code = unsafe sqlite3_wal_checkpoint_v2(pointer, "main", mode, nil, nil)
    unsafe sqlite3_busy_timeout(pointer, context.patienceMilliseconds)
    return code == SQLITE_OK
  }
}

extension Database {
  /// Empties the write-ahead log when it has grown beyond the threshold.
  ///
  /// When a reader keeps it from being emptied, waits for a quarter of the threshold more before
  /// trying again: the pages are in the file by then, only the log is not shorter.
  func checkpointIfLarge(_ connection: borrowing Connection) {
    guard let size = file.logSize, size >= nextCheckpoint.load(ordering: .relaxed) else { return }
    let isEmpty = connection.checkpoint()
    let next = isEmpty ? checkpointThreshold : size + checkpointThreshold / 4
    nextCheckpoint.store(next, ordering: .relaxed)
  }
}

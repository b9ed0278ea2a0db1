internal import CSQLite
internal import Glibc

/// The right to change the database, one process and one thread at a time.
///
/// The library's write-ahead log can lose an acknowledged commit when a commit and a checkpoint
/// overlap. So every writer, and every checkpoint, first locks a file beside the database; the
/// kernel gives the lock back when its holder dies.
struct WriterLock: Sendable {
  private let path: String
  private let patience: Duration

  /// The lock of a database.
  ///
  /// - Parameter patience: how long to wait for another holder, at most.
  init(of file: DatabaseFile, patience: Duration) {
    path = file.lockPath
    self.patience = patience
  }

  /// Runs the body while holding the lock.
  ///
  /// Throws `busy` when another holder did not let go in time.
  func hold<Result>(_ body: () throws -> Result) throws -> Result {
    let descriptor = try acquire()
    defer { close(descriptor) }
    return try body()
  }

  private func acquire() throws(DatabaseError) -> Int32 {
    let deadline = ContinuousClock.now + patience
    var pause: UInt32 = 50
    while true {
      if let descriptor = try attempt() { return descriptor }
      guard ContinuousClock.now < deadline else {
        throw DatabaseError(.busy, "the database is being changed by another process")
      }
      // Waiters that failed together must not return together.
      usleep(UInt32.random(in: pause / 2...pause))
      pause = min(pause * 2, 5_000)
    }
  }

  /// The locked file, or `nil` while another holds it.
  private func attempt() throws(DatabaseError) -> Int32? {
    let descriptor = try open()
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      close(descriptor)
      guard reason == EWOULDBLOCK || reason == EINTR else {
        throw FileStatus.failure(reason, "`\(path)` cannot be locked")
      }
      return nil
    }
    do {
      // Somebody may have removed the file and made another between opening and locking.
      if let mine = FileStatus(descriptor: descriptor), let named = try FileStatus(path: path),
        mine.node == named.node, mine.device == named.device
      {
        try check(mine)
        return descriptor
      }
    } catch {
      close(descriptor)
      throw error
    }
    close(descriptor)
    return nil
  }

  private func open() throws(DatabaseError) -> Int32 {
    // SAFETY: the path ends with zero.
    let descriptor = unsafe iam_open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw FileStatus.failure(errno, "`\(path)` cannot be opened")
    }
    return descriptor
  }

  private func check(_ status: FileStatus) throws(DatabaseError) {
    guard status.isRegular else {
      throw DatabaseError(.notARegularFile, "`\(path)` is not a plain file")
    }
    guard !status.isWorldWritable else {
      throw DatabaseError(.worldWritable, "`\(path)` may be changed by every user")
    }
  }
}

internal import Synchronization

/// The database of one exchange: changes one at a time, reads that never wait for them.
///
/// May be used from any thread. A `write` waits for other writers of this process without limit
/// and for other processes up to the patience given; a `write` inside a `write` is a bug and stops
/// the program. A `read` inside a `write` or inside a `read` is fine and sees committed changes
/// only.
public final class Database: Sendable {
  /// How the database was opened.
  public let mode: Mode
  /// The file.
  let file: DatabaseFile
  /// What the connections share.
  let context: ConnectionContext
  /// Held around every change.
  let lock: WriterLock
  /// The size of the write-ahead log, in bytes, from which on a commit is followed by a checkpoint.
  let checkpointThreshold: Int
  /// The size from which on to try again, after a reader kept the log from being emptied.
  let nextCheckpoint: Atomic<Int>

  private let writer: Mutex<Connection?>
  private let reader: Mutex<Connection?>
  private let isReaderLent = Atomic<Bool>(false)
  private let watcher = Mutex<Connection?>(nil)

  /// Opens or creates the database.
  ///
  /// - Parameters:
  ///   - path: the file; its directory must exist, and it must not be a symbolic link.
  ///   - mode: what is going to be done.
  ///   - migrations: the steps of the schema, versions 1, 2, … without gaps; at least one.
  ///   - patience: how long to wait for other processes.
  ///   - checkpointThreshold: bytes of write-ahead log that are tolerated. The first process to
  ///     open the database reads all of them, so more would make every start slower.
  ///   - faults: which statement is to fail; for tests.
  ///   - shape: how the transaction is lent to `populate`.
  ///   - populate: with `create`, the first content, in the very transaction that makes the
  ///     schema: others see all of it or an incomplete database.
  init<Shape: LentTransaction & ~Copyable>(
    path: String, mode: Mode, migrations: [Migration], patience: Duration = .seconds(10),
    checkpointThreshold: Int = 1 << 19, faults: FaultPlan? = nil,
    lending shape: (consuming WriteTransaction) -> Shape,
    populate: (borrowing Shape) throws -> Void
  ) throws {
    precondition(
      !migrations.isEmpty && migrations.enumerated().allSatisfy { $1.version == $0 + 1 },
      "the migrations' versions count from 1 without gaps")
    self.mode = mode
    self.checkpointThreshold = checkpointThreshold
    nextCheckpoint = Atomic(checkpointThreshold)
    file = try DatabaseFile(path)
    lock = WriterLock(of: file, patience: patience)
    context = ConnectionContext(
      patience: patience, announcer: CommitAnnouncer(of: file), counters: StatementCounters(),
      faults: faults, schemaVersion: Int64(migrations.count))
    let opening = DatabaseOpening(file: file, lock: lock, context: context)
    switch mode {
    case .create:
      writer = Mutex(try opening.create(migrations, lending: shape, populate: populate))
      reader = Mutex(nil)
    case .readWrite:
      writer = Mutex(try opening.writer(migrations))
      reader = Mutex(nil)
    case .readOnly, .archive:
      writer = Mutex(nil)
      reader = Mutex(try opening.known(mode.readAccess))
    }
  }

  /// Opens or creates the database, a new one without content.
  convenience init(
    path: String, mode: Mode, migrations: [Migration], patience: Duration = .seconds(10),
    checkpointThreshold: Int = 1 << 19, faults: FaultPlan? = nil,
    populate: (borrowing WriteTransaction) throws -> Void = { _ in }
  ) throws {
    try self.init(
      path: path, mode: mode, migrations: migrations, patience: patience,
      checkpointThreshold: checkpointThreshold, faults: faults, lending: { $0 },
      populate: populate)
  }

  /// The work done by all statements so far.
  var counters: StatementCounters { context.counters }

  /// Runs a change: committed when the body returns, rolled back when it throws.
  ///
  /// The body's error is passed on unchanged. Throws `readOnly`, `busy`, or an error of SQLite.
  @discardableResult
  func write<Result>(_ body: (borrowing WriteTransaction) throws -> Result) throws -> Result {
    try write(rollingBack: false, body)
  }

  /// Runs a change and, if `rollingBack`, takes it back in the end but still returns the result.
  @discardableResult
  func write<Result>(
    rollingBack: Bool, _ body: (borrowing WriteTransaction) throws -> Result
  ) throws -> Result {
    try write(rollingBack: rollingBack, lending: { $0 }, body)
  }

  /// Runs a change on a transaction that is lent in the shape the body wants.
  @discardableResult
  func write<Shape: LentTransaction & ~Copyable, Result>(
    rollingBack: Bool, lending shape: (consuming WriteTransaction) -> Shape,
    _ body: (borrowing Shape) throws -> Result
  ) throws -> Result {
    guard mode.isForChanges else {
      throw DatabaseError(.readOnly, "the database `\(file.path)` was opened for reading only")
    }
    var result: Result?
    try writer.withLock { slot in
      result = try lock.hold {
        try change(with: &slot, rollingBack: rollingBack, lending: shape, body)
      }
    }
    guard let result else { preconditionFailure("a change returns a result or throws") }
    return result
  }

  /// Lends one consistent view of what is committed.
  ///
  /// - Complexity: the first view, and views inside or beside another, open a connection.
  func read<Result>(_ body: (borrowing ReadTransaction) throws -> Result) throws -> Result {
    try read(lending: { $0 }, body)
  }

  /// Lends one consistent view in the shape that the body wants.
  func read<Shape: LentTransaction & ~Copyable, Result>(
    lending shape: (consuming ReadTransaction) -> Shape,
    _ body: (borrowing Shape) throws -> Result
  ) throws -> Result {
    let isResident = isReaderLent.compareExchange(
      expected: false, desired: true, ordering: .acquiring
    ).exchanged
    guard isResident else {
      var temporary: Connection?
      return try view(with: &temporary, lending: shape, body)
    }
    defer { isReaderLent.store(false, ordering: .releasing) }
    var connection = reader.withLock { $0.take() }
    defer { reader.withLock { $0 = connection.take() } }
    return try view(with: &connection, lending: shape, body)
  }

  /// A number that changes whenever another connection, also in this process, commits a change.
  ///
  /// Only numbers of one database object compare with each other.
  func dataVersion() throws -> Int64 {
    var version: Int64?
    try watcher.withLock { slot in
      if slot == nil { slot = try connectForReading() }
      // The connection stays even when reading fails: the numbers of another would not compare.
      version = try slot?.integer("PRAGMA data_version")
    }
    guard let version else { preconditionFailure("reading returns a number or throws") }
    return version
  }
}

extension Database {
  private func change<Shape: LentTransaction & ~Copyable, Result>(
    with slot: inout Connection?, rollingBack: Bool,
    lending shape: (consuming WriteTransaction) -> Shape,
    _ body: (borrowing Shape) throws -> Result
  ) throws -> Result {
    let connection = try slot.take() ?? connectForWriting()
    let transaction = shape(WriteTransaction(connection))
    do {
      let result = try transaction.withConnection { connection in
        let result = try connection.change(rollingBack: rollingBack) {
          try connection.requireKnownSchema()
          return try body(transaction)
        }
        checkpointIfLarge(connection)
        return result
      }
      slot = transaction.end()
      return result
    } catch {
      let connection = transaction.end()
      // A connection that could not roll back is closed, which does.
      if connection.isIdle { slot = consume connection }
      throw error
    }
  }

  private func view<Shape: LentTransaction & ~Copyable, Result>(
    with slot: inout Connection?, lending shape: (consuming ReadTransaction) -> Shape,
    _ body: (borrowing Shape) throws -> Result
  ) throws -> Result {
    let connection = try slot.take() ?? connectForReading()
    let transaction = shape(ReadTransaction(connection))
    do {
      let result = try transaction.withConnection { connection in
        try connection.view {
          try connection.requireKnownSchema()
          return try body(transaction)
        }
      }
      slot = transaction.end()
      return result
    } catch {
      let connection = transaction.end()
      if connection.isIdle { slot = consume connection }
      throw error
    }
  }

  /// As `read`, on a connection of its own that could write, as far as the file permits.
  func readWithConstraints<Result>(
    _ body: (borrowing ReadTransaction) throws -> Result
  ) throws -> Result {
    var connection: Connection?
    do throws(DatabaseError) {
      connection = try connectForWriting()
    } catch {
      guard error.kind == .readOnly else { throw error }
    }
    return try view(with: &connection, lending: { $0 }, body)
  }

  private func connectForReading() throws(DatabaseError) -> Connection {
    try DatabaseOpening(file: file, lock: lock, context: context).known(mode.readAccess)
  }

  private func connectForWriting() throws(DatabaseError) -> Connection {
    try DatabaseOpening(file: file, lock: lock, context: context).known(.readWrite)
  }
}

/// What all connections of one database share.
final class ConnectionContext: Sendable {
  /// How long SQLite may wait for a lock of its own.
  let patience: Duration
  /// What tells readers of every commit.
  let announcer: CommitAnnouncer
  /// Where the work is counted.
  let counters: StatementCounters
  /// Which statement is to fail; `nil` outside tests.
  let faults: FaultPlan?
  /// The version of the schema that this program knows: that of the last migration.
  let schemaVersion: Int64

  /// Takes all of it.
  init(
    patience: Duration, announcer: CommitAnnouncer, counters: StatementCounters,
    faults: FaultPlan?, schemaVersion: Int64
  ) {
    self.patience = patience
    self.announcer = announcer
    self.counters = counters
    self.faults = faults
    self.schemaVersion = schemaVersion
  }

  /// The patience in whole milliseconds, at most what SQLite can count.
  var patienceMilliseconds: Int32 {
    let (seconds, attoseconds) = patience.components
    let milliseconds = seconds.multipliedReportingOverflow(by: 1_000)
    guard !milliseconds.overflow else { return .max }
    return Int32(clamping: milliseconds.partialValue + attoseconds / 1_000_000_000_000_000)
  }
}

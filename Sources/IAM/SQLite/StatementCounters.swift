internal import Synchronization

/// How much work the statements of a database did; benchmarks hold these numbers, not times.
final class StatementCounters: Sendable {
  private let steps = Atomic<Int>(0)
  private let scans = Atomic<Int>(0)
  private let orderings = Atomic<Int>(0)
  private let runs = Atomic<Int>(0)

  /// Operations of SQLite's virtual machine.
  var virtualMachineSteps: Int { steps.load(ordering: .relaxed) }
  /// Rows passed over by reading whole tables because no index served.
  var fullScanSteps: Int { scans.load(ordering: .relaxed) }
  /// Sorts that no index made unnecessary.
  var sorts: Int { orderings.load(ordering: .relaxed) }
  /// Executions of cached statements, `BEGIN` and `COMMIT` included.
  var executions: Int { runs.load(ordering: .relaxed) }

  /// Adds what one execution did.
  func add(steps: Int, scans: Int, sorts: Int) {
    self.steps.add(steps, ordering: .relaxed)
    self.scans.add(scans, ordering: .relaxed)
    orderings.add(sorts, ordering: .relaxed)
    runs.add(1, ordering: .relaxed)
  }
}

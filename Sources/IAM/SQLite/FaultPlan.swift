internal import Synchronization

/// Makes one statement fail, so that tests can show that nothing is left half done.
final class FaultPlan: Sendable {
  private let remaining: Atomic<Int>
  private let code: Int32

  /// A plan that fails the statement at a position, once.
  ///
  /// - Parameters:
  ///   - position: which execution fails, counted from 1 over all connections of the database,
  ///     `BEGIN` and `COMMIT` included. `nil` fails none until `arm` is called.
  ///   - code: the SQLite result code to fail with.
  init(position: Int? = nil, code: Int32) {
    remaining = Atomic(position ?? 0)
    self.code = code
  }

  /// Counts anew from here: the execution at `position`, from 1, will fail; with 0 none will.
  func arm(position: Int) {
    remaining.store(position, ordering: .sequentiallyConsistent)
  }

  /// Whether the failure is still to come.
  var isPending: Bool { remaining.load(ordering: .sequentiallyConsistent) > 0 }

  /// Counts one execution. The code to fail with, or `nil` to go on.
  func strike() -> Int32? {
    guard isPending else { return nil }
    let left = remaining.subtract(1, ordering: .sequentiallyConsistent).newValue
    return left == 0 ? code : nil
  }
}

import Synchronization

/// How many password hashes may be computed at the same time; others wait for their turn.
///
/// Each takes the memory of its parameters, so without a limit a burst of logins would exhaust the
/// machine.
final class HashingLimit: Sendable {
  /// The limit that all hashers of the process share: two.
  static let shared = HashingLimit(2)

  private final class Slot: Sendable {
    let lock = Mutex(())
  }

  private let slots: [Slot]
  private let arrivals = Atomic<Int>(0)

  /// - Parameter count: how many at the same time, 1 or more.
  init(_ count: Int) {
    precondition(count > 0, "a limit of no computations would wait for ever")
    slots = (0..<count).map { _ in Slot() }
  }

  /// Runs a computation, waiting while there are as many as allowed. It must not call `run` itself.
  func run<Answer: Sendable>(
    _ computation: () throws(CredentialError) -> Answer
  ) throws(CredentialError) -> Answer {
    // Arrivals take the slots in turn, so whoever waits has about equally many before them.
    let turn = arrivals.wrappingAdd(1, ordering: .relaxed).oldValue
    let slot = slots[Int(UInt(bitPattern: turn) % UInt(slots.count))]
    return try slot.lock.withLock { _ throws(CredentialError) in try computation() }
  }
}

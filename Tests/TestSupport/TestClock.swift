public import Policy
import Synchronization

/// A clock that stands still until it is told to move.
public final class TestClock: Sendable {
  private let instant: Mutex<Instant>

  /// Starts at an instant; 2026-01-05 10:00:00 exchange time, a Monday within the hours, unless
  /// told otherwise.
  public init(_ start: Instant = Instant(milliseconds: 1_767_578_400_000)) {
    instant = Mutex(start)
  }

  /// The present instant.
  public var now: Instant { instant.withLock { $0 } }

  /// Moves on, or back.
  public func advance(by duration: Duration) {
    instant.withLock { $0 = $0 + duration }
  }

  /// Moves to an instant.
  public func set(_ new: Instant) {
    instant.withLock { $0 = new }
  }
}

import Glibc
import Synchronization

/// A thread of its own that comes to a result.
final class Runner: Sendable {
  private let outcome = Mutex<Result<Double, any Error>?>(nil)
  private let thread = Mutex<pthread_t>(0)

  /// Starts the thread.
  init(_ body: @escaping @Sendable () throws -> Double) {
    let box = Unmanaged.passRetained(
      Work { [self] in
        let result = Result { try body() }
        outcome.withLock { $0 = result }
      })
    var identifier = pthread_t()
    pthread_create(
      &identifier, nil,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, box.toOpaque())
    thread.withLock { $0 = identifier }
  }

  /// Waits for the end.
  func result() throws -> Double {
    pthread_join(thread.withLock { $0 }, nil)
    guard let result = outcome.withLock({ $0 }) else { throw Failure(description: "no result") }
    return try result.get()
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

/// Where several threads wait until all are there.
final class StartLine: Sendable {
  private let missing: Atomic<Int>

  /// A line for so many threads.
  init(runners: Int) { missing = Atomic(runners) }

  /// Waits until all have come.
  func wait() {
    missing.subtract(1, ordering: .sequentiallyConsistent)
    while missing.load(ordering: .sequentiallyConsistent) > 0 { sched_yield() }
  }
}

import Glibc
import IAM
import Policy
import Synchronization

/// A thread of its own that comes to a result.
final class Runner: Sendable {
  private let outcome = Mutex<Result<Int, any Error>?>(nil)
  private let thread = Mutex<pthread_t>(0)

  /// Starts the thread.
  init(_ body: @escaping @Sendable () throws -> Int) {
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
  func result() throws -> Int {
    pthread_join(thread.withLock { $0 }, nil)
    guard let result = outcome.withLock({ $0 }) else { throw Failure(description: "no result") }
    return try result.get()
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

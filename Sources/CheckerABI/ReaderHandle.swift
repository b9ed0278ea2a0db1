internal import Synchronization

/// What an `iam_reader` points to: a connection of its own, for one thread at a time.
final class ReaderHandle: Sendable {
  /// The database, on a connection of its own.
  let store: CheckingStore
  private let isInUse = Atomic<Bool>(false)

  /// Takes an open database.
  init(store: CheckingStore) { self.store = store }

  /// Runs the body unless another thread is in one.
  ///
  /// - Throws: `readerInUse`; what the body throws.
  func use<Answer>(_ body: (CheckingStore) throws -> Answer) throws -> Answer {
    let isMine = isInUse.compareExchange(expected: false, desired: true, ordering: .acquiring)
    guard isMine.exchanged else { throw CheckFailure.readerInUse }
    defer { isInUse.store(false, ordering: .releasing) }
    return try body(store)
  }
}

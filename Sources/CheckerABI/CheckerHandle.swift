/// What an `iam_checker` points to: one open database, shared by threads.
final class CheckerHandle: Sendable {
  /// The database.
  let store: CheckingStore

  /// Takes an open database.
  init(store: CheckingStore) { self.store = store }
}

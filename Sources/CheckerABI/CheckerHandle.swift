internal import IAM
internal import Policy

/// What an `iam_checker` points to: one open database, shared by threads.
final class CheckerHandle: Sendable {
  /// One for each of the threads that ask at the same time; each opens the store when first used.
  private let stores: [CheckingStore]

  /// As many as threads are likely to ask at the same time; others wait.
  private static let count = 8

  /// Takes the open database.
  init(_ checker: PermissionChecker) {
    stores = (0..<Self.count).map { _ in CheckingStore(checker) }
  }

  /// The database, for readers and for closing.
  var store: CheckingStore { stores[0] }

  /// Answers a question by the first store that is free.
  ///
  /// - Throws: as ``CheckingStore/decide(_:)``.
  func decide(_ question: Question) throws -> Verdict {
    for store in stores {
      if let verdict = try store.decideIfFree(question) { return verdict }
    }
    return try store.decide(question)
  }
}

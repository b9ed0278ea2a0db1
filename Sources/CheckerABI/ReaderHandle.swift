internal import CIAM
internal import Policy

/// What an `iam_reader` points to: a connection of its own, for one thread at a time.
final class ReaderHandle: Sendable {
  /// The database, on a connection of its own.
  let store: CheckingStore

  /// Takes an open database.
  init(store: CheckingStore) { self.store = store }

  /// Answers a question by handles.
  ///
  /// - Throws: `readerInUse` while another thread is asking, `handle`; else as
  ///   ``CheckingStore/decide(_:)``.
  func decide(_ question: HandleQuestion) throws -> Verdict {
    guard let verdict = try store.decideIfFree(question) else { throw CheckFailure.readerInUse }
    return verdict
  }

  /// Keeps a word.
  ///
  /// - Throws: `readerInUse` while another thread is asking; else as
  ///   ``CheckingStore/keepIfFree(_:of:)``.
  func keep(_ word: String, of kind: Int32) throws -> iam_handle {
    guard let handle = try store.keepIfFree(word, of: kind) else { throw CheckFailure.readerInUse }
    return handle
  }

  /// Answers a question.
  ///
  /// - Throws: `readerInUse` while another thread is asking; else as ``CheckingStore/decide(_:)``.
  func decide(_ question: Question) throws -> Verdict {
    guard let verdict = try store.decideIfFree(question) else { throw CheckFailure.readerInUse }
    return verdict
  }
}

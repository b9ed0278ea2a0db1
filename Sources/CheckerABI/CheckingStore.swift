internal import CIAM
internal import Glibc
internal import IAM
internal import Policy
internal import Synchronization

/// The database behind a handle, asked by one reader of the engine: the one place that asks it.
final class CheckingStore: Sendable {
  /// What all readers of one `iam_checker` share.
  let checker: PermissionChecker
  private let desk = Mutex(Desk())
  private let process = getpid()

  /// What one thread at a time works with.
  private struct Desk {
    var reader: CheckReader?
    var book = HandleBook()
  }

  /// Takes the open database.
  init(_ checker: PermissionChecker) { self.checker = checker }

  /// Whether the handle was opened in this very process. In a child, SQLite's connection is the
  /// parent's and must not be touched.
  var isAtHome: Bool { process == getpid() }

  /// Answers a question on what is committed now.
  ///
  /// - Returns: `nil` while another thread is asking.
  /// - Throws: as ``decide(_:)``.
  func decideIfFree(_ question: Question) throws -> Verdict? {
    guard isAtHome else { throw CheckFailure.forked }
    return try desk.withLockIfAvailable { try decide(question, by: reader(of: &$0)) }
  }

  /// Answers a question on what is committed now, after the thread that is asking.
  ///
  /// - Throws: `forked`, `revision`, `session`; what the store throws.
  func decide(_ question: Question) throws -> Verdict {
    guard isAtHome else { throw CheckFailure.forked }
    return try desk.withLock { try decide(question, by: reader(of: &$0)) }
  }

  /// Answers a question by handles.
  ///
  /// - Returns: `nil` while another thread is asking.
  /// - Throws: `handle`; as ``decide(_:)``.
  func decideIfFree(_ question: HandleQuestion) throws -> Verdict? {
    guard isAtHome else { throw CheckFailure.forked }
    return try desk.withLockIfAvailable { desk in
      let verdict = try desk.book.check(question, by: reader(of: &desk))
      return try recent(verdict, question.minimumRevision)
    }
  }

  /// Keeps a word.
  ///
  /// - Returns: its handle; `nil` while another thread is asking.
  /// - Throws: `forked`; as ``HandleBook/keep(_:of:)``.
  func keepIfFree(_ word: String, of kind: Int32) throws -> iam_handle? {
    guard isAtHome else { throw CheckFailure.forked }
    return try desk.withLockIfAvailable { try $0.book.keep(word, of: kind) }
  }

  private func reader(of desk: inout Desk) -> CheckReader {
    if let reader = desk.reader { return reader }
    let reader = checker.reader()
    desk.reader = reader
    return reader
  }

  private func decide(_ question: Question, by reader: CheckReader) throws -> Verdict {
    let verdict =
      switch question.asker {
      case .named(let check): try reader.check(check)
      case .session(let token, let check):
        try reader.check(
          session: token, menu: check.menu, product: check.product, account: check.account,
          in: check.tenant)
      }
    return try recent(verdict, question.minimumRevision)
  }

  /// Who is unknown has no tenant, hence no revision to compare.
  private func recent(_ verdict: Verdict, _ minimumRevision: Int64) throws(CheckFailure) -> Verdict
  {
    guard verdict.revision >= minimumRevision || verdict.reason == .operatorUnknown else {
      throw .revision
    }
    return verdict
  }
}

internal import Glibc
internal import IAM
internal import Policy
internal import Synchronization

/// The database behind a handle, asked by one reader of the engine: the one place that asks it.
final class CheckingStore: Sendable {
  /// What all readers of one `iam_checker` share.
  let checker: PermissionChecker
  private let reader = Mutex<CheckReader?>(nil)
  private let process = getpid()

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
    return try reader.withLockIfAvailable { try decide(question, by: &$0) }
  }

  /// Answers a question on what is committed now, after the thread that is asking.
  ///
  /// - Throws: `forked`, `revision`; what the store throws.
  func decide(_ question: Question) throws -> Verdict {
    guard isAtHome else { throw CheckFailure.forked }
    return try reader.withLock { try decide(question, by: &$0) }
  }

  /// Who is unknown has no tenant, hence no revision to compare.
  private func decide(_ question: Question, by reader: inout CheckReader?) throws -> Verdict {
    let current = reader ?? checker.reader()
    reader = current
    let verdict = try current.check(question.check)
    guard verdict.revision >= question.minimumRevision || verdict.reason == .operatorUnknown else {
      throw CheckFailure.revision
    }
    return verdict
  }
}

internal import Glibc
internal import IAM
internal import Policy

/// The database behind a handle: the one place that asks the engine.
struct CheckingStore: Sendable {
  /// The file.
  let path: String
  private let registry: Registry
  private let process: Int32

  /// Opens the file for reading.
  ///
  /// - Throws: `DatabaseError`.
  init(path: String) throws {
    self.path = path
    registry = try Registry(opening: path, readOnly: true)
    process = getpid()
  }

  /// Whether the handle was opened in this very process. In a child, SQLite's connection is the
  /// parent's and must not be touched.
  var isAtHome: Bool { process == getpid() }

  /// Answers a question on what is committed now.
  ///
  /// Every operator asks about itself, so nothing is hidden and nothing but its own rows is read.
  /// Who is unknown has no tenant, hence no revision to compare.
  ///
  /// - Throws: `forked`, `revision`; what the store throws.
  func decide(_ check: Check, minimumRevision: Int64) throws -> Decision {
    guard isAtHome else { throw CheckFailure.forked }
    guard let username = Username(check.operator) else { return .unknownOperator }
    do {
      let decision = try registry.inquire(as: .unchecked(username)) { try $0.check(check) }
      guard decision.revision >= minimumRevision else { throw CheckFailure.revision }
      return decision
    } catch IAMError.notLoggedIn {
      return .unknownOperator
    }
  }
}

extension Decision {
  /// The answer about nobody.
  fileprivate static let unknownOperator = denied(.operatorUnknown, revision: 0)
}

internal import CIAM
internal import Policy

extension iam_decision {
  /// A denial without a decision, for calls that fail.
  static func denial(_ reason: Reason? = nil) -> iam_decision {
    iam_decision(
      struct_size: 0, allowed: Int32(IAM_DENIED),
      reason: reason?.number ?? Int32(IAM_REASON_NONE), scope: Int32(IAM_SCOPE_NONE), revision: 0)
  }

  /// A decision in the numbers of the header.
  init(_ decision: Verdict) {
    self.init(
      struct_size: 0, allowed: Int32(decision.isAllowed ? IAM_ALLOWED : IAM_DENIED),
      reason: decision.reason?.number ?? Int32(IAM_REASON_NONE),
      scope: decision.scope.number, revision: decision.revision)
  }
}

extension Decision.Scope {
  /// The number of the header. It never changes.
  var number: Int32 {
    switch self {
    case .none: Int32(IAM_SCOPE_NONE)
    case .own: Int32(IAM_SCOPE_OWN)
    case .account: Int32(IAM_SCOPE_ACCOUNT)
    case .tenant: Int32(IAM_SCOPE_TENANT)
    }
  }
}

public import Policy

/// Who asks the store to do something.
public struct Identity: Sendable {
  enum Proof: Sendable {
    case nobody
    case session(SessionToken)
    case unchecked(Username)
  }

  let proof: Proof

  /// Nobody: for what is open without a login.
  public static let nobody = Identity(proof: .nobody)

  /// Whoever holds this session.
  public static func session(_ token: SessionToken) -> Identity {
    Identity(proof: .session(token))
  }

  /// An operator, without a session: for programs that have authenticated it themselves.
  ///
  /// Every decision is made as for that operator's session with the payment password not verified.
  public static func unchecked(_ username: Username) -> Identity {
    Identity(proof: .unchecked(username))
  }
}

/// The operator behind an identity, for the time of one transaction.
struct ActingOperator: Sendable {
  var id: Int64
  var username: Username
  var tenant: Int64
  var tenantCode: TenantCode
  var isStaff: Bool
  var session: Int64?
  var facts: SessionFacts
}

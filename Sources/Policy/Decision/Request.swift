/// One question: may this operator do this, there, now, in this session?
public struct Request: Hashable, Sendable {
  /// Who asks.
  public var username: Username
  /// The action, as asked: it may be unknown.
  public var target: Target
  /// When.
  public var instant: Instant
  /// What the session has proved.
  public var session: SessionFacts

  /// Takes the four parts.
  public init(
    username: Username, target: Target, instant: Instant, session: SessionFacts = SessionFacts()
  ) {
    self.username = username
    self.target = target
    self.instant = instant
    self.session = session
  }
}

/// What a session has proved and chosen.
public struct SessionFacts: Hashable, Sendable {
  /// Whether the payment password was verified in it.
  public var paymentVerified: Bool
  /// Whether a key was verified in it.
  public var keyVerified: Bool
  /// The roles active in it; `nil` for all that the operator holds.
  public var activeRoles: Set<Name>?

  /// A session that has proved nothing unless told otherwise.
  public init(
    paymentVerified: Bool = false, keyVerified: Bool = false, activeRoles: Set<Name>? = nil
  ) {
    self.paymentVerified = paymentVerified
    self.keyVerified = keyVerified
    self.activeRoles = activeRoles
  }
}

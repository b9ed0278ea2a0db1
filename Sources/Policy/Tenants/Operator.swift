/// One person's login in one tenant (操作员), as far as decisions need to know it.
public struct Operator: Hashable, Sendable {
  /// Where the login stands.
  public enum State: String, Sendable, CaseIterable {
    /// Made without credentials; nobody can log in yet.
    case pending
    case active, suspended
    /// Gone for good; the username is never given again.
    case offboarded
  }

  /// Its state.
  public var state: State
  /// When the login may be used at all.
  public var validity: Validity
  /// Until when failed logins lock it, if they do.
  public var lockedUntil: Instant?
  /// Whether this is the tenant's master (主账号).
  public var isMaster: Bool
  /// Its home group.
  public var home: Name
  /// The further groups it has joined.
  public var joined: Set<Name>
  /// What it has been given itself, through its home group.
  public var holdings: Holdings
  /// Whether it still holds a one-time password: the login-password step is open.
  public var loginPasswordPending: Bool
  /// Whether a payment password is set.
  public var paymentPasswordSet: Bool

  /// Takes the facts as they are.
  public init(
    state: State = .active, validity: Validity = .always, lockedUntil: Instant? = nil,
    isMaster: Bool = false, home: Name = .rootGroup, joined: Set<Name> = [],
    holdings: Holdings = Holdings(), loginPasswordPending: Bool = false,
    paymentPasswordSet: Bool = false
  ) {
    self.state = state
    self.validity = validity
    self.lockedUntil = lockedUntil
    self.isMaster = isMaster
    self.home = home
    self.joined = joined
    self.holdings = holdings
    self.loginPasswordPending = loginPasswordPending
    self.paymentPasswordSet = paymentPasswordSet
  }
}

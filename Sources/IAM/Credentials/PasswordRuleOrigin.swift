/// Where an effective rule comes from, for `policy explain`.
public struct PasswordRuleOrigin: Sendable, Hashable {
  /// Which part of a layer.
  public enum Scope: Sendable, Hashable {
    /// The profile that the layer starts from.
    case profile(PasswordProfile)
    /// A setting for every operator.
    case everyone
    /// A setting for administrators.
    case administrators
  }

  /// Whose layer.
  public let authority: PasswordPolicyLayer.Authority
  /// Which part of it.
  public let scope: Scope

  /// Names an origin.
  public init(authority: PasswordPolicyLayer.Authority, scope: Scope) {
    self.authority = authority
    self.scope = scope
  }

  /// A stable code such as `exchange.profile.mlps3` or `tenant.administrators`.
  public var code: String {
    switch scope {
    case .profile(let profile): "\(authority.rawValue).profile.\(profile.rawValue)"
    case .everyone: "\(authority.rawValue).everyone"
    case .administrators: "\(authority.rawValue).administrators"
    }
  }
}

public import Policy

/// A rule of the password policy as it holds for one operator.
public struct ExplainedRule: Sendable, Equatable {
  /// The rule.
  public var rule: PasswordRule
  /// Its value, and who asks for it; `nil` where nobody does.
  public var effective: EffectiveRule?
}

/// A setting of the password policy, as the exchange and a tenant have made it.
public struct ShownSetting: Sendable, Equatable {
  /// What is set.
  public var setting: PasswordSetting
  /// The exchange's value.
  public var exchange: String?
  /// The tenant's; `nil` also for the exchange itself.
  public var tenant: String?
}

extension Inquiry {
  /// Every setting, in their order, as the exchange and the tenant have made it.
  ///
  /// - Parameter tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `denied`, `notFound`.
  public func passwordSettings(in tenant: TenantCode? = nil) throws -> [ShownSetting] {
    let (_, place) = try require("policy.read", in: tenant)
    let exchange = try reading.tenantID(.exchange)
    return try PasswordSetting.all.map { setting in
      var own = try reading.passwordSetting(setting, of: exchange)
      if setting == .profile, own == nil {
        own = PasswordPolicyLayer.standard.profile?.rawValue
      }
      return ShownSetting(
        setting: setting, exchange: own,
        tenant: place == exchange ? nil : try reading.passwordSetting(setting, of: place))
    }
  }

  /// Every rule as it holds for an operator, with its origin. About oneself it needs no menu.
  ///
  /// - Throws: `denied`; `notFound`, also for one that the caller does not see.
  public func explainPasswordPolicy(
    for username: String, in tenant: TenantCode? = nil
  ) throws -> [ExplainedRule] {
    let actor = try requireActing()
    let place = try reading.tenant(named: tenant, for: actor)
    guard let name = Username(username) else { throw IAMError.notFound(.operator, username) }
    if name != actor.username {
      try require("policy.read", of: actor, in: place)
    }
    let id = try reading.visibleOperator(name, to: actor, in: place)
    let policy = try reading.passwordPolicy(for: id)
    return PasswordRule.allCases.map { ExplainedRule(rule: $0, effective: policy.rules[$0]) }
  }
}

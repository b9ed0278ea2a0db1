/// The password rules that one authority has set: the exchange for all, or a tenant for its own.
///
/// Values are only ever combined by taking the stricter, so a layer cannot loosen another one.
public struct PasswordPolicyLayer: Sendable, Hashable {
  /// Whose layer it is.
  public enum Authority: String, Sendable, Hashable {
    case exchange
    case tenant
  }

  /// Whose layer this is.
  public let authority: Authority
  /// The profile to start from; none for a tenant that adds nothing.
  public var profile: PasswordProfile?
  /// What is set for every operator on top of the profile.
  public private(set) var everyone: [PasswordRule: Int] = [:]
  /// What is set for administrators on top of that.
  public private(set) var administrators: [PasswordRule: Int] = [:]

  /// A layer with a profile and nothing else.
  public init(authority: Authority, profile: PasswordProfile?) {
    self.authority = authority
    self.profile = profile
  }

  /// Sets a rule, or with `nil` takes the setting back.
  ///
  /// - Parameters:
  ///   - rule: the rule to set.
  ///   - value: a number in the rule's bounds.
  ///   - administratorsOnly: for administrators alone.
  /// - Throws: `outOfBounds`.
  public mutating func set(
    _ rule: PasswordRule, to value: Int?, administratorsOnly: Bool = false
  ) throws(PasswordPolicyError) {
    if let value, !rule.bounds.contains(value) { throw .outOfBounds(rule) }
    if administratorsOnly {
      administrators[rule] = value
    } else {
      everyone[rule] = value
    }
  }

  /// The values that count for a holder, each with its origin; several for one rule are possible.
  func values(for holder: PasswordHolder) -> [(rule: PasswordRule, value: EffectiveRule)] {
    var values: [(PasswordRule, EffectiveRule)] = []
    func add(_ rules: [PasswordRule: Int], _ scope: PasswordRuleOrigin.Scope) {
      let origin = PasswordRuleOrigin(authority: authority, scope: scope)
      for (rule, value) in rules { values.append((rule, EffectiveRule(value, origin))) }
    }
    if let profile { add(profile.rules(for: holder), .profile(profile)) }
    add(everyone, .everyone)
    if holder.isAdministrator { add(administrators, .administrators) }
    return values
  }
}

/// The password rules that hold for one operator: the strictest of exchange, tenant and class.
///
/// - Source: A3; JR/T 0060-2021; NIST SP 800-63B-4.
public struct PasswordPolicy: Sendable, Hashable {
  /// The rules that are set, each with its origin.
  public let rules: [PasswordRule: EffectiveRule]

  /// Combines the exchange's layer with a tenant's.
  ///
  /// Of two equal values the exchange's is named as the origin, and the profile's before settings.
  public init(
    exchange: PasswordPolicyLayer, tenant: PasswordPolicyLayer? = nil, for holder: PasswordHolder
  ) {
    var rules: [PasswordRule: EffectiveRule] = [:]
    for (rule, value) in exchange.values(for: holder) + (tenant?.values(for: holder) ?? []) {
      if let known = rules[rule], rule.stricter(known.value, value.value) == known.value {
        continue
      }
      rules[rule] = value
    }
    self.rules = rules
  }

  /// The value of a rule; `nil` when no layer sets it.
  public subscript(rule: PasswordRule) -> Int? { rules[rule]?.value }

  /// The least number of characters; 6 where no layer says more.
  public var minimumLength: Int {
    self[.minimumLength] ?? PasswordRule.minimumLength.bounds.lowerBound
  }

  /// The greatest number of characters; 128 where no layer says less.
  public var maximumLength: Int { self[.maximumLength] ?? Secret.maximumPasswordLength }

  /// Refuses layers that no password can satisfy, or in which the tenant would loosen a rule.
  ///
  /// A value equal to the exchange's is accepted. Call it before layers are stored.
  /// - Throws: `looser` naming the first rule in the order of declaration, or `unsatisfiable`.
  public static func check(
    exchange: PasswordPolicyLayer, tenant: PasswordPolicyLayer? = nil
  ) throws(PasswordPolicyError) {
    for isAdministrator in [false, true] {
      let holder = PasswordHolder(isAdministrator: isAdministrator)
      let floor = PasswordPolicy(exchange: exchange, for: holder)
      if let tenant {
        let settings = isAdministrator ? tenant.administrators : tenant.everyone
        for rule in PasswordRule.allCases {
          guard let value = settings[rule], let least = floor.rules[rule] else { continue }
          if rule.stricter(value, least.value) != value { throw .looser(rule, than: least) }
        }
      }
      let merged = PasswordPolicy(exchange: exchange, tenant: tenant, for: holder)
      if merged.minimumLength > merged.maximumLength { throw .unsatisfiable }
    }
  }
}

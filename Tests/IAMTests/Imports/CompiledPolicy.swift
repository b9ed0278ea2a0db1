@testable import Policy

/// A tenant compiled from its plain values, as checkers hold it.
struct CompiledPolicy {
  private let tenant: CompiledTenant
  /// The operators in the order of their numbers.
  private let usernames: [Username]

  init(_ policy: TenantPolicy) {
    tenant = CompiledTenant.compile(
      TenantDraft(policy, catalogue: CompiledCatalogue(policy.catalogue, version: 0)))
    usernames = policy.operators.keys.sorted()
  }

  /// Who may do something on nothing in particular.
  func whoCan(_ menu: String, at now: Instant) -> Set<Username> {
    let view = TenantView(tenant)
    let target = CompiledTarget(menu: tenant.catalogue.leafTable.number(menu))
    let able = usernames.indices.filter { number in
      view.verdict(number, target, at: now, paymentVerified: true, keyVerified: true).isAllowed
    }
    return Set(able.map { usernames[$0] })
  }
}

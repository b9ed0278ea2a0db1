/// What one actor may administer in one tenant, read from the tenant as it was before the change.
///
/// An administrator of a group acts in the subtree of that group; the master on the whole tenant;
/// nobody on itself, on the master, or on an administrator of the same or a higher group. Staff act
/// as staff in other tenants only: in the exchange's own they are its operators, and no one else.
public struct Authority: Sendable {
  let actor: Actor
  let before: TenantPolicy
  /// The groups whose subtrees the actor administers; empty for one who administers none.
  public let administered: Set<Name>
  /// Whether the actor acts on the whole tenant.
  public let isWholeTenant: Bool

  /// Reads the authority of an actor.
  ///
  /// - Parameters:
  ///   - actor: who acts.
  ///   - before: the tenant before the change, with the actor loaded.
  /// - Complexity: O(groups) for an operator who is not the master, else O(1).
  public init(of actor: Actor, in before: TenantPolicy) {
    self.actor = actor
    self.before = before
    switch actor {
    case .staff where before.tenant.kind == .exchange:
      administered = []
      isWholeTenant = false
    case .system, .staff:
      administered = [.rootGroup]
      isWholeTenant = true
    case .insider(let username) where before.operators[username]?.isMaster == true:
      administered = [.rootGroup]
      isWholeTenant = true
    case .insider(let username):
      administered = Set(before.groups.filter { $0.value.administrators.contains(username) }.keys)
      isWholeTenant = false
    }
  }

  /// Whether `group` lies in a subtree that the actor administers, in `policy`.
  public func administers(_ group: Name, in policy: TenantPolicy) -> Bool {
    policy.lineage(of: group).contains(where: administered.contains)
  }

  /// Whether the actor administers a group above `group`, and so may change what bounds it.
  public func standsAbove(_ group: Name, in policy: TenantPolicy) -> Bool {
    isWholeTenant || policy.lineage(of: group).dropFirst().contains(where: administered.contains)
  }

  /// Whether the actor may act on an operator of `policy` (the tenant before or after the change).
  ///
  /// - Complexity: O(groups) for an operator who is not the master.
  public func mayActOn(_ username: Username, in policy: TenantPolicy) -> Bool {
    let offices =
      isWholeTenant
      ? [] : policy.groups.filter { $0.value.administrators.contains(username) }.keys.map(\.self)
    return mayActOn(username, administering: offices, in: policy)
  }

  /// The same for an operator known to administer just the groups of `offices`.
  func mayActOn(
    _ username: Username, administering offices: some Sequence<Name>, in policy: TenantPolicy
  ) -> Bool {
    guard actor != .system else { return true }
    guard let person = policy.operators[username], actor != .insider(username) else { return false }
    if person.isMaster { return false }
    return administers(person.home, in: policy)
      && offices.allSatisfy { standsAbove($0, in: policy) }
  }

  /// The ceilings within which the actor hands out to an operator on whom it may act: those of its
  /// groups that the actor administers; for one who acts on the whole tenant, the entitlement.
  func ceilings(around username: Username, in policy: TenantPolicy) -> [Rectangle] {
    guard let person = policy.operators[username] else { return [] }
    if isWholeTenant { return [policy.opened] }
    return person.joined.union([person.home]).sorted()
      .filter { administers($0, in: policy) }
      .map(policy.ceiling)
  }
}

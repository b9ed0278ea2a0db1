/// What one actor may administer in one tenant, read from the tenant as it was before the change.
///
/// An administrator of a group acts in the subtree of that group; the master on the whole tenant;
/// nobody on itself, on the master, or on an administrator of the same or a higher group.
public struct Authority: Sendable {
  let actor: Actor
  let before: TenantPolicy
  /// The groups whose subtrees the actor administers; empty for one who administers none.
  public let administered: Set<Name>
  /// Whether the actor acts on the whole tenant.
  public let isWholeTenant: Bool

  /// Reads the authority of an actor.
  ///
  /// - Parameter before: the tenant before the change, with the actor loaded.
  /// - Complexity: O(groups).
  public init(of actor: Actor, in before: TenantPolicy) {
    self.actor = actor
    self.before = before
    switch actor {
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
  public func mayActOn(_ username: Username, in policy: TenantPolicy) -> Bool {
    guard actor != .system else { return true }
    guard let person = policy.operators[username], actor != .insider(username) else { return false }
    if person.isMaster { return false }
    return administers(person.home, in: policy)
      && policy.groups.allSatisfy { name, group in
        !group.administrators.contains(username) || standsAbove(name, in: policy)
      }
  }

  /// What the actor may hand out to an operator: the ceilings of those of its groups that the actor
  /// administers; for one who acts on the whole tenant, the entitlement.
  public func handsOut(to username: Username, in policy: TenantPolicy) -> [Rectangle] {
    guard mayActOn(username, in: policy), let person = policy.operators[username] else { return [] }
    if isWholeTenant { return [policy.entitlement.rectangle] }
    return person.joined.union([person.home]).sorted()
      .filter { administers($0, in: policy) }
      .map(policy.ceiling)
  }
}

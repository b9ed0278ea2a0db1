import IAM
import Policy
import TestSupport

/// A peer's case in the words of this model: a tenant each, users as operators, permissions as
/// actions `r0.a0`.
struct CasbinWorld {
  private(set) var tenants: [String: TenantPolicy] = [:]
  let now: Instant
  private let catalogue: Catalogue
  private let resources: [String]
  private let actions: [String]
  private var usernames: [String: Username] = [:]

  init(_ example: CasbinCases.Case) throws {
    let asked = example.checks + example.queries + (example.steps ?? [])
    resources = Set(example.grants.map(\.resource) + asked.compactMap(\.resource)).sorted()
    actions = Set(example.grants.map(\.action) + asked.compactMap(\.action)).sorted()
    var menus: [MenuCode: Marks] = [:]
    for resource in resources.indices {
      menus[MenuCode(unchecked: "r\(resource)")] = []
      for action in actions.indices { menus[MenuCode(unchecked: "r\(resource).a\(action)")] = [] }
    }
    catalogue = Catalogue(menus: menus)
    now = try example.now.map(Self.instant) ?? TestClock().now
    for grant in example.grants {
      allow(
        grant.to, isRole: grant.to_kind == "role", menu(grant.action, grant.resource),
        in: grant.tenant)
    }
    for assignment in example.assignments {
      let validity = Validity(
        from: try assignment.valid_from.map(Self.instant),
        until: try assignment.valid_to.map(Self.instant))
      assign(assignment.subject, assignment.role, in: assignment.tenant, validity: validity)
    }
    for inclusion in example.inherits {
      include(inclusion.junior, in: inclusion.senior, of: inclusion.tenant)
    }
  }

  /// Times of the cases have no zone; the year 0 stands for the beginning of time.
  private static func instant(_ text: String) throws -> Instant {
    if text.hasPrefix("0000-") {
      return Instant(milliseconds: text.hasPrefix("0000-01-01") ? .min : .min + 1)
    }
    guard let milliseconds = RFC3339.milliseconds(text + "Z") else { throw Unreadable(text: text) }
    return Instant(milliseconds: milliseconds)
  }

  struct Unreadable: Error {
    var text: String
  }

  // MARK: Names

  func menu(_ action: String?, _ resource: String?) -> MenuCode {
    let resource = resources.firstIndex(of: resource ?? "") ?? -1
    let action = actions.firstIndex(of: action ?? "") ?? -1
    return MenuCode(unchecked: "r\(resource).a\(action)")
  }

  /// The action and the resource that a menu stands for.
  func words(_ menu: MenuCode) -> [String] {
    let numbers = menu.text.split(separator: ".").compactMap { Int($0.dropFirst()) }
    return [actions[numbers[1]], resources[numbers[0]]]
  }

  func role(_ text: String?) -> Name {
    guard let name = Name(text ?? "") else { preconditionFailure("a role of a case has a name") }
    return name
  }

  func username(_ text: String?) -> Username {
    usernames[text ?? ""] ?? Username(unchecked: "nobody-00")
  }

  func user(_ username: Username) -> String {
    usernames.first { $0.value == username }?.key ?? ""
  }

  func policy(_ tenant: String?) -> TenantPolicy {
    tenants[tenant ?? ""]
      ?? TenantPolicy(
        catalogue: catalogue,
        tenant: Tenant(code: .exchange, kind: .member, state: .approved, hasBeenApproved: true),
        entitlement: Entitlement(
          menus: MenuSet(resources.indices.map { MenuCode(unchecked: "r\($0)") }),
          products: ProductSet()))
  }

  // MARK: Changes

  /// Changes one person, who is made where it is not there yet.
  mutating func change(
    _ user: String, in tenant: String?, _ body: (inout Operator) -> Void
  ) {
    let known = usernames[user] ?? Username(unchecked: "user-\(1000 + usernames.count)")
    usernames[user] = known
    var policy = policy(tenant)
    body(&policy.operators[known, default: Operator()])
    tenants[tenant ?? ""] = policy
  }

  /// Changes one role, which is made where it is not there yet.
  mutating func changeRole(
    _ name: String, in tenant: String?, _ body: (inout Role) -> Void
  ) {
    var policy = policy(tenant)
    body(&policy.roles[role(name), default: Role()])
    tenants[tenant ?? ""] = policy
  }

  mutating func allow(_ to: String, isRole: Bool, _ menu: MenuCode, in tenant: String?) {
    if isRole {
      changeRole(to, in: tenant) { $0.menus = $0.menus.union(MenuSet([menu])) }
    } else {
      change(to, in: tenant) { $0.holdings.menus.append(Given(menu)) }
    }
  }

  mutating func assign(
    _ user: String, _ name: String, in tenant: String?, validity: Validity = .always
  ) {
    let role = role(name)
    changeRole(name, in: tenant) { _ in }
    change(user, in: tenant) { person in
      if !person.holdings.roles.contains(where: { $0.value == role }) {
        person.holdings.roles.append(Given(role, validity: validity))
      }
    }
  }

  mutating func include(_ junior: String, in senior: String, of tenant: String?) {
    let junior = role(junior)
    changeRole(junior.text, in: tenant) { _ in }
    changeRole(senior, in: tenant) { $0.includes.insert(junior) }
  }

  mutating func clear() { tenants = [:] }

  /// Takes every grant of a resource away, from everybody and every role.
  mutating func revokeAll(of resource: String, in tenant: String?) {
    let root = MenuCode(unchecked: String(menu(nil, resource).text.prefix { $0 != "." }))
    var policy = policy(tenant)
    for name in policy.roles.keys {
      let rest = policy.roles[name]?.menus.nodes.filter { !root.covers($0) } ?? []
      policy.roles[name]?.menus = MenuSet(rest)
    }
    for name in policy.operators.keys {
      policy.operators[name]?.holdings.menus.removeAll { root.covers($0.value) }
    }
    tenants[tenant ?? ""] = policy
  }

  mutating func deleteUser(_ user: String) {
    let gone = username(user)
    for tenant in tenants.keys { tenants[tenant]?.operators[gone] = nil }
  }

  mutating func deleteRole(_ name: String) {
    let gone = role(name)
    for (tenant, policy) in tenants {
      var policy = policy
      policy.roles[gone] = nil
      for other in policy.roles.keys { policy.roles[other]?.includes.remove(gone) }
      for user in policy.operators.keys {
        policy.operators[user]?.holdings.roles.removeAll { $0.value == gone }
      }
      tenants[tenant] = policy
    }
  }
}

import Policy
import TestSupport

@testable import IAM

/// One tenant of the model's world, as it was committed last.
struct ModelSide {
  let code: TenantCode
  let id: Int64
  /// The points at which answers are compared.
  let points: [Point]
  private(set) var policy: TenantPolicy
  private(set) var separations: [Separation]
  /// Every row of the tenant, in a fixed order.
  private(set) var rows: [String]
  private var known: [Instant: [Username: [Bool]]] = [:]

  init(_ code: TenantCode, points: [Point], _ registry: Registry) throws {
    self.code = code
    self.points = points
    id = try registry.database.read { try $0.tenantID(code) }
    (policy, separations, rows) = try registry.database.read { [id] in
      try ModelSide.load(id, $0)
    }
  }

  /// Reads it anew.
  mutating func refresh(_ registry: Registry) throws {
    (policy, separations, rows) = try registry.database.read { [id] in
      try ModelSide.load(id, $0)
    }
    known = [:]
  }

  /// The same tenant under the name that a group has been given, so that it is compared with itself.
  mutating func rename(_ old: Name, to new: Name) {
    policy = policy.renaming(old, to: new)
  }

  /// The same with a role under the name that it has been given, in its separation sets.
  mutating func renameRole(_ old: Name, to new: Name) {
    separations = separations.map { set in
      var set = set
      set.roles = Set(set.roles.map { $0 == old ? new : $0 })
      return set
    }
  }

  /// Who is permitted which of the points at an instant.
  mutating func permitted(at instant: Instant) -> [Username: [Bool]] {
    if let answer = known[instant] { return answer }
    let naive = NaivePolicy(world: policy, now: instant)
    let answer = Dictionary(
      uniqueKeysWithValues: policy.operators.keys.map { ($0, naive.permits($0, points)) })
    known[instant] = answer
    return answer
  }

  private static func load(
    _ tenant: Int64, _ reading: borrowing ReadTransaction
  ) throws -> (TenantPolicy, [Separation], [String]) {
    var scope = PolicyScope()
    scope.operators = try ids("SELECT id FROM operator WHERE tenant_id = ?", tenant, reading)
    scope.groups = try ids("SELECT id FROM user_group WHERE tenant_id = ?", tenant, reading)
    scope.roles = try ids("SELECT id FROM role WHERE tenant_id = ?", tenant, reading)
    scope.menuGroups = try ids("SELECT id FROM menu_group WHERE tenant_id = ?", tenant, reading)
    scope.productGroups = try ids(
      "SELECT id FROM product_group WHERE tenant_id = ?", tenant, reading)
    guard let policy = try PolicyLoader.load(scope, of: tenant, from: reading) else {
      preconditionFailure("the tenant of the model is there")
    }
    return (
      policy, try reading.separations(of: tenant), try Snapshot.rows(of: tenant, reading)
    )
  }

  private static func ids(
    _ sql: StaticString, _ tenant: Int64, _ reading: borrowing ReadTransaction
  ) throws -> Set<Int64> {
    Set(try reading.all(sql, tenant) { try $0.int(0) })
  }
}

extension TenantPolicy {
  fileprivate func renaming(_ old: Name, to new: Name) -> TenantPolicy {
    func renamed(_ name: Name) -> Name { name == old ? new : name }
    var policy = self
    policy.groups = Dictionary(
      uniqueKeysWithValues: groups.map { name, group in
        var group = group
        group.parent = group.parent.map(renamed)
        return (renamed(name), group)
      })
    policy.operators = operators.mapValues { person in
      var person = person
      person.home = renamed(person.home)
      person.joined = Set(person.joined.map(renamed))
      return person
    }
    return policy
  }
}

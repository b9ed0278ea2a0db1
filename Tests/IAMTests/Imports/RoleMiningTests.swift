import Policy
import TestSupport
import Testing

@testable import IAM

/// Three matrices of real systems: what is put in as roles or as lines must come out as the
/// matrix, row by row (what can somebody do) and column by column (who can do something).
@Suite(.serialized) struct RoleMiningTests {
  private static let sets: [(name: String, users: Int, grants: Int)] = [
    ("hc", 46, 1486), ("domino", 79, 730), ("fire1", 365, 31951),
  ]

  /// A member entitled to every permission of a data set.
  private func member(for data: RoleMiningData) throws -> ConfiguredMember {
    let member = try ConfiguredMember()
    let catalogue = try CatalogueDocument(data.catalogue)
    try member.exchange.registry.change(as: .nobody) { change in
      try change.install(catalogue)
      let id = try change.reading.tenantID(member.tenant)
      try change.perform(Intent("test.entitle", in: id, on: "", need: .nothing)) {
        try change.execute(
          "INSERT INTO entitled_menu VALUES (?, ?)", id, RoleMiningData.root)
        return Recorded()
      }
    }
    return member
  }

  /// The whole tenant, everybody's login taken as active.
  private func policy(of member: ConfiguredMember) throws -> TenantPolicy {
    let loaded = try member.exchange.registry.database.read { reading in
      let tenant = try reading.tenantID(member.tenant)
      let operators = try reading.all("SELECT id FROM operator WHERE tenant_id = ?", tenant) {
        try $0.int(0)
      }
      return try PolicyLoader.load(
        PolicyScope(operators: Set(operators)), of: tenant, from: reading)
    }
    var policy = try #require(loaded)
    for username in policy.operators.keys { policy.operators[username]?.state = .active }
    return policy
  }

  private func expect(_ policy: TenantPolicy, toBe data: RoleMiningData) throws {
    let now = TestClock().now
    var columns: [Int: Set<Username>] = [:]
    for (user, permissions) in data.rows {
      let username = Username(unchecked: RoleMiningData.user(user))
      let can = policy.can(username, at: now).reduce(MenuSet()) { $0.union($1.effective.menus) }
      #expect(
        Set(can.nodes.map(\.text)) == Set(permissions.map(RoleMiningData.menu)), "\(username)")
      for permission in permissions { columns[permission, default: []].insert(username) }
    }
    try expect(CompiledPolicy(policy), toHave: columns, at: now)
    // The definition says the same; it costs a decision a user, so it is asked for few columns.
    for (permission, users) in columns.sorted(by: { $0.key < $1.key }).prefix(2) {
      let menu = try #require(MenuCode(RoleMiningData.menu(permission)))
      let who = policy.whoCan(Target(menu: menu), at: now)
        .filter { $0 != ConfiguredMember.master }
      #expect(who == users.sorted(), "\(menu)")
    }
  }

  /// Every column: who can do something, asked of the compiled tenant, which checkers ask.
  private func expect(
    _ compiled: CompiledPolicy, toHave columns: [Int: Set<Username>], at now: Instant
  ) throws {
    #expect(columns.count >= 46)
    for (permission, users) in columns {
      let who = compiled.whoCan(RoleMiningData.menu(permission), at: now)
        .subtracting([ConfiguredMember.master])
      #expect(who == users, "\(RoleMiningData.menu(permission))")
    }
  }

  @Test(.enabled(if: SharedData.isAvailable), arguments: sets.map(\.name))
  func `the published roles of a matrix give exactly the matrix`(name: String) throws {
    let data = try RoleMiningData(name)
    let expected = try #require(Self.sets.first { $0.name == name })
    #expect(data.rows.count == expected.users)
    #expect(data.grantCount == expected.grants)
    let member = try member(for: data)
    let document = try data.document(of: member.tenant)
    try member.exchange.registry.change(as: .unchecked(ConfiguredMember.master)) {
      _ = try $0.apply(document)
    }
    try expect(try policy(of: member), toBe: data)
  }

  @Test(.enabled(if: SharedData.isAvailable), arguments: sets.map(\.name))
  func `the lines of a matrix give exactly the matrix, and twice nothing more`(
    name: String
  ) throws {
    let data = try RoleMiningData(name)
    let member = try member(for: data)
    let matrix = try PermissionMatrix(reading: data.csv)
    let master = Identity.unchecked(ConfiguredMember.master)
    let summary = try member.exchange.registry.change(as: master) {
      try $0.importMatrix(matrix)
    }
    #expect(summary.operators == data.rows.count)
    #expect(summary.grants == data.grantCount)
    try expect(try policy(of: member), toBe: data)
    let again = try member.exchange.registry.change(as: master) { try $0.importMatrix(matrix) }
    #expect(again == ImportSummary(operators: 0, roles: 0, grants: 0))
  }
}

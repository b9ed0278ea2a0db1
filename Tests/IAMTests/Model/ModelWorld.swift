import Policy
import TestSupport

@testable import IAM

/// A member with departments and administrators beside another one that must stay untouched.
final class ModelWorld {
  let firm: Firm
  let bystander: Firm
  let tenant: Int64
  let bystanderID: Int64
  let operators: [Username] = [
    "master-01", "admin-001", "admin-002", "admin-003", "trader-001", "trader-002", "clerk-0001",
    "clerk-0002",
  ]
  let groups: [Name] = [.rootGroup, "甲部", "乙部", "甲一", "甲二", "丙部"]
  let roles: [Name] = ["交易", "结算", "复核", "主管"]
  let sets: [Name] = ["集一", "集二"]
  let menus: [MenuCode] = [
    "*", "trade", "trade.listing", "trade.listing.view", "delivery", "funds", "operators",
    "operators.grant", "roles", "groups", "trade.efp",
  ]
  let products: [ProductCode] = ["*", "PNG", "PNG.SH", "PNG.SH.D1", "LNG", "LNG.BJ", "CNG"]

  /// The points at which answers are compared.
  let points: [Point]

  init() throws {
    firm = try Firm()
    bystander = try Firm(in: firm.exchange, master: "master-99")
    tenant = try firm.registry.database.read { [code = firm.tenant] in try $0.tenantID(code) }
    bystanderID = try firm.registry.database.read { [code = bystander.tenant] in
      try $0.tenantID(code)
    }
    let account = firm.account.text
    let other = "T\(firm.tenant.text.dropFirst())-OIL-01"
    points =
      [
        ("trade.listing.view", "PNG.SH"), ("trade.listing.view", "LNG.BJ"),
        ("trade.listing.create", "PNG.SH.D1"), ("trade.bidding.view", "PNG.BJ"),
        ("delivery.declare", "LNG.SH"), ("funds.settlement.query", nil), ("operators.grant", nil),
        ("roles.write", nil), ("groups.write", nil), ("trade.efp.view", nil),
      ].flatMap { menu, product in
        [account, other, nil].map { Point(menu: menu, product: product, account: $0) }
      }
    try furnish()
  }

  private func furnish() throws {
    let code = firm.tenant.text.dropFirst()
    let tenant = tenant
    try firm.registry.change(as: .nobody) { change in
      try change.perform(Intent("test.account", in: tenant, on: "OIL", need: .nothing)) {
        try change.execute(
          """
          INSERT INTO account (id, tenant_id, code, settlement_code, market, state, opened_at)
          VALUES (?, ?, ?, ?, 'oil', 'open', 0)
          """, try change.nextID("account"), tenant, "T\(code)-OIL-01", "S\(code)-OIL-01")
        return Recorded()
      }
    }
    try firm.department("甲部", administeredBy: "admin-001", menus: ["trade", "operators"])
    try firm.department(
      "乙部", administeredBy: "admin-002", menus: ["*", "groups"], products: ["LNG"])
    try firm.department("甲一", administeredBy: "admin-003", below: "甲部", menus: ["trade.listing"])
    for (name, group) in [
      ("trader-001", "甲部"), ("trader-002", "甲一"), ("clerk-0001", "乙部"),
      ("clerk-0002", .rootGroup),
    ] as [(Username, Name)] {
      try firm.hire(name, group: group)
    }
    try firm.act { change in
      for role in roles { try change.createRole(role) }
      for set in sets {
        try change.createMenuGroup(set)
        try change.createProductGroup(set)
      }
    }
    try bystander.act(as: "master-99") { change in
      for role in roles { try change.createRole(role) }
      try change.createGroup("甲部")
      try change.assign(Assignment(roles: roles), toGroup: .rootGroup)
    }
  }

  /// The whole tenant as it is committed.
  func load() throws -> TenantPolicy {
    try firm.registry.database.read { reading in
      var scope = PolicyScope()
      scope.operators = try ids("SELECT id FROM operator WHERE tenant_id = ?", reading)
      scope.groups = try ids("SELECT id FROM user_group WHERE tenant_id = ?", reading)
      scope.roles = try ids("SELECT id FROM role WHERE tenant_id = ?", reading)
      scope.menuGroups = try ids("SELECT id FROM menu_group WHERE tenant_id = ?", reading)
      scope.productGroups = try ids("SELECT id FROM product_group WHERE tenant_id = ?", reading)
      let policy = try PolicyLoader.load(scope, of: tenant, from: reading)
      guard let policy else { preconditionFailure("the tenant of the model is there") }
      return policy
    }
  }

  private func ids(
    _ sql: StaticString, _ reading: borrowing ReadTransaction
  ) throws -> Set<Int64> {
    Set(try reading.all(sql, tenant) { try $0.int(0) })
  }
}

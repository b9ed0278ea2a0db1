import Policy
import TestSupport

@testable import IAM

/// A member with departments and administrators, another one that is furnished alike, and the
/// exchange with staff of several kinds.
final class ModelWorld {
  let firm: Firm
  let bystander: Firm
  /// Whom operations are about: those of the member, those of the other, staff, and some that are
  /// made on the way.
  let people: [Username] = [
    "master-01", "admin-001", "admin-002", "admin-003", "trader-001", "trader-002", "clerk-0001",
    "clerk-0002", "joiner-01", "joiner-02", "joiner-03", "master-99", "admin-991", "trader-991",
    "staff-01", "staff-02", "staff-03",
  ]
  /// Those of them who are, or come to be, operators of the member.
  var members: [Username] { Array(people.prefix(11)) }
  /// Those who administer a group of the member to begin with.
  let administrators: [Username] = ["admin-001", "admin-002", "admin-003"]
  let groups: [Name] = [.rootGroup, "甲部", "乙部", "甲一", "甲二", "丙部"]
  let roles: [Name] = ["交易", "结算", "复核", "主管"]
  let sets: [Name] = ["集一", "集二"]
  let menus: [MenuCode] = [
    "*", "trade", "trade.listing", "trade.listing.view", "delivery", "funds", "operators",
    "operators.grant", "roles", "groups", "trade.efp", "config", "exchange.members.entitle",
    "separation", "trade.grown", "grown",
  ]
  let products: [ProductCode] = ["*", "PNG", "PNG.SH", "PNG.SH.D1", "LNG", "LNG.BJ", "CNG"]
  var accounts: [AccountCode] { [firm.account, bystander.account] }

  init() throws {
    firm = try Firm()
    bystander = try Firm(in: firm.exchange, master: "master-99")
    try furnish()
    try furnishCorners()
    try furnishBystander()
    try furnishExchange()
  }

  var registry: Registry { firm.registry }
  var clock: TestClock { firm.exchange.clock }

  /// The three tenants, the member first.
  func sides() throws -> [ModelSide] {
    try [
      ModelSide(firm.tenant, points: points(of: firm), registry),
      ModelSide(bystander.tenant, points: points(of: bystander), registry),
      ModelSide(.exchange, points: staffPoints, registry),
    ]
  }

  // MARK: Points

  private func points(of firm: Firm) -> [Point] {
    let account = firm.account.text
    let other = "T\(firm.tenant.text.dropFirst())-OIL-01"
    return [
      ("trade.listing.view", "PNG.SH"), ("trade.listing.view", "LNG.BJ"),
      ("trade.listing.create", "PNG.SH.D1"), ("trade.bidding.view", "PNG.BJ"),
      ("delivery.declare", "LNG.SH"), ("funds.settlement.query", nil), ("operators.grant", nil),
      ("roles.write", nil), ("groups.write", nil), ("trade.efp.view", nil),
      ("trade.grown.view", "PNG.SH"), ("grown.view", nil),
    ].flatMap { menu, product in
      [account, other, nil].map { Point(menu: menu, product: product, account: $0) }
    }
  }

  private var staffPoints: [Point] {
    [
      "exchange.members.entitle", "exchange.members.review", "exchange.members.read",
      "exchange.resets.approve", "exchange.catalogue.write", "operators.grant", "operators.create",
      "roles.write", "audit.read", "sessions.end", "member-center.user-info.view",
    ].map { Point(menu: $0) }
  }

  // MARK: Furniture

  private func furnish() throws {
    try addOilAccount(to: firm)
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
    try define(firm)
    let wide = Assignment(menus: ["config", "sessions", "policy", "accounts"])
    try firm.act { change in
      for administrator in administrators { try change.assign(wide, to: administrator) }
      // Menus without a group to use them in.
      try change.assign(Assignment(menus: Firm.administration), to: "clerk-0002")
    }
  }

  /// What chance alone seldom makes: a group whose only member is at home elsewhere, and one that
  /// is administered by somebody whose login ends soon.
  private func furnishCorners() throws {
    let soon = Validity(until: clock.now + .seconds(5000))
    let issued = IssuedPassword(text: "-", hash: registry.services.hasher.standIn)
    try firm.act { change in
      try change.createGroup("丙部")
      try change.changePool(
        of: "丙部", adding: PoolParts(menus: ["delivery", "funds"], everyAccount: true))
      try change.grant(RoleParts(menus: ["funds"]), toRole: "主管")
      try change.assign(Assignment(everyAccount: true, roles: ["主管"]), toGroup: "丙部")
      try change.joinGroup("trader-001", "丙部")
      _ = try change.createOperator(
        OperatorDraft(username: "joiner-01", name: PersonName("临时工"), validity: soon),
        password: issued)
      try change.appoint("joiner-01", administering: "乙部")
    }
    try firm.activate("joiner-01")
  }

  private func furnishBystander() throws {
    try addOilAccount(to: bystander)
    try bystander.act(as: "master-99") { change in
      try change.createGroup("甲部")
      try change.changePool(of: "甲部", adding: PoolParts(menus: ["trade"], everyAccount: true))
    }
    try bystander.hire("admin-991", as: "master-99")
    try bystander.hire("trader-991", group: "甲部", as: "master-99")
    try define(bystander, as: "master-99")
    try bystander.act(as: "master-99") { change in
      try change.assign(Assignment(menus: Firm.administration), to: "admin-991")
      try change.appoint("admin-991", administering: "甲部")
      try change.assign(Assignment(roles: roles), toGroup: .rootGroup)
    }
  }

  /// `staff-02` may entitle and review, `staff-03` approves resets, the master may everything.
  private func furnishExchange() throws {
    for name in ["staff-02", "staff-03"] as [Username] {
      try firm.hire(name, as: TestExchange.staff)
    }
    try firm.act(as: TestExchange.staff) { change in
      try change.assign(Assignment(menus: ["exchange.members"]), to: "staff-02")
      try change.assign(Assignment(menus: ["exchange.resets"]), to: "staff-03")
    }
  }

  private func define(_ firm: Firm, as master: Username = Firm.master) throws {
    try firm.act(as: master) { change in
      for role in roles { try change.createRole(role) }
      for set in sets {
        try change.createMenuGroup(set)
        try change.createProductGroup(set)
      }
    }
    guard master == Firm.master else { return }
    try firm.act { change in
      try change.createSeparation(
        Separation(name: "集一", kind: .static, limit: 2, roles: ["交易", "结算"]))
    }
  }

  private func addOilAccount(to firm: Firm) throws {
    let code = firm.tenant.text.dropFirst()
    try firm.registry.change(as: .nobody) { change in
      let tenant = try change.reading.tenantID(firm.tenant)
      try change.perform(Intent("test.account", in: tenant, on: "OIL", need: .nothing)) {
        try change.execute(
          """
          INSERT INTO account (id, tenant_id, code, settlement_code, market, state, opened_at)
          VALUES (?, ?, ?, ?, 'oil', 'open', 0)
          """, try change.nextID("account"), tenant, "T\(code)-OIL-01", "S\(code)-OIL-01")
        return Recorded()
      }
    }
  }
}

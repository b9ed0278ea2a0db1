import Policy
import TestSupport
import Testing

@testable import IAM

/// Ways to permissions that other systems of this kind have been found to leave open. None of them
/// has a rule of its own here: what anybody gains decides.
@Suite struct KnownMistakeTests {
  private let firm: Firm

  /// Two departments: the administrator of the first may hand out PNG trading, in the second LNG
  /// is handed down.
  init() throws {
    firm = try Firm()
    try firm.department("交易部", administeredBy: "admin-001")
    try firm.department(
      "风控部", administeredBy: "admin-002", menus: ["trade", "funds"], products: ["LNG"])
    try firm.hire("trader-001", group: "交易部")
    try firm.hire("risk-00001", group: "风控部")
    try firm.hire("risk-00002")
    try firm.act { change in
      try change.createRole("大权")
      try change.grant(RoleParts(menus: ["trade", "funds"], products: ["LNG"]), toRole: "大权")
      try change.assign(Assignment(everyAccount: true, roles: ["大权"]), toGroup: "风控部")
      try change.createRole("小权")
      try change.assign(Assignment(roles: ["小权"]), to: "risk-00001")
      try change.assign(Assignment(roles: ["小权"]), to: "trader-001")
    }
  }

  private func refused(_ body: (borrowing Change) throws -> Void) throws -> IAMError? {
    try refusal { try firm.act(as: "admin-001", body) }
  }

  @Test func `nobody gains by joining or being moved to a group`() throws {
    #expect(
      try refused { try $0.joinGroup("trader-001", "风控部") }
        == .refused([.operatorNotYours("trader-001")]))
    #expect(
      try refused { try $0.moveOperator("trader-001", to: "风控部") }
        == .refused([.operatorNotYours("trader-001")]))
    #expect(
      try refused { try $0.joinGroup("admin-001", "风控部") }
        == .refused([.operatorNotYours("admin-001")]))
  }

  @Test func `nobody pulls a group under its own`() throws {
    #expect(
      try refused { try $0.moveGroup("风控部", below: "交易部") }
        == .refused([.groupNotYours("风控部")]))
    try firm.act(as: "admin-001") { try $0.createGroup("夜盘") }
    #expect(
      try refused { try $0.moveGroup("夜盘", below: "风控部") }
        == .refused([.groupNotYours("夜盘")]))
  }

  @Test func `nobody gives others more by an inclusion in a role that it may edit`() throws {
    try firm.act { change in
      try change.unassign(Assignment(roles: ["大权"]), fromGroup: "风控部")
      try change.unassign(Assignment(roles: ["小权"]), from: "trader-001")
    }
    let widening = try refused {
      try $0.grant(RoleParts(menus: ["funds"], products: ["LNG"]), toRole: "小权")
    }
    #expect(widening?.code == "outside-authority")
    let inclusion = try refused { try $0.grant(RoleParts(roles: ["大权"]), toRole: "小权") }
    #expect(inclusion?.code == "outside-authority")
  }

  @Test func `nobody makes an operator straight in a powerful group`() throws {
    let password = IssuedPassword(text: "-", hash: firm.registry.services.hasher.standIn)
    #expect(
      try refused { change in
        _ = try change.createOperator(
          OperatorDraft(username: "mole-00001", name: PersonName("某人"), group: "风控部"),
          password: password)
      } == .refused([.groupNotYours("风控部")]))
  }

  @Test func `taking the last restriction out of a role is a gain like any other`() throws {
    try firm.act { change in
      try change.createRole("限华东")
      try change.grant(RoleParts(menus: ["trade"], products: ["LNG.SH"]), toRole: "限华东")
      try change.assign(Assignment(products: ["LNG"], roles: ["限华东"]), to: "risk-00001")
      try change.unassign(Assignment(roles: ["大权"]), fromGroup: "风控部")
    }
    #expect(
      try firm.decide("risk-00001", "trade.listing.view", product: "LNG.BJ")
        == [.productNotGranted])
    let refused = try refused { try $0.revoke(RoleParts(products: ["LNG.SH"]), fromRole: "限华东") }
    #expect(refused?.code == "outside-authority")
    #expect(
      try self.refused { try $0.deleteRole("限华东") }
        == .conflict(.inUse(.role, "限华东", by: [], unseen: 1)))
  }

  @Test func `a name made again has nothing of what it was before`() throws {
    try firm.act { change in
      try change.createRole("临时")
      try change.grant(RoleParts(menus: ["funds"]), toRole: "临时")
      try change.assign(Assignment(roles: ["临时"]), to: "trader-001")
      try change.unassign(Assignment(roles: ["临时"]), from: "trader-001")
      try change.deleteRole("临时")
      try change.createRole("临时")
    }
    let role = try firm.ask { try $0.role("临时") }
    #expect(
      role
        == RoleListing(
          name: "临时", menus: [], products: [], accounts: [], includes: [], holders: []))
    try firm.act { change in
      try change.createGroup("临时部")
      try change.changePool(of: "临时部", adding: PoolParts(menus: ["funds"]))
      try change.appoint("admin-001", administering: "临时部")
    }
    try firm.act { change in
      try change.dismiss("admin-001", administering: "临时部")
      try change.deleteGroup("临时部")
    }
    try firm.act { try $0.createGroup("临时部") }
    let group = try firm.ask { try $0.group("临时部") }
    #expect(group.pool == PoolListing(menus: [], products: [], accounts: []))
    #expect(group.listing.administrators == [])
  }

  @Test func `the order in which things were given decides nothing`() throws {
    try firm.act {
      try $0.grant(RoleParts(menus: ["trade.bidding"], products: ["PNG.BJ"]), toRole: "小权")
    }
    let parts: [Assignment] = [
      Assignment(menus: ["trade"]), Assignment(products: ["PNG"]), Assignment(roles: ["小权"]),
      Assignment(everyAccount: true), Assignment(menus: ["trade.listing"]),
    ]
    try firm.hire("twin-00001", group: "交易部")
    try firm.hire("twin-00002", group: "交易部")
    for part in parts { try firm.act { try $0.assign(part, to: "twin-00001") } }
    for part in parts.reversed() { try firm.act { try $0.assign(part, to: "twin-00002") } }
    let menus: [MenuCode] = ["trade.listing.view", "trade.bidding.view", "funds.own.view"]
    for menu in menus {
      for product in ["PNG.SH", "LNG.SH"] as [ProductCode] {
        #expect(
          try firm.decide("twin-00001", menu, product: product)
            == firm.decide("twin-00002", menu, product: product))
      }
    }
  }

  @Test func `a name that sounds like power is only a name`() throws {
    try firm.hire("ADMIN-0001")
    try firm.act { try $0.createRole("master-01") }
    try firm.act { try $0.createGroup("EX") }
    #expect(
      try refusal { try firm.act(as: "ADMIN-0001") { try $0.createRole("甲") } }
        == .denied(.menuNotGranted, menu: "roles.write"))
    let twin = try Firm(in: firm.exchange, master: "master-02")
    try firm.exchange.registry.database.write { transaction in
      _ = try transaction.execute("UPDATE tenant SET name = '测试交易所'", with: [])
    }
    for code in [TenantCode.exchange, firm.tenant] {
      #expect(
        try refusal {
          try twin.act(as: "master-02") { try $0.createRole("甲", in: code) }
        } == .notFound(.tenant, code.text))
    }
    try twin.act(as: "master-02") { change in
      try change.createGroup("风控部")
      try change.createRole("大权")
    }
    #expect(try twin.ask(as: "master-02") { try $0.role("大权") }.menus == [])
  }

  @Test func `an administrator renames no definition that others hold out of its reach`() throws {
    let refused = try refused { try $0.renameRole("小权", to: "大权二") }
    #expect(refused == .refused([.unseen(.notYours, count: 1)]))
    #expect(
      try self.refused { try $0.renameRole("大权", to: "小权二") }
        == .refused([.unseen(.notYours, count: 1), .groupNotYours("风控部")]))
    try firm.act { try $0.renameRole("小权", to: "小权二") }
  }

  @Test func `nobody plants what waits for others, in an empty group or behind a missing side`()
    throws
  {
    try firm.act { change in
      try change.createGroup("空组")
      try change.createRole("空")
      try change.assign(Assignment(roles: ["空"]), toGroup: "空组")
      try change.createRole("待用")
      try change.assign(Assignment(roles: ["待用"]), to: "risk-00002")
    }
    // Nobody is in the group yet; the holder of the other role has no product and no account yet.
    #expect(
      try refused { try $0.grant(RoleParts(menus: ["trade"]), toRole: "空") }
        == .refused([.groupNotYours("空组")]))
    #expect(
      try refused { try $0.grant(RoleParts(menus: ["trade"]), toRole: "待用") }?.code
        == "outside-authority")
    try firm.act(as: "admin-001") { change in
      try change.createRole("自用")
      try change.grant(RoleParts(menus: ["trade"], products: ["PNG"]), toRole: "自用")
      try change.assign(Assignment(roles: ["自用"]), to: "trader-001")
    }
  }
}

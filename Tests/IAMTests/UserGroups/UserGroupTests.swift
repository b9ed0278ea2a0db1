import Policy
import TestSupport
import Testing

@testable import IAM

/// User groups. C4, C5.
@Suite struct UserGroupTests {
  private let firm: Firm

  init() throws { firm = try Firm() }

  @Test func `groups form a tree that is listed from the root down`() throws {
    try firm.act { change in
      try change.createGroup("交易部")
      try change.createGroup("夜盘", parent: "交易部")
      try change.createGroup("日盘", parent: "交易部")
      try change.createGroup("结算部")
    }
    let listed = try firm.ask { try $0.groups() }
    #expect(listed.map(\.name) == [.rootGroup, "交易部", "夜盘", "日盘", "结算部"])
    #expect(listed.map(\.depth) == [0, 1, 2, 2, 1])
    try firm.act { change in
      try change.moveGroup("夜盘", below: "结算部")
      try change.renameGroup("夜盘", to: "晚班")
    }
    #expect(try firm.ask { try $0.group("晚班") }.listing.parent == "结算部")
    #expect(
      try refusal { try firm.act { try $0.moveGroup("结算部", below: "晚班") } }
        == .conflict(.cycle(.group, "结算部")))
  }

  @Test func `the root is not renamed, moved, deleted or given a pool`() throws {
    try firm.act { try $0.createGroup("交易部") }
    let attempts: [(borrowing Change) throws -> Void] = [
      { try $0.renameGroup(.rootGroup, to: "别的") }, { try $0.deleteGroup(.rootGroup) },
      { try $0.moveGroup(.rootGroup, below: "交易部") },
      { try $0.changePool(of: .rootGroup, adding: PoolParts(menus: ["trade"])) },
    ]
    for attempt in attempts {
      #expect(try refusal { try firm.act(attempt) } == .conflict(.rootGroup))
    }
  }

  @Test func `an administrator hands out what its group's pool holds, and no more`() throws {
    try firm.department("交易部", administeredBy: "admin-001")
    try firm.hire("trader-001", as: "admin-001")
    try firm.act(as: "admin-001") {
      try $0.assign(
        Assignment(menus: ["trade"], products: ["PNG.SH"], everyAccount: true), to: "trader-001")
    }
    #expect(try firm.decide("trader-001", "trade.listing.view") == [])
    #expect(
      try refusal {
        try firm.act(as: "admin-001") {
          try $0.assign(Assignment(menus: ["funds"], products: ["LNG"]), to: "trader-001")
        }
      }
        == .refused([
          .outside(
            .operator("trader-001"), items: [.menu("funds"), .product("LNG")],
            ceiling: .pool("交易部"))
        ]))
  }

  @Test func `taking from a pool takes effect at once below it`() throws {
    try firm.department("交易部", administeredBy: "admin-001")
    try firm.hire("trader-001", as: "admin-001")
    try firm.act(as: "admin-001") {
      try $0.assign(
        Assignment(menus: ["trade"], products: ["PNG"], everyAccount: true), to: "trader-001")
    }
    try firm.act { try $0.changePool(of: "交易部", removing: PoolParts(products: ["PNG"])) }
    #expect(try firm.decide("trader-001", "trade.listing.view") == [.outsidePool])
    try firm.act { try $0.changePool(of: "交易部", adding: PoolParts(products: ["PNG.SH"])) }
    #expect(try firm.decide("trader-001", "trade.listing.view") == [])
  }

  @Test func `a pool holds only what the group above may hand out`() throws {
    try firm.department("交易部", administeredBy: "admin-001")
    try firm.act(as: "admin-001") { try $0.createGroup("夜盘") }
    #expect(
      try refusal {
        try firm.act(as: "admin-001") {
          try $0.changePool(of: "夜盘", adding: PoolParts(menus: ["funds", "trade.listing"]))
        }
      }
        == .refused([
          .outside(.pool("夜盘"), items: [.menu("funds")], ceiling: .pool("交易部"))
        ]))
    #expect(
      try refusal {
        try firm.act(as: "admin-001") {
          try $0.changePool(of: "交易部", adding: PoolParts(menus: ["funds"]))
        }
      } == .refused([.groupNotYours("交易部")]))
  }

  @Test func `a group hands its roles and sets to everybody in it and below it`() throws {
    try firm.act { change in
      try change.createGroup("交易部")
      try change.createGroup("夜盘", parent: "交易部")
      for name in ["交易部", "夜盘"] as [Name] {
        try change.changePool(
          of: name, adding: PoolParts(menus: ["*"], products: ["*"], everyAccount: true))
      }
      try change.createRole("交易员")
      try change.grant(RoleParts(menus: ["trade"], products: ["PNG"]), toRole: "交易员")
      try change.assign(Assignment(everyAccount: true, roles: ["交易员"]), toGroup: "交易部")
    }
    try firm.hire("trader-001", group: "夜盘")
    #expect(try firm.decide("trader-001", "trade.listing.view") == [])
    let held = try firm.ask { try $0.operatorDetails("trader-001") }.holdings
    #expect(held.map(\.name) == ["*", "交易员"])
    #expect(held.map(\.through) == ["交易部", "交易部"])
    try firm.act { try $0.unassign(Assignment(roles: ["交易员"]), fromGroup: "交易部") }
    #expect(try firm.decide("trader-001", "trade.listing.view") == [.menuNotGranted])
  }

  @Test func `a group that somebody or something depends on is not deleted`() throws {
    try firm.department("交易部", administeredBy: "admin-001")
    try firm.hire("trader-001", group: "交易部")
    try firm.act { change in
      try change.createGroup("夜盘", parent: "交易部")
      try change.assign(Assignment(everyAccount: true), toGroup: "交易部")
    }
    #expect(
      try refusal { try firm.act { try $0.deleteGroup("交易部") } }
        == .conflict(.inUse(.group, "交易部", by: ["admin-001", "trader-001", "夜盘", "*"])))
    try firm.act { change in
      try change.deleteGroup("夜盘")
      try change.moveOperator("trader-001", to: .rootGroup)
      try change.unassign(Assignment(everyAccount: true), fromGroup: "交易部")
    }
    #expect(
      try refusal { try firm.act { try $0.dismiss("admin-001", administering: "交易部") } }
        == .refused([.lastAdministrator(.group("交易部"))]))
    try firm.act { change in
      try change.dismiss("admin-001", administering: "交易部")
      try change.deleteGroup("交易部")
    }
  }

  @Test func `who has left does not keep a group, and goes on to the group above`() throws {
    try firm.department("交易部", administeredBy: "admin-001")
    try firm.act(as: "admin-001") { try $0.createGroup("夜盘", parent: "交易部") }
    try firm.hire("trader-001", group: "夜盘")
    try firm.hire("trader-002", group: "夜盘")
    _ = try firm.act { try $0.offboard("trader-001", reason: "离职") }
    #expect(
      try refusal { try firm.act { try $0.deleteGroup("夜盘") } }
        == .conflict(.inUse(.group, "夜盘", by: ["trader-002"])))
    _ = try firm.act { try $0.offboard("trader-002", reason: "离职") }
    try firm.act(as: "admin-001") { try $0.deleteGroup("夜盘") }
    let gone = try firm.ask { try $0.operatorDetails("trader-001") }
    #expect(gone.listing.group == "交易部" && gone.holdings.isEmpty)
    #expect(try firm.decide("trader-002", "trade.listing.view") == [.operatorOffboarded])
    #expect(try Registry.examine(firm.exchange.path) == [])
  }

  @Test func `of two administrators one may go, wherever the other is at home`() throws {
    try firm.department("交易部", administeredBy: "admin-001")
    try firm.hire("admin-002")
    try firm.act { try $0.appoint("admin-002", administering: "交易部") }
    try firm.act { try $0.dismiss("admin-001", administering: "交易部") }
    #expect(try firm.ask { try $0.group("交易部") }.listing.administrators == ["admin-002"])
  }

  @Test func `an operator joins and leaves further groups, and keeps its home`() throws {
    try firm.act { change in
      try change.createGroup("交易部")
      try change.createGroup("夜盘")
    }
    try firm.hire("trader-001", group: "交易部")
    try firm.act { change in
      try change.joinGroup("trader-001", "夜盘")
      try change.joinGroup("trader-001", "夜盘")
      try change.joinGroup("trader-001", "交易部")
    }
    #expect(try firm.ask { try $0.operatorDetails("trader-001") }.joined == ["夜盘"])
    #expect(
      try refusal { try firm.act { try $0.leaveGroup("trader-001", "交易部") } }
        == .conflict(.homeGroup("交易部")))
    try firm.act { try $0.moveOperator("trader-001", to: "夜盘") }
    #expect(try firm.ask { try $0.operatorDetails("trader-001") }.joined == [])
    #expect(
      try refusal { try firm.act { try $0.leaveGroup("trader-001", "交易部") } }
        == .notFound(.group, "交易部"))
  }

  @Test func `an administrator sees the operators of its groups, and nobody else`() throws {
    try firm.department("交易部", administeredBy: "admin-001")
    try firm.act(as: "admin-001") { try $0.createGroup("夜盘") }
    try firm.hire("trader-001", group: "夜盘")
    try firm.hire("clerk-0001")
    #expect(
      try firm.ask(as: "admin-001") { try $0.operators() }.map(\.username)
        == ["admin-001", "trader-001"])
    #expect(
      try refusal { _ = try firm.ask(as: "admin-001") { try $0.operatorDetails("clerk-0001") } }
        == .notFound(.operator, "clerk-0001"))
    #expect(try firm.ask { try $0.operators() }.count == 4)
  }

  @Test func `renaming together with other changes compares a group with itself`() throws {
    try firm.department("交易部", administeredBy: "admin-001")
    #expect(
      try refusal {
        try firm.act { change in
          try change.renameGroup("交易部", to: "一部")
          try change.dismiss("admin-001", administering: "一部")
        }
      } == .refused([.lastAdministrator(.group("一部"))]))
    try firm.act { try $0.createGroup("二部") }
    #expect(
      try refusal {
        try firm.act { change in
          try change.deleteGroup("二部")
          try change.renameGroup("交易部", to: "二部")
        }
      } == .conflict(.exists(.group, "二部")))
  }
}

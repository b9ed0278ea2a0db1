import Policy
import TestSupport
import Testing

@testable import IAM

/// Menu permission groups. B2, B5, B6.
@Suite struct MenuGroupTests {
  private let firm: Firm

  init() throws { firm = try Firm() }

  private func menus(_ name: Name) throws -> [MenuCode] {
    try firm.ask { try $0.menuGroup(name) }.menus
  }

  @Test func `a group is made, filled, emptied, renamed and removed`() throws {
    try firm.act { change in
      try change.createMenuGroup("夜盘")
      try change.allow(["trade.listing", "delivery"], inMenuGroup: "夜盘")
    }
    #expect(try menus("夜盘") == ["delivery", "trade.listing"])
    try firm.act { change in
      try change.disallow(["delivery"], inMenuGroup: "夜盘")
      try change.renameMenuGroup("夜盘", to: "晚班")
    }
    #expect(try firm.ask { try $0.menuGroups() }.map(\.name) == ["晚班"])
    #expect(try menus("晚班") == ["trade.listing"])
    try firm.act { try $0.deleteMenuGroup("晚班") }
    #expect(try firm.ask { try $0.menuGroups() } == [])
  }

  @Test func `the presets are those recommended to traders and settlement clerks`() throws {
    try firm.act { change in
      try change.createMenuGroup("交易员", preset: "trader")
      try change.createMenuGroup("结算员", preset: "settlement")
    }
    #expect(
      try menus("交易员") == [
        "delivery", "funds.settlement.query", "member-center.gate-prices",
        "member-center.receive-points", "member-center.user-info", "trade",
      ])
    #expect(try menus("结算员") == ["funds", "member-center.user-info"])
    #expect(
      try refusal { try firm.act { try $0.createMenuGroup("别的", preset: "boss") } }
        == .notFound(.preset, "boss"))
  }

  @Test func `before approval the trader's preset is refused, naming what is not opened`() throws {
    let exchange = try TestExchange()
    try exchange.addMember("master-09", menus: [], products: [])
    #expect(
      try refusal {
        try exchange.registry.change(as: .unchecked("master-09")) {
          try $0.createMenuGroup("交易员", preset: "trader")
        }
      }
        == .refused([
          .outside(
            .menuGroup("交易员"), items: [.menu("delivery"), .menu("trade")],
            ceiling: .entitlement)
        ]))
  }

  @Test func `a node below a granted one cannot be taken out, nor one that is not there`() throws {
    try firm.act { change in
      try change.createMenuGroup("交易员")
      try change.allow(["trade"], inMenuGroup: "交易员")
    }
    #expect(
      try refusal {
        try firm.act { try $0.disallow(["trade.listing.view"], inMenuGroup: "交易员") }
      } == .conflict(.coveredBy(.menu, "trade.listing.view", by: "trade")))
    #expect(
      try refusal { try firm.act { try $0.disallow(["delivery"], inMenuGroup: "交易员") } }
        == .notHeld(.menu, "delivery"))
    #expect(
      try refusal { try firm.act { try $0.allow(["no.such"], inMenuGroup: "交易员") } }
        == .notFound(.menu, "no.such"))
  }

  @Test func `a group in use is not removed, and everybody who holds it is named`() throws {
    try firm.hire("trader-001")
    try firm.hire("trader-002")
    try firm.act { change in
      try change.createMenuGroup("交易员", preset: "trader")
      try change.createGroup("交易部")
      try change.changePool(of: "交易部", adding: PoolParts(menus: ["*"]))
      try change.assign(Assignment(menuGroups: ["交易员"]), to: "trader-002")
      try change.assign(Assignment(menuGroups: ["交易员"]), to: "trader-001")
      try change.assign(Assignment(menuGroups: ["交易员"]), toGroup: "交易部")
    }
    guard
      case .conflict(.inUse(.menuGroup, "交易员", let holders, unseen: 0)) = try refusal({
        try firm.act { try $0.deleteMenuGroup("交易员") }
      })
    else {
      Issue.record("a menu group in use was deleted")
      return
    }
    #expect(Set(holders) == ["trader-001", "trader-002", "交易部"])
    #expect(
      try firm.ask { try $0.menuGroup("交易员") }.holders.map(\.text).sorted() == holders.sorted())
  }

  @Test func `names are unique in a tenant, also when one is renamed`() throws {
    try firm.act { change in
      try change.createMenuGroup("甲")
      try change.createMenuGroup("乙")
    }
    #expect(
      try refusal { try firm.act { try $0.createMenuGroup("甲") } }
        == .conflict(.exists(.menuGroup, "甲")))
    #expect(
      try refusal { try firm.act { try $0.renameMenuGroup("甲", to: "乙") } }
        == .conflict(.exists(.menuGroup, "乙")))
    try firm.act { try $0.renameMenuGroup("甲", to: "甲") }
  }

  @Test func `one who administers no group makes no definitions, whatever menus it holds`() throws {
    try firm.hire("helper-001")
    try firm.act { try $0.assign(Assignment(menus: ["menu-groups"]), to: "helper-001") }
    #expect(
      try refusal { try firm.act(as: "helper-001") { try $0.createMenuGroup("甲") } }
        == .refused([.groupNotYours(.rootGroup)]))
    #expect(try firm.ask(as: "helper-001") { try $0.menuGroups() } == [])
  }
}

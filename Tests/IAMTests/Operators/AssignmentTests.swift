import Policy
import TestSupport
import Testing

@testable import IAM

/// Giving and taking away. B3, B4, B5, B6, C7.
@Suite struct AssignmentTests {
  private let firm: Firm

  init() throws {
    firm = try Firm()
    try firm.hire("trader-001")
  }

  private func holdings() throws -> [HeldThing] {
    try firm.ask { try $0.operatorDetails("trader-001") }.holdings
  }

  @Test func `a trader with a menu group, a product group and an account trades just these`() throws
  {
    try firm.act { change in
      try change.createMenuGroup("交易员", preset: "trader")
      try change.createProductGroup("天然气")
      try change.add(["PNG"], toProductGroup: "天然气")
      try change.assign(
        Assignment(menuGroups: ["交易员"], productGroups: ["天然气"], accounts: [firm.account]),
        to: "trader-001")
    }
    #expect(try firm.decide("trader-001", "trade.listing.view") == [])
    #expect(
      try firm.decide("trader-001", "trade.listing.create") == [.paymentPasswordNotSet])
    #expect(
      try firm.decide("trader-001", "trade.listing.view", product: "LNG") == [.productNotGranted])
    #expect(try firm.decide("trader-001", "trade.efp.view") == [.outsideEntitlement])
  }

  @Test func `giving again replaces the validity, and its end ends it`() throws {
    let until = firm.exchange.clock.now + .seconds(60)
    try firm.act { try $0.assign(Assignment(menus: ["delivery"]), to: "trader-001") }
    try firm.act {
      try $0.assign(
        Assignment(menus: ["delivery"]), to: "trader-001", validity: Validity(until: until))
    }
    #expect(
      try holdings() == [
        HeldThing(noun: .menu, name: "delivery", through: nil, validity: Validity(until: until))
      ])
    try firm.act { try $0.assign(Assignment(everyAccount: true), to: "trader-001") }
    #expect(try firm.decide("trader-001", "delivery.view", product: nil) == [])
    firm.exchange.clock.advance(by: .seconds(60))
    #expect(try firm.decide("trader-001", "delivery.view", product: nil) == [.grantExpired])
  }

  @Test func `everything unknown of a kind is named`() throws {
    let cases: [(Assignment, IAMError)] = [
      (Assignment(menuGroups: ["没有"]), .notFound(.menuGroup, "没有")),
      (Assignment(productGroups: ["没有"]), .notFound(.productGroup, "没有")),
      (Assignment(roles: ["甲", "乙"]), .notFound(.role, "甲`, `乙")),
      (Assignment(menus: ["trade", "no.such"]), .notFound(.menu, "no.such")),
      (Assignment(products: ["PNG.SH.D9", "PNG.SH.D1"]), .notFound(.product, "PNG.SH.D9")),
      (Assignment(accounts: ["T999999-GAS-01"]), .notFound(.account, "T999999-GAS-01")),
    ]
    for (assignment, error) in cases {
      #expect(
        try refusal { try firm.act { try $0.assign(assignment, to: "trader-001") } } == error)
    }
    #expect(try holdings() == [])
  }

  @Test func `a delivery term is known by its grammar and comes with its base point`() throws {
    try firm.act {
      try $0.assign(
        Assignment(menus: ["trade"], products: ["PNG.SH.1507"], everyAccount: true),
        to: "trader-001")
    }
    #expect(try firm.decide("trader-001", "trade.listing.view", product: "PNG.SH.1507") == [])
    #expect(
      try firm.decide("trader-001", "trade.listing.view", product: "PNG.SH.1508")
        == [.productNotGranted])
  }

  @Test func `what is outside the entitlement is refused by name`() throws {
    #expect(
      try refusal {
        try firm.act {
          try $0.assign(
            Assignment(menus: ["trade", "trade.efp"], products: ["CNG"]), to: "trader-001")
        }
      }
        == .refused([
          .outside(
            .operator("trader-001"), items: [.menu("trade.efp"), .product("CNG")],
            ceiling: .entitlement)
        ]))
  }

  @Test func `what is not held cannot be taken away`() throws {
    try firm.act { try $0.assign(Assignment(menus: ["trade"]), to: "trader-001") }
    #expect(
      try refusal {
        try firm.act { try $0.unassign(Assignment(menus: ["trade.listing"]), from: "trader-001") }
      } == .notHeld(.menu, "trade.listing"))
    try firm.act { try $0.unassign(Assignment(menus: ["trade"]), from: "trader-001") }
    #expect(try holdings() == [])
  }

  @Test func `nobody changes its own grants or the master's`() throws {
    try firm.act { try $0.assign(Assignment(menus: Firm.administration), to: "trader-001") }
    for (actor, other) in [("trader-001", "trader-001"), ("trader-001", "master-01")]
      as [(Username, Username)] + [("master-01", "master-01")]
    {
      #expect(
        try refusal {
          try firm.act(as: actor) { try $0.assign(Assignment(menus: ["delivery"]), to: other) }
        } == .refused([.operatorNotYours(other)]))
    }
  }

  @Test func `a wildcard never brings an administrative menu`() throws {
    try firm.act { change in
      try change.assign(
        Assignment(menus: ["*"], products: ["*"], everyAccount: true), to: "trader-001")
    }
    #expect(try firm.decide("trader-001", "trade.listing.view") == [])
    #expect(
      try firm.decide("trader-001", "operators.grant", product: nil) == [.menuNotGranted])
  }

  @Test func `somebody of another tenant is not found, and neither are its things`() throws {
    let other = try Firm(in: firm.exchange, master: "master-02")
    try other.act(as: "master-02") { try $0.createMenuGroup("交易员", preset: "trader") }
    #expect(
      try refusal {
        try firm.act(as: "master-02") {
          try $0.assign(Assignment(menus: ["trade"]), to: "trader-001")
        }
      } == .notFound(.operator, "trader-001"))
    #expect(
      try refusal {
        try firm.act { try $0.assign(Assignment(menuGroups: ["交易员"]), to: "trader-001") }
      } == .notFound(.menuGroup, "交易员"))
    #expect(
      try refusal {
        try firm.act {
          try $0.assign(Assignment(accounts: [other.account]), to: "trader-001")
        }
      } == .notFound(.account, other.account.text))
    #expect(
      try refusal {
        try firm.act {
          try $0.assign(Assignment(menus: ["trade"]), to: "trader-001", in: other.tenant)
        }
      } == .notFound(.tenant, other.tenant.text))
  }

  @Test func `staff entitle a member's operator where their menus say so`() throws {
    try firm.act(as: TestExchange.staff) {
      try $0.assign(Assignment(menus: ["delivery"]), to: "trader-001", in: firm.tenant)
    }
    #expect(try holdings().map(\.name) == ["delivery"])
    let password = try firm.registry.drawPassword()
    #expect(
      try refusal {
        try firm.act(as: TestExchange.staff) { change in
          _ = try change.createOperator(
            OperatorDraft(username: "trader-002", name: PersonName("某人")), password: password,
            in: firm.tenant)
        }
      } == .denied(.outsideEntitlement, menu: "operators.create"))
  }
}

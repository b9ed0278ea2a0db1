import Policy
import TestSupport
import Testing

@testable import IAM

/// Roles. C6.
@Suite struct RoleTests {
  private let firm: Firm

  init() throws {
    firm = try Firm()
    try firm.hire("trader-001")
  }

  @Test func `overlapping roles give the union of what each gives, never of their sides`() throws {
    try firm.act { change in
      try change.createRole("管道气交易")
      try change.createRole("液化气交收")
      try change.grant(
        RoleParts(menus: ["trade"], products: ["PNG"], everyAccount: true), toRole: "管道气交易")
      try change.grant(
        RoleParts(menus: ["delivery"], products: ["LNG"], accounts: [firm.account]),
        toRole: "液化气交收")
      try change.assign(Assignment(roles: ["液化气交收", "管道气交易"]), to: "trader-001")
    }
    let trade: MenuCode = "trade.listing.view"
    #expect(try firm.decide("trader-001", trade, product: "PNG.SH") == [])
    #expect(try firm.decide("trader-001", "delivery.declare", product: "LNG.SH") == [])
    #expect(try firm.decide("trader-001", trade, product: "LNG.SH") == [.productNotGranted])
    #expect(
      try firm.decide("trader-001", "delivery.declare", product: "PNG.SH") == [.productNotGranted])
  }

  @Test func `names that differ in their normal form only are one name`() throws {
    let composed: Name = "\u{E9}quipe"
    let decomposed: Name = "e\u{301}quipe"
    try firm.act { try $0.createRole(decomposed) }
    #expect(
      try refusal { try firm.act { try $0.createRole(composed) } }
        == .conflict(.exists(.role, composed.text)))
    try firm.act { try $0.grant(RoleParts(menus: ["trade"]), toRole: composed) }
    try firm.act { try $0.deleteRole(decomposed) }
  }

  @Test func `a role includes others, never itself, and no more than 16 in a row`() throws {
    let names = (1...17).compactMap { Name("层\($0)") }
    try firm.act { change in
      for name in names { try change.createRole(name) }
      for (outer, inner) in zip(names, names.dropFirst()).prefix(15) {
        try change.grant(RoleParts(roles: [inner]), toRole: outer)
      }
    }
    #expect(
      try refusal {
        try firm.act { try $0.grant(RoleParts(roles: [names[16]]), toRole: names[15]) }
      }
        == .conflict(.tooDeep(.role, names[15].text, limit: 16)))
    for (outer, inner) in [(names[5], names[0]), (names[5], names[5])] {
      #expect(
        try refusal { try firm.act { try $0.grant(RoleParts(roles: [inner]), toRole: outer) } }
          == .conflict(.cycle(.role, outer.text)))
    }
  }

  @Test func `a role in use is not deleted, and all that use it are named`() throws {
    try firm.act { change in
      try change.createRole("交易员")
      try change.createRole("主管")
      try change.createRole("复核员")
      try change.grant(RoleParts(roles: ["交易员"]), toRole: "主管")
      try change.assign(Assignment(roles: ["交易员"]), to: "trader-001")
      try change.createSeparation(
        Separation(name: "双岗", kind: .static, limit: 2, roles: ["交易员", "复核员"]))
    }
    #expect(
      try refusal { try firm.act { try $0.deleteRole("交易员") } }
        == .conflict(.inUse(.role, "交易员", by: ["trader-001", "主管", "双岗"])))
    try firm.act { change in
      try change.deleteRole("主管")
      try change.unassign(Assignment(roles: ["交易员"]), from: "trader-001")
      try change.deleteSeparation("双岗")
      try change.deleteRole("交易员")
    }
    #expect(try firm.ask { try $0.roles() }.map(\.name) == ["复核员"])
  }

  @Test func `what a role does not name cannot be taken out`() throws {
    try firm.act { change in
      try change.createRole("交易员")
      try change.grant(RoleParts(menus: ["trade"], products: ["PNG"]), toRole: "交易员")
    }
    let cases: [(RoleParts, IAMError)] = [
      (
        RoleParts(menus: ["trade.listing"]),
        .conflict(.coveredBy(.menu, "trade.listing", by: "trade"))
      ),
      (RoleParts(products: ["LNG"]), .notHeld(.product, "LNG")),
      (RoleParts(everyAccount: true), .notFound(.account, "*")),
      (RoleParts(accounts: [firm.account]), .notFound(.account, firm.account.text)),
      (RoleParts(roles: ["交易员"]), .notFound(.role, "交易员")),
    ]
    for (parts, error) in cases {
      #expect(try refusal { try firm.act { try $0.revoke(parts, fromRole: "交易员") } } == error)
    }
    try firm.act { try $0.revoke(RoleParts(menus: ["trade"]), fromRole: "交易员") }
    #expect(try firm.ask { try $0.role("交易员") }.menus == [])
  }

  @Test func `a role with nothing named on a side uses its holder's own`() throws {
    try firm.act { change in
      try change.createRole("交易员")
      try change.grant(RoleParts(menus: ["trade"]), toRole: "交易员")
      try change.assign(Assignment(roles: ["交易员"]), to: "trader-001")
    }
    #expect(try firm.decide("trader-001", "trade.listing.view") == [.productNotGranted])
    try firm.act {
      try $0.assign(Assignment(products: ["PNG.SH"], accounts: [firm.account]), to: "trader-001")
    }
    #expect(try firm.decide("trader-001", "trade.listing.view") == [])
  }
}

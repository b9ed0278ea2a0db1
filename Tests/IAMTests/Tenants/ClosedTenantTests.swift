import Policy
import TestSupport
import Testing

@testable import IAM

/// In a tenant that is closed nothing is changed any more, whoever asks.
struct ClosedTenantTests {
  private let firm: Firm
  private let other: Firm
  private let second = Username(unchecked: "master-02")

  init() throws {
    firm = try Firm()
    other = try Firm(in: firm.exchange, master: second)
    try firm.hire("trader-001")
    try firm.act { try $0.createRole("交易员") }
    try other.act(as: second) { try $0.createRole("交易员") }
  }

  private func close() throws {
    _ = try firm.act(as: TestExchange.staff) {
      try $0.closeMember(firm.tenant.text, reason: "退出市场")
    }
  }

  /// What staff change inside a tenant, each by another command.
  private static let changes: [(String, @Sendable (borrowing Change, TenantCode) throws -> Void)] =
    [
      ("role.create", { try $0.createRole("值班", in: $1) }),
      ("role.delete", { try $0.deleteRole("交易员", in: $1) }),
      (
        "operator.assign",
        { try $0.assign(Assignment(products: ["PNG"]), to: "trader-001", in: $1) }
      ),
      ("operator.suspend", { try $0.suspendOperator("trader-001", in: $1) }),
      ("group.create", { try $0.createGroup("夜盘", in: $1) }),
      ("menu-group.create", { try $0.createMenuGroup("夜盘", in: $1) }),
      ("reset.request", { _ = try $0.requestReset(of: $1, reason: "会员来函") }),
      ("policy.set", { try $0.setPasswordPolicy("password-history", to: "9", in: $1) }),
      ("member.entitle", { _ = try $0.entitle($1.text, menus: ["funds"], products: []) }),
      (
        "account.freeze",
        { _ = try $0.freezeAccount("T\($1.text.dropFirst())-GAS-01", of: $1.text) }
      ),
    ]

  @Test func `no change is made in a closed tenant, and all of them before`() throws {
    for (event, change) in Self.changes {
      let made = try refusal {
        try firm.registry.change(as: .unchecked(TestExchange.staff), dryRun: true) {
          try change($0, firm.tenant)
        }
      }
      #expect(made == nil, "\(event)")
    }
    try close()
    let before = try firm.exchange.rowCounts()
    for (event, change) in Self.changes {
      let refused = try refusal {
        try firm.act(as: TestExchange.staff) { try change($0, firm.tenant) }
      }
      #expect(refused == .conflict(.tenant(.closed)), "\(event)")
    }
    #expect(try firm.exchange.rowCounts() == before)
  }

  @Test func `sessions that are left are still ended, and others' tenants go on`() throws {
    try close()
    _ = try firm.exchange.session(of: "trader-001")
    let ended = try firm.act(as: TestExchange.staff) {
      try $0.endSessions(ofOperator: "trader-001", in: firm.tenant)
    }
    #expect(ended == 1)
    try other.act(as: second) { try $0.deleteRole("交易员") }
    #expect(throws: IAMError.conflict(.tenant(.closed))) { try close() }
  }

  @Test func `a document is applied to no closed tenant either`() throws {
    try close()
    let document = try ConfigurationDocument(
      ["format": "iamctl/1", "tenant": .string(firm.tenant.text), "roles": []])
    #expect(throws: IAMError.conflict(.tenant(.closed))) {
      try firm.act(as: TestExchange.staff) { try $0.apply(document) }
    }
  }
}

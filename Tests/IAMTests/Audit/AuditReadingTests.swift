import Policy
import TestSupport
import Testing

@testable import IAM

/// Who sees which rows, in which order; and that any row can be proved.
struct AuditReadingTests {
  private let trail: AuditTrail
  private let staff = Identity.unchecked(TestExchange.staff)
  private let master = Identity.unchecked(Username(unchecked: "master-01"))

  init() throws { trail = try AuditTrail() }

  private func rows(_ identity: Identity, _ filter: AuditFilter = AuditFilter()) throws
    -> [AuditEntry]
  {
    try trail.registry.inquire(as: identity) { try $0.auditEntries(filter) }
  }

  @Test func `staff see all rows in order, a member its own`() throws {
    #expect(try rows(staff).map(\.sequence) == Array(0..<12))
    let own = try rows(master)
    #expect(own.map(\.sequence) == [3, 5, 7, 9, 11])
    #expect(own.allSatisfy { $0.tenant == "M000001" })
    #expect(try rows(staff, AuditFilter(tenant: TenantCode("M000001"))) == own)
    #expect(try rows(master, AuditFilter(tenant: TenantCode("M000001"))) == own)
  }

  @Test func `another tenant's trail is not found, whether it exists or not`() throws {
    for code in ["EX", "M000009"] {
      #expect(throws: IAMError.notFound(.tenant, code)) {
        try rows(master, AuditFilter(tenant: TenantCode(code)))
      }
    }
  }

  @Test func `filters narrow, and a limit keeps the newest`() throws {
    #expect(try rows(staff, AuditFilter(limit: 3)).map(\.sequence) == [9, 10, 11])
    #expect(try rows(staff, AuditFilter(limit: 0)).isEmpty)
    #expect(try rows(master, AuditFilter(limit: 2)).map(\.sequence) == [9, 11])
    #expect(try rows(staff, AuditFilter(event: "test")).count == 11)
    #expect(try rows(staff, AuditFilter(event: "test.member")).count == 1)
    #expect(try rows(staff, AuditFilter(event: "tes")).isEmpty)
    #expect(try rows(staff, AuditFilter(actor: "staff-01")).count == 10)
    trail.exchange.clock.advance(by: .seconds(1))
    let since = trail.exchange.clock.now
    try trail.add(2)
    #expect(try rows(staff, AuditFilter(since: since)).map(\.sequence) == [12, 13])
  }

  @Test func `every row is proved in every tree that holds it`() throws {
    try trail.registry.inquire(as: staff) { inquiry in
      for size in 1...Int64(12) {
        for row in 0..<size {
          let proof = try inquiry.auditProof(of: row, size: size)
          #expect(proof.holds)
          var forged = proof
          forged.entry.actor = "forged-1"
          #expect(!forged.holds)
        }
      }
    }
  }

  @Test func `a proof of a row that is not there or not yours is not found`() throws {
    #expect(throws: IAMError.notFound(.auditEntry, "12")) {
      try trail.registry.inquire(as: staff) { try $0.auditProof(of: 12) }
    }
    #expect(throws: IAMError.notFound(.auditEntry, "-1")) {
      try trail.registry.inquire(as: staff) { try $0.auditProof(of: -1) }
    }
    #expect(throws: IAMError.notFound(.auditEntry, "0")) {
      try trail.registry.inquire(as: master) { try $0.auditProof(of: 0) }
    }
    for size in [3, 13] as [Int64] {
      let error = #expect(throws: IAMError.self) {
        try trail.registry.inquire(as: staff) { try $0.auditProof(of: 3, size: size) }
      }
      #expect(error?.code == "invalid-size")
    }
    #expect(try trail.registry.inquire(as: master) { try $0.auditProof(of: 3) }.holds)
  }

  @Test func `only staff verify the whole trail`() throws {
    #expect(
      throws: IAMError.denied(
        .outsideEntitlement, menu: MenuCode(unchecked: "exchange.audit.read"))
    ) {
      try trail.registry.inquire(as: master) { try $0.verifyAudit() }
    }
    #expect(throws: IAMError.notLoggedIn) {
      try trail.registry.inquire(as: .nobody) { try $0.verifyAudit() }
    }
  }
}

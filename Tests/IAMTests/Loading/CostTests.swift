import Policy
import TestSupport
import Testing

@testable import IAM

/// What a change costs does not depend on how many operators the tenant has.
@Suite struct CostTests {
  /// The steps of SQLite's virtual machine for one assignment.
  private func cost(ofTenantWith count: Int) throws -> (steps: Int, scans: Int) {
    let firm = try Firm()
    try firm.department("交易部", administeredBy: "admin-001")
    try firm.hire("trader-001", as: "admin-001")
    try firm.registry.change(as: .nobody) { change in
      let tenant = try change.reading.tenantID(firm.tenant)
      try change.perform(Intent("test.crowd", in: tenant, on: "crowd", need: .nothing)) {
        let home = try change.reading.groupID("交易部", in: tenant)
        for number in 1...count {
          let id = try change.insertOperator(
            NewOperator(
              username: Username(unchecked: "crowd-\(number)-x"), name: "某人", tenant: tenant,
              home: home))
          try change.give(.menu("trade"), to: .operator(id))
        }
        return Recorded()
      }
      try change.forgetTouched()
    }
    func assign(_ product: ProductCode) throws {
      try firm.act(as: "admin-001") {
        try $0.assign(Assignment(menus: ["trade"], products: [product]), to: "trader-001")
      }
    }
    try assign("PNG.SH")
    let counters = firm.registry.database.counters
    let steps = counters.virtualMachineSteps
    let scans = counters.fullScanSteps
    try assign("PNG.BJ")
    return (counters.virtualMachineSteps - steps, counters.fullScanSteps - scans)
  }

  @Test func `one assignment costs as much among 2000 operators as among 50`() throws {
    let small = try cost(ofTenantWith: 50)
    let large = try cost(ofTenantWith: 2000)
    #expect(Double(large.steps) <= 1.5 * Double(small.steps))
    // No table is read whole but the few peaks of the audit trail's frontier, which are all meant.
    #expect(large.scans == small.scans)
    #expect(large.scans < 10)
    #expect(small.steps < 20_000)
  }
}

import Policy
import TestSupport
import Testing

@testable import IAM

/// The n-th statement of an operation fails, for every n: nothing is left behind.
@Suite struct FaultTests {
  private let firm: Firm

  init() throws {
    firm = try Firm()
    try firm.department("交易部", administeredBy: "admin-001")
    try firm.hire("trader-001", as: "admin-001")
    try firm.act { change in
      try change.createMenuGroup("交易员", preset: "trader")
      try change.createRole("主管")
    }
  }

  /// SQLITE_IOERR.
  private static let failure: Int32 = 10

  private func holdsOnFaults(
    as actor: Username = Firm.master, _ body: (borrowing Change) throws -> Void
  ) throws -> Int {
    let faults = FaultPlan(code: Self.failure)
    let registry = Registry(
      database: try Database(
        path: firm.exchange.path, mode: .readWrite, migrations: Schema.migrations, faults: faults),
      services: firm.registry.services)
    let before = try firm.registry.database.read { try Snapshot.rows(of: nil, $0) }
    for position in 1...500 {
      faults.arm(position: position)
      do {
        try registry.change(as: .unchecked(actor)) { try body($0) }
        #expect(faults.isPending)
        return position
      } catch is DatabaseError {
        faults.arm(position: 0)
        let after = try firm.registry.database.read { try Snapshot.rows(of: nil, $0) }
        #expect(before == after, "statement \(position)")
      }
    }
    return 500
  }

  @Test func `making an operator is all or nothing`() throws {
    let password = IssuedPassword(text: "-", hash: firm.registry.services.hasher.standIn)
    let statements = try holdsOnFaults(as: "admin-001") { change in
      _ = try change.createOperator(
        OperatorDraft(
          username: "trader-002", name: PersonName("某人"), mobile: Mobile("13812345678")),
        password: password)
    }
    #expect((30..<500).contains(statements))
    #expect(try firm.ask { try $0.operators() }.map(\.username).contains("trader-002"))
  }

  @Test func `assigning is all or nothing`() throws {
    let statements = try holdsOnFaults(as: "admin-001") { change in
      try change.assign(
        Assignment(menus: ["trade", "delivery"], products: ["PNG"], everyAccount: true),
        to: "trader-001")
    }
    #expect((30..<500).contains(statements))
    #expect(try firm.decide("trader-001", "trade.listing.view") == [])
  }

  @Test func `filling a pool and a role, and deleting a set, are all or nothing`() throws {
    let statements = try holdsOnFaults { change in
      try change.changePool(of: "交易部", adding: PoolParts(menus: ["funds"], products: ["LNG"]))
      try change.grant(RoleParts(menus: ["funds"], products: ["LNG"]), toRole: "主管")
      try change.deleteMenuGroup("交易员")
    }
    #expect((30..<500).contains(statements))
    #expect(try firm.ask { try $0.menuGroups() } == [])
  }
}

import Policy
import TestSupport
import Testing

@testable import IAM

/// What a change costs depends on what it changes, not on how many operators the tenant has.
@Suite(.serialized) struct CostTests {
  /// A department with an administrator, a trader, and so many more operators who hold one role.
  private struct Crowd {
    let firm: Firm
    let count: Int

    init(_ count: Int) throws {
      firm = try Firm()
      self.count = count
      try firm.department("交易部", administeredBy: "admin-001")
      try firm.hire("trader-001", as: "admin-001")
      try firm.act { change in
        try change.createRole("众人")
        try change.grant(RoleParts(menus: ["trade.listing.view"]), toRole: "众人")
        try change.createRole("另一")
        try change.createSeparation(
          Separation(name: "分离", kind: .static, limit: 2, roles: ["众人", "另一"]))
      }
      let (tenant, home, role) = try firm.registry.database.read { [code = firm.tenant] in
        let tenant = try $0.tenantID(code)
        return (
          tenant, try $0.groupID("交易部", in: tenant), try $0.roleID("众人", in: tenant)
        )
      }
      try firm.registry.fill { writer in
        for number in 1...count {
          let id = try writer.addOperator("crowd-\(number)-x", of: tenant, home: home)
          try writer.give(role: role, toOperator: id, orGroup: nil)
        }
      }
    }

    /// What one change costs: the median of five, after one that fills the caches.
    func cost(
      _ change: (borrowing Change, _ turn: Int) throws -> Void, as actor: Username = "admin-001"
    ) throws -> Cost {
      let counters = firm.registry.database.counters
      var costs: [Cost] = []
      for turn in 0...5 {
        let start = (counters.virtualMachineSteps, counters.fullScanSteps)
        let time = try ContinuousClock().measure {
          try firm.act(as: actor) { try change($0, turn) }
        }
        costs.append(
          Cost(
            steps: counters.virtualMachineSteps - start.0, scans: counters.fullScanSteps - start.1,
            time: time))
      }
      let counted = costs.dropFirst()
      return Cost(
        steps: counted.map(\.steps).sorted()[2], scans: counted.map(\.scans).max() ?? 0,
        time: counted.map(\.time).sorted()[2])
    }
  }

  private struct Cost {
    var steps: Int
    var scans: Int
    var time: Duration
  }

  private static let products: [ProductCode] = [
    "PNG.SH", "PNG.BJ", "PNG.WH", "PNG.GZ", "PNG.CD", "PNG.LZ",
  ]

  @Test func `one assignment costs as much among 10000 operators as among 50`() throws {
    let costs = try [50, 10_000].map { count in
      try Crowd(count).cost { change, turn in
        try change.assign(
          Assignment(menus: ["trade"], products: [Self.products[turn]]), to: "trader-001")
      }
    }
    print(
      "an assignment among 50: \(costs[0].steps) steps, \(costs[0].time);",
      "among 10000: \(costs[1].steps) steps, \(costs[1].time);",
      "ratio of times \(costs[1].time / costs[0].time)")
    #expect(Double(costs[1].steps) <= 1.5 * Double(costs[0].steps))
    #expect(costs[0].steps < 20_000)
    // No table is read whole because no index served.
    #expect(costs.map(\.scans) == [0, 0])
  }

  @Test func `a change of a role costs by those who hold it, and nothing for the master`() throws {
    let counts = [100, 400]
    let crowds = try counts.map(Crowd.init)
    func edit(by actor: Username) throws -> [Cost] {
      try crowds.map { crowd in
        try crowd.cost(
          { change, turn in
            turn % 2 == 0
              ? try change.grant(RoleParts(menus: ["trade.bidding.view"]), toRole: "众人")
              : try change.revoke(RoleParts(menus: ["trade.bidding.view"]), fromRole: "众人")
          }, as: actor)
      }
    }
    for actor in ["admin-001", Firm.master] as [Username] {
      let costs = try edit(by: actor)
      print(
        "a role of \(counts) edited by \(actor): \(costs.map(\.steps)) steps,",
        "\(costs.map(\.time))")
      #expect(costs.map(\.scans) == [0, 0])
      // Four times the holders: at most a little more than four times the work.
      #expect(Double(costs[1].steps) <= 4.5 * Double(costs[0].steps))
      if actor == Firm.master { #expect(costs[1].steps < 2 * costs[0].steps) }
    }
  }
}

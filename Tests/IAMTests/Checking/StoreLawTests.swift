import Policy
import TestSupport
import Testing

@testable import IAM

/// A tenant read straight from the tables answers as the definition does on what the loader of the
/// definition reads.
@Suite struct StoreLawTests {
  let exchange: TestExchange
  let tenant: Int64 = 2

  init() throws {
    exchange = try TestExchange()
    try exchange.addMember(Username(unchecked: "master-01"), products: ["PNG", "LNG"])
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `both ways of reading a tenant agree`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    try exchange.arrange(in: TenantCode("M000001") ?? .exchange) { change, tenant in
      try RandomRows(tenant: tenant).insert(into: change, &random)
    }
    try exchange.registry.database.read { reading in
      let catalogue = try reading.compiledCatalogue(version: 1)
      let compiled = try #require(try TenantLoader.load(tenant, catalogue, from: reading))
      let people = try reading.all("SELECT id, username FROM operator WHERE tenant_id = ?", tenant)
      {
        (id: try $0.int(0), name: try $0.code(1, Username.init))
      }
      let scope = PolicyScope(operators: Set(people.map(\.id)))
      let policy = try #require(try PolicyLoader.load(scope, of: tenant, from: reading))
      var allowed = 0
      for _ in 0..<1500 {
        let person = random.pick(people)
        let check = RandomRows.check(person.name, &random)
        let request = Request(
          username: person.name, target: check.target, instant: exchange.clock.now,
          session: check.session)
        let number = try #require(compiled.operatorNumber(id: person.id))
        let target = CompiledTarget(
          menu: catalogue.leafTable.number(check.menu),
          product: compiled.productNumber(check.product),
          account: compiled.accountNumber(check.account))
        let fast = TenantView(compiled).verdict(
          number, target, at: exchange.clock.now,
          paymentVerified: check.session.paymentVerified, keyVerified: false)
        #expect(fast == policy.decide(request).verdict, "\(check)")
        if fast.isAllowed { allowed += 1 }
      }
      #expect(allowed > 20)
    }
  }

  @Test func `loading a tenant reads no table whole, and costs by its own size`() throws {
    try exchange.addMember(Username(unchecked: "master-02"))
    let alone = try cost()
    try exchange.registry.fill { writer in
      for number in 0..<20 {
        let (tenant, root) = try writer.addTenant("X\(1000 + number)", menu: "trade")
        let role = try writer.addRole("role", of: tenant)
        for place in 0..<20 {
          let person = try writer.addOperator("op-\(number)-\(place)-xx", of: tenant, home: root)
          try writer.give(role: role, toOperator: person, orGroup: nil)
        }
      }
    }
    let among = try cost()
    #expect(alone.scans == 0 && among.scans == 0)
    #expect(among.steps == alone.steps)
  }

  private func cost() throws -> (steps: Int, scans: Int) {
    let database = exchange.registry.database
    return try database.read { reading in
      let catalogue = try reading.compiledCatalogue(version: 1)
      let before = (database.counters.virtualMachineSteps, database.counters.fullScanSteps)
      _ = try TenantLoader.load(tenant, catalogue, from: reading)
      return (
        database.counters.virtualMachineSteps - before.0,
        database.counters.fullScanSteps - before.1
      )
    }
  }

  @Test func `a question about a tenant that is loaded asks the store nothing`() throws {
    let checker = try PermissionChecker(database: exchange.path)
    let reader = checker.reader()
    let check = Check(operator: "master-01", menu: "trade.contracts", account: "T000001-GAS-01")
    #expect(try reader.check(check).isAllowed)
    let before = try #require(reader.store).database.counters.executions
    for _ in 0..<100 { _ = try reader.check(check) }
    // The files, and with them the version of the data, are looked at once a tick.
    let ran = try #require(reader.store).database.counters.executions - before
    #expect(ran < 40)
  }
}

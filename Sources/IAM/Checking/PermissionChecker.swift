public import Policy
internal import Synchronization

/// Decides for other services, in their own process, on the store that the administration changes.
///
/// ```swift
/// let checker = try PermissionChecker(database: path)
/// let reader = checker.reader()  // one a thread or task
/// let answer = try reader.check(
///   Check(operator: "trader-001", menu: "trade.listing.create", product: "PNG.SH.D1",
///     account: "T000001-GAS-01", session: SessionFacts(paymentVerified: true)))
/// ```
///
/// An answer is never older than the last commit that finished, in any process of the machine, before
/// the question began. Whoever uses it has authenticated the operator already: nothing is asked about
/// who asks. It only reads, and needs no more than permission to read.
public final class PermissionChecker: Sendable {
  let path: String
  let clock: @Sendable () -> Instant
  let tenants = TenantCache()
  /// An open store that nobody uses just now.
  private let spare: Mutex<StoreView?>

  /// Opens the store for reading.
  ///
  /// - Parameters:
  ///   - path: the database file; where it does not begin at the root, that of the present directory,
  ///     wherever the process goes later.
  ///   - clock: answers the present instant.
  /// - Throws: `DatabaseError` when the file is missing, foreign, newer, unsafe or not readable.
  public init(
    database path: String, clock: @escaping @Sendable () -> Instant = Instant.systemNow
  ) throws {
    self.path = try DatabaseFile.absolute(path)
    self.clock = clock
    spare = Mutex(try StoreView(self.path, edition: 0))
  }

  /// A reader that answers the questions of one thread or task.
  public func reader() -> CheckReader { CheckReader(self) }

  /// An open store for whoever asks, that of before or a new one.
  func openStore() throws -> StoreView {
    if var store = spare.withLock({ $0.take() }) {
      if try store.isCurrent() { return store }
      tenants.startAnew(after: store.origin)
    }
    return try StoreView(path, edition: tenants.edition)
  }

  /// Lends one view of what is committed; the store is kept for the next unless this fails.
  private func read<Answer>(
    _ body: (borrowing ReadTransaction) throws -> Answer
  ) throws -> Answer {
    let store = try openStore()
    let answer = try store.database.read(body)
    spare.withLock { $0 = store }
    return answer
  }

  /// Decides by the definition, on what is committed now.
  ///
  /// - Returns: the decision with the grants that decided.
  /// - Throws: `DatabaseError`.
  public func decide(_ check: Check) throws -> Decision {
    try ask(check) { $0.decide($1) }
  }

  /// Decides and tells everything that was looked at.
  public func explain(_ check: Check) throws -> Explanation {
    try ask(check) { $0.explain($1) }
  }

  /// What an operator can do; empty for one that is unknown.
  public func can(_ username: String) throws -> [Ability] {
    let check = Check(operator: username, menu: "")
    return try ask(check) { $0.abilities(of: $1.username, at: $1.instant) }
  }

  /// Who can do something in a tenant, in the order of the usernames.
  ///
  /// - Throws: `IAMError.notFound` for a tenant, action, product or account that is not there.
  public func whoCan(_ question: WhoCan, in tenant: String) throws -> [Username] {
    try read { reading in
      guard let code = TenantCode(tenant) else { throw IAMError.notFound(.tenant, tenant) }
      let id = try reading.tenantID(code)
      let people = try reading.all("SELECT id FROM operator WHERE tenant_id = ?", id) {
        try $0.int(0)
      }
      let scope = PolicyScope(operators: Set(people))
      guard let policy = try PolicyLoader.load(scope, of: id, from: reading) else { return [] }
      return try policy.whoCan(question, at: clock()).sorted()
    }
  }

  private func ask<Answer>(
    _ check: Check, _ body: (TenantPolicy, Request) throws -> Answer
  ) throws -> Answer {
    try read { reading in
      let username = Username(check.operator)
      let found =
        if let username { try reading.findOperator(username) } else {
          nil as (id: Int64, tenant: Int64)?
        }
      let request = Request(
        username: username ?? Check.nobody, target: check.target,
        instant: check.instant ?? clock(), session: check.session)
      var policy = TenantPolicy(
        catalogue: Catalogue(), tenant: Tenant.nowhere, entitlement: Entitlement.nothing)
      if let found,
        try check.tenant.map({ try reading.code(ofTenant: found.tenant) == $0 }) != false,
        let loaded = try PolicyLoader.load(
          PolicyScope(operators: [found.id]), of: found.tenant, from: reading)
      {
        policy = loaded
      }
      return try body(policy, request)
    }
  }
}

extension Tenant {
  /// A tenant without operators, in which every operator is unknown.
  fileprivate static let nowhere = Tenant(
    code: .exchange, kind: .exchange, state: .closed, hasBeenApproved: false)
}

extension Entitlement {
  fileprivate static let nothing = Entitlement(menus: MenuSet(), products: ProductSet())
}

public import Policy

/// One consistent view of the store, lent to a closure for the questions of one caller.
public struct Inquiry: ~Copyable {
  let reading: ReadTransaction
  /// The instant at which everything is asked.
  public let now: Instant
  let services: Services
  let identity: Identity
  let progress: ChangeProgress

  /// The operator who asks.
  ///
  /// - Throws: `notLoggedIn`.
  func requireActing() throws -> ActingOperator {
    guard let actor = try reading.actingOperator(identity, at: now) else {
      throw IAMError.notLoggedIn
    }
    progress.actor = actor
    return actor
  }

  /// The caller and the tenant it asks about, once the caller's menu has been decided.
  ///
  /// - Parameters:
  ///   - menu: what seeing this takes.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  func require(
    _ menu: String, in tenant: TenantCode?
  ) throws -> (actor: ActingOperator, tenant: Int64) {
    let actor = try requireActing()
    let id = try reading.tenant(named: tenant, for: actor)
    try require(menu, of: actor, in: id)
    return (actor, id)
  }

  /// Lets an operator pass who holds a menu in a tenant; a denial is recorded under that menu.
  func require(_ menu: String, of actor: ActingOperator, in tenant: Int64) throws {
    progress.intent = Intent(menu, in: tenant, on: "", need: .menu(menu, over: .tenant))
    try reading.require(menu, for: actor, in: tenant, at: now)
  }
}

extension Registry {
  /// Asks questions as one caller, at one instant, on one consistent view of the store.
  ///
  /// Nothing is written, unless the caller is denied: that leaves its row in the audit trail.
  ///
  /// - Throws: `IAMError`, `DatabaseError`, or what the body throws.
  public func inquire<Answer>(
    as identity: Identity, _ body: (borrowing Inquiry) throws -> Answer
  ) throws -> Answer {
    try recordingDenials { progress in
      try database.read(
        lending: {
          Inquiry(
            reading: $0, now: services.clock(), services: services, identity: identity,
            progress: progress)
        }, body)
    }
  }
}

extension Inquiry: LentTransaction {
  func withConnection<Result>(_ body: (borrowing Connection) throws -> Result) rethrows -> Result {
    try reading.withConnection(body)
  }

  consuming func end() -> Connection { reading.end() }
}

internal import Policy

extension ReadTransaction {
  /// The operator behind an identity, or `nil` for nobody.
  func actingOperator(_ identity: Identity, at now: Instant) throws -> ActingOperator? {
    switch identity.proof {
    case .nobody: return nil
    case .session(let token):
      guard let session = try session(token, at: now) else { throw IAMError.notLoggedIn }
      return try actingOperator(session.operatorID, session: session)
    case .unchecked(let username):
      guard let found = try findOperator(username) else { throw IAMError.notLoggedIn }
      return try actingOperator(found.id, session: nil)
    }
  }

  private func actingOperator(_ id: Int64, session: SessionRow?) throws -> ActingOperator? {
    try first(
      """
      SELECT o.username, o.tenant_id, t.code, t.kind = 'exchange'
      FROM operator o JOIN tenant t ON t.id = o.tenant_id WHERE o.id = ?
      """, id
    ) { row in
      ActingOperator(
        id: id, username: try row.code(0, Username.init), tenant: try row.int(1),
        tenantCode: try row.code(2, TenantCode.init), isStaff: try row.bool(3),
        session: session?.id, facts: session?.facts ?? SessionFacts())
    }
  }

  /// Lets an operator pass who holds a menu: its own in its own tenant, the `exchange.` menu that
  /// stands for it in another, if it is staff. Another tenant is not there for anybody else.
  func require(
    _ menu: String, for actor: ActingOperator, in tenant: Int64, at now: Instant
  ) throws {
    var menu = MenuCode(unchecked: menu)
    // Whatever its stage, no tenant but the exchange itself comes to hold these.
    if menu.root.text == "exchange", !actor.isStaff {
      throw IAMError.denied(.outsideEntitlement, menu: menu)
    }
    if actor.tenant != tenant {
      guard actor.isStaff else { throw IAMError.notFound(.tenant, try code(ofTenant: tenant)) }
      if menu.root.text != "exchange" {
        guard let staffMenu = StaffMenus.menu(for: menu.text) else {
          throw IAMError.denied(.outsideEntitlement, menu: menu)
        }
        menu = MenuCode(unchecked: staffMenu)
      }
    }
    let decision = try decide(
      Target(menu: menu), for: actor.username, id: actor.id, in: actor.tenant, at: now,
      session: actor.facts)
    if let reason = decision.reasons.first { throw IAMError.denied(reason, menu: menu) }
  }

  /// Decides one request on the part of the tenant that it concerns.
  func decide(
    _ target: Target, for username: Username, id: Int64, in tenant: Int64, at now: Instant,
    session: SessionFacts
  ) throws -> Decision {
    guard let policy = try PolicyLoader.load(PolicyScope(operators: [id]), of: tenant, from: self)
    else { return .denied(.operatorUnknown, revision: 0) }
    return policy.decide(
      Request(username: username, target: target, instant: now, session: session))
  }

  /// Lets an operator pass whose authority reaches what it is going to change.
  func requireReach(_ reach: Reach, of actor: ActingOperator, in tenant: Int64) throws {
    guard reach != .tenant, actor.tenant == tenant else { return }
    var scope = PolicyScope(operators: [actor.id])
    switch reach {
    case .operator(let id): scope.operators.insert(id)
    case .group(let id), .above(let id): scope.groups.insert(id)
    case .tenant, .wholeTenant, .definitions: break
    }
    guard let policy = try PolicyLoader.load(scope, of: tenant, from: self) else { return }
    let authority = Authority(of: .insider(actor.username), in: policy)
    switch reach {
    case .tenant: break
    case .wholeTenant:
      guard authority.isWholeTenant else { throw IAMError.refused([.groupNotYours(.rootGroup)]) }
    case .definitions:
      guard authority.isWholeTenant || !authority.administered.isEmpty else {
        throw IAMError.refused([.groupNotYours(.rootGroup)])
      }
    case .group(let id):
      guard let group = try groupRow(id)?.name, authority.administers(group, in: policy) else {
        throw IAMError.refused([.groupNotYours(try groupRow(id)?.name ?? .rootGroup)])
      }
    case .above(let id):
      guard let group = try groupRow(id)?.name, authority.standsAbove(group, in: policy) else {
        throw IAMError.refused([.groupNotYours(try groupRow(id)?.name ?? .rootGroup)])
      }
    case .operator(let id):
      guard let person = try operatorRow(id)?.username, authority.mayActOn(person, in: policy)
      else {
        throw IAMError.refused([.operatorNotYours(try operatorRow(id)?.username ?? actor.username)])
      }
    }
  }

  /// The code of a tenant by its id.
  func code(ofTenant id: Int64) throws -> String {
    try first("SELECT code FROM tenant WHERE id = ?", id) { try $0.text(0) } ?? ""
  }
}

public import Policy

extension Inquiry {
  /// Who can do what in a tenant: what each operator that the caller sees holds now, ceilings
  /// applied, whatever its state; operators without anything have one row without menus.
  ///
  /// - Parameter tenant: the caller's own unless staff name another.
  /// - Returns: by username, then in the order of the grants.
  /// - Throws: `denied` without `reports.read`; `notFound`.
  /// - Complexity: O(size of the tenant) memory and time.
  public func accessReport(of tenant: TenantCode? = nil) throws -> [AccessRow] {
    let (actor, id) = try require("reports.read", in: tenant)
    let view = try OperatorView(of: actor, in: id, reading)
    let people = try reading.all(
      """
      SELECT id, username, name, home_group_id FROM operator WHERE tenant_id = ?
      ORDER BY username
      """, id
    ) { row in
      (
        id: try row.int(0), username: try row.code(1, Username.init), name: try row.text(2),
        home: try row.int(3)
      )
    }.filter { view.sees($0.id, home: $0.home) }
    let scope = PolicyScope(operators: Set(people.map(\.id)))
    guard let policy = try PolicyLoader.load(scope, of: id, from: reading) else { return [] }
    return people.flatMap { person -> [AccessRow] in
      guard let facts = policy.operators[person.username] else { return [] }
      let empty = AccessRow(
        username: person.username, name: person.name, state: facts.state, group: facts.home,
        menus: [], products: [], accounts: [], source: "")
      let rows = policy.can(person.username, at: now).map { grant in
        var row = empty
        row.menus = grant.effective.menus.nodes.sorted()
        row.products = grant.effective.products.nodes.sorted()
        row.accounts = grant.effective.accounts.listing
        row.source = grant.source.listing
        return row
      }
      return rows.isEmpty ? [empty] : rows
    }
  }

  /// The operators of a tenant who have not logged in for some time, or never; of those whom the
  /// caller sees.
  ///
  /// - Parameters:
  ///   - days: how many days without a login, 0 or more; who has never logged in always counts.
  ///   - tenant: the caller's own unless staff name another.
  /// - Returns: never logged in first, then the longest absent; those who have left are not there.
  /// - Throws: `denied` without `reports.read`; `notFound`.
  public func inactiveReport(
    days: Int, of tenant: TenantCode? = nil
  ) throws -> [InactiveOperator] {
    let (actor, id) = try require("reports.read", in: tenant)
    let view = try OperatorView(of: actor, in: id, reading)
    let limit = now + .seconds(-86_400 * Int64(clamping: min(max(0, days), 1_000_000)))
    return try reading.all(
      """
      SELECT o.username, o.name, o.state, g.name, o.created_at, l.last_login_at, o.id, g.id
      FROM operator o JOIN user_group g ON g.id = o.home_group_id
      LEFT JOIN login_record l ON l.operator_id = o.id
      WHERE o.tenant_id = ? AND o.state <> 'offboarded'
        AND (l.last_login_at IS NULL OR l.last_login_at <= ?)
      ORDER BY l.last_login_at IS NOT NULL, l.last_login_at, o.username
      """, id, limit.milliseconds
    ) { row in
      guard view.sees(try row.int(6), home: try row.int(7)) else { return nil }
      return InactiveOperator(
        username: try row.code(0, Username.init), name: try row.text(1),
        state: try row.code(2, Operator.State.init), group: try row.code(3, Name.init),
        createdAt: try row.instant(4), lastLoginAt: try row.instantOrNil(5))
    }.compactMap(\.self)
  }

  /// The applications for qualifications and what was decided on them, oldest first.
  ///
  /// Staff see those of all tenants with `exchange.members.read`; who decided is shown to staff only.
  ///
  /// - Parameter tenant: the caller's own; for staff all unless they name one.
  /// - Throws: `denied` without `reports.read`; `notFound`.
  public func reviewReport(of tenant: TenantCode? = nil) throws -> [ReviewRow] {
    let actor = try requireActing()
    var only: Int64?
    if actor.isStaff && tenant == nil {
      _ = try require("exchange.members.read", in: nil)
    } else {
      only = try require("reports.read", in: tenant).tenant
    }
    return try reading.all(
      """
      SELECT t.code, t.name, a.qualification, a.state, a.applied_at, a.decided_at, o.username,
        a.reason
      FROM application a JOIN tenant t ON t.id = a.tenant_id
      LEFT JOIN operator o ON o.id = a.decided_by
      WHERE ?1 IS NULL OR a.tenant_id = ?1 ORDER BY a.applied_at, a.id
      """, only
    ) { row in
      ReviewRow(
        tenant: try row.code(0, TenantCode.init), name: try row.text(1),
        qualification: try row.text(2), state: try row.text(3), appliedAt: try row.instant(4),
        decidedAt: try row.instantOrNil(5),
        decidedBy: actor.isStaff ? try row.textOrNil(6) : nil, reason: try row.textOrNil(7))
    }
  }
}

extension AccountSet {
  /// The accounts in order; `nil` for every one.
  fileprivate var listing: [AccountCode]? {
    if case .some(let accounts) = self { accounts.sorted() } else { nil }
  }
}

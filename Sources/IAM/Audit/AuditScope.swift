internal import Policy

/// Which rows of the audit trail a caller may read.
struct AuditScope {
  /// The tenant whose rows they are; `nil` for all.
  let tenant: String?
  /// Of whom rows are shown, as actors or as what was acted on; `nil` for everybody.
  let seen: Set<String>?
  /// The operator for whom `seen` was read; `nil` where everybody's rows are shown.
  let viewer: Int64?

  /// The rows of all tenants, or all of one.
  init(tenant: String?) {
    self.tenant = tenant
    seen = nil
    viewer = nil
  }

  /// The rows of the caller's own tenant, of the operators that it sees.
  ///
  /// - Complexity: O(operators seen).
  init(of actor: ActingOperator, _ reading: borrowing ReadTransaction) throws {
    tenant = actor.tenantCode.text
    viewer = actor.id
    seen = Set(
      try reading.all(
        """
        WITH RECURSIVE below (id) AS (
          SELECT group_id FROM group_administrator WHERE operator_id = ?1
          UNION SELECT g.id FROM user_group g JOIN below ON g.parent_id = below.id
        )
        SELECT username FROM operator WHERE id = ?1
        UNION SELECT o.username FROM below JOIN operator o ON o.home_group_id = below.id
        """, actor.id
      ) { try $0.text(0) })
  }

  /// Whether a row is shown.
  func shows(_ entry: AuditEntry) -> Bool {
    guard tenant == nil || entry.tenant == tenant else { return false }
    return seen.map { $0.contains(entry.actor) || $0.contains(entry.object) } ?? true
  }
}

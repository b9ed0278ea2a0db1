package import Policy

/// Writes many rows at once for measurements and tests on large stores: no authorisation, no gate, no
/// audit row. Nothing that serves people may use it.
///
/// Reached by ``Registry/fill(_:)`` inside the package only; rows are plain and trusted.
package struct BulkWriter: ~Copyable {
  private let transaction: WriteTransaction
  private let numbers = BulkNumbers()

  init(_ transaction: consuming WriteTransaction) {
    self.transaction = transaction
  }

  /// A node of the menu tree, without marks.
  package func addMenu(_ code: String) throws {
    try transaction.execute("INSERT INTO menu VALUES (?, ?, ?, 0, 0)", code, code, code)
  }

  /// An approved member with its root group, to which one menu is opened.
  ///
  /// - Returns: the ids of the tenant and of its root group.
  package func addTenant(_ code: String, menu: String) throws -> (tenant: Int64, root: Int64) {
    let tenant = try next("tenant")
    try transaction.execute(
      """
      INSERT INTO tenant (id, code, kind, name, state, approved_at, created_at)
      VALUES (?, ?, 'member', ?, 'approved', 0, 0)
      """, tenant, code, code)
    try transaction.execute("INSERT INTO entitled_menu VALUES (?, ?)", tenant, menu)
    let root = try addGroup("默认用户组", of: tenant, below: nil)
    return (tenant, root)
  }

  /// A user group whose pool is everything.
  package func addGroup(_ name: String, of tenant: Int64, below parent: Int64?) throws -> Int64 {
    let group = try next("group")
    try transaction.execute(
      """
      INSERT INTO user_group (id, tenant_id, name, parent_id, pool_is_everything, created_at)
      VALUES (?, ?, ?, ?, 1, 0)
      """, group, tenant, name, parent)
    return group
  }

  /// A role without menus.
  package func addRole(_ name: String, of tenant: Int64) throws -> Int64 {
    let role = try next("role")
    try transaction.execute(
      "INSERT INTO role (id, tenant_id, name) VALUES (?, ?, ?)", role, tenant, name)
    return role
  }

  /// Names a menu in a role.
  package func insert(menu: String, intoRole role: Int64) throws {
    try transaction.execute("INSERT INTO role_menu VALUES (?, ?)", role, menu)
  }

  /// An active operator who can do nothing yet.
  package func addOperator(_ username: String, of tenant: Int64, home: Int64) throws -> Int64 {
    let id = try next("operator")
    try transaction.execute(
      """
      INSERT INTO operator (id, tenant_id, username, folded, name, state, is_master,
        home_group_id, created_at) VALUES (?1, ?2, ?3, lower(?3), ?3, 'active', 0, ?4, 0)
      """, id, tenant, username, home)
    return id
  }

  /// Lets an operator join a group.
  package func join(_ group: Int64, operator person: Int64) throws {
    try transaction.execute("INSERT INTO operator_group VALUES (?, ?)", person, group)
  }

  /// Gives a role to an operator or lets a group hand it down; exactly one of them.
  package func give(role: Int64, toOperator person: Int64?, orGroup group: Int64?) throws {
    try transaction.execute(
      "INSERT INTO holding (id, operator_id, group_id, role_id) VALUES (?, ?, ?, ?)",
      try next("holding"), person, group, role)
  }

  /// Takes a role that was given to an operator.
  package func take(role: Int64, fromOperator person: Int64) throws {
    try transaction.execute(
      "DELETE FROM holding WHERE operator_id = ? AND role_id = ?", person, role)
  }

  /// Raises the revision of a tenant, as every change does.
  ///
  /// - Returns: the new one.
  package func raiseRevision(of tenant: Int64) throws -> Int64 {
    try transaction.first(
      "UPDATE tenant SET revision = revision + 1 WHERE id = ? RETURNING revision", tenant
    ) { try $0.int(0) } ?? 0
  }

  /// A session of an operator that is open for a year.
  package func openSession(of person: Int64, _ token: SessionToken, at now: Instant) throws {
    try transaction.execute(
      """
      INSERT INTO session (id, token_digest, operator_id, created_at, expires_at, idle_limit,
        last_seen_at) VALUES (?1, ?2, ?3, ?4, ?4 + 31536000000, 31536000000, ?4)
      """, try next("session"), token.digest.bytes, person, now.milliseconds)
  }

  /// Writes the last ids back and empties the notes of what was touched.
  fileprivate func finish() throws {
    for (name, value) in numbers.last {
      try transaction.execute(
        "INSERT INTO counter VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2", name,
        value)
    }
    try transaction.execute("DELETE FROM touched")
  }

  private func next(_ name: String) throws -> Int64 {
    if numbers.last[name] == nil {
      numbers.last[name] =
        try transaction.reading.first("SELECT value FROM counter WHERE name = ?", name) {
          try $0.int(0)
        } ?? 0
    }
    numbers.last[name, default: 0] += 1
    return numbers.last[name] ?? 0
  }
}

/// The ids given out by one bulk change.
private final class BulkNumbers {
  var last: [String: Int64] = [:]
}

extension BulkWriter: LentTransaction {
  func withConnection<Result>(_ body: (borrowing Connection) throws -> Result) rethrows -> Result {
    try transaction.withConnection(body)
  }

  consuming func end() -> Connection { transaction.end() }
}

extension Registry {
  /// Fills a store in one transaction; see ``BulkWriter``.
  package func fill<Answer>(_ body: (borrowing BulkWriter) throws -> Answer) throws -> Answer {
    try database.write(rollingBack: false, lending: { BulkWriter($0) }) { writer in
      let answer = try body(writer)
      try writer.finish()
      return answer
    }
  }
}

extension Registry {
  /// Every username of every tenant, in the order of the ids; for measurements.
  package func everyUsername() throws -> [String] {
    try database.read { reading in
      try reading.all("SELECT username FROM operator WHERE tenant_id > 1 ORDER BY id") {
        try $0.text(0)
      }
    }
  }
}

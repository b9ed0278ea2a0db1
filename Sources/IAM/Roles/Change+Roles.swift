public import Policy

extension Change {
  /// Makes an empty role (角色).
  ///
  /// - Throws: `conflict(.exists)`, `denied`.
  /// - Source: C6.
  public func createRole(_ name: Name, in tenant: TenantCode? = nil) throws {
    let tenant = try place(tenant)
    try perform(roleIntent("role.create", name, in: tenant)) {
      guard try reading.findRole(name, in: tenant) == nil else {
        throw IAMError.conflict(.exists(.role, name.text))
      }
      try insertRole(name, in: tenant)
      return Recorded()
    }
  }

  /// A role's row. Part of an operation.
  @discardableResult
  func insertRole(_ name: Name, in tenant: Int64) throws -> Int64 {
    let id = try nextID("role")
    try execute("INSERT INTO role (id, tenant_id, name) VALUES (?, ?, ?)", id, tenant, name.text)
    return id
  }

  /// Gives a role another name; what it grants and who holds it stay the same.
  ///
  /// - Throws: `conflict(.exists)`, `notFound`, `refused` when somebody out of reach holds it;
  ///   `conflict(.builtIn)` for the role of a duty of the exchange's staff.
  /// - Source: C6.
  public func renameRole(_ name: Name, to new: Name, in tenant: TenantCode? = nil) throws {
    let tenant = try place(tenant)
    try perform(roleIntent("role.rename", name, in: tenant)) {
      let id = try reading.roleID(name, in: tenant)
      if let other = try reading.findRole(new, in: tenant), other != id {
        throw IAMError.conflict(.exists(.role, new.text))
      }
      try execute("UPDATE role SET name = ? WHERE id = ?", new.text, id)
      return Recorded(before: ["name": .string(name.text)], after: ["name": .string(new.text)])
    }
  }

  /// Removes a role that nobody holds, no role includes and no separation set names.
  ///
  /// - Throws: `conflict(.inUse)` naming all of these whom the caller sees; `notFound`.
  /// - Source: C6.
  public func deleteRole(_ name: Name, in tenant: TenantCode? = nil) throws {
    let tenant = try place(tenant)
    try perform(roleIntent("role.delete", name, in: tenant)) {
      let id = try reading.roleID(name, in: tenant)
      try requireUnused(
        .role, name, in: tenant, by: reading.holderNames(ofRole: id), reading.namers(ofRole: id))
      try execute("DELETE FROM role_menu WHERE role_id = ?", id)
      try execute("DELETE FROM role_product WHERE role_id = ?", id)
      try execute("DELETE FROM role_account WHERE role_id = ?", id)
      try execute("DELETE FROM role_inclusion WHERE role_id = ?", id)
      // Nobody holds it, so it is active in no session; what is left there is history.
      try execute("DELETE FROM session_role WHERE role_id = ?", id)
      try execute("DELETE FROM role WHERE id = ?", id)
      return Recorded(before: ["name": .string(name.text)])
    }
  }

  func roleIntent(_ event: String, _ name: Name, in tenant: Int64) -> Intent {
    Intent(event, in: tenant, on: name.text, need: .menu("roles.write", over: .definitions))
  }
}

public import Policy

extension Change {
  /// Puts a role into a separation set; one that is in it already stays.
  ///
  /// A static set in force is refused where somebody then violates it.
  ///
  /// - Parameters:
  ///   - role: the role.
  ///   - name: its name.
  ///   - kind: only a set of this kind; `nil` for any.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `notFound` for an unknown set or role; `conflict(.builtIn)`; `refused`.
  /// - Source: ANSI INCITS 359-2012, AddSsdRoleMember and AddDsdRoleMember.
  public func add(
    _ role: Name, toSeparation name: Name, kind: Separation.Kind? = nil,
    in tenant: TenantCode? = nil
  ) throws {
    try changeSeparation("separation.add", name, kind: kind, in: tenant) { tenant, id in
      try execute(
        "INSERT INTO separation_role VALUES (?, ?) ON CONFLICT DO NOTHING", id,
        try reading.roleID(role, in: tenant))
      return Recorded(after: ["role": .string(role.text)])
    }
  }

  /// Takes a role out of a separation set that keeps at least as many as its limit.
  ///
  /// - Parameters:
  ///   - role: the role.
  ///   - name: its name.
  ///   - kind: only a set of this kind; `nil` for any.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `notFound` for an unknown set, or a role that is not in it; `invalid` where too few
  ///   would stay; `conflict(.builtIn)`; `refused`.
  /// - Source: ANSI INCITS 359-2012, DeleteSsdRoleMember and DeleteDsdRoleMember.
  public func remove(
    _ role: Name, fromSeparation name: Name, kind: Separation.Kind? = nil,
    in tenant: TenantCode? = nil
  ) throws {
    try changeSeparation("separation.remove", name, kind: kind, in: tenant) { tenant, id in
      let removed = try execute(
        "DELETE FROM separation_role WHERE separation_id = ? AND role_id = ?", id,
        try reading.roleID(role, in: tenant))
      guard removed > 0 else { throw IAMError.notFound(.role, role.text) }
      try requireSense(ofSeparation: id)
      return Recorded(before: ["role": .string(role.text)])
    }
  }

  /// Changes from how many roles on a separation set is violated.
  ///
  /// - Parameters:
  ///   - limit: from 2 to the number of its roles.
  ///   - name: its name.
  ///   - kind: only a set of this kind; `nil` for any.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `notFound`, `invalid`, `conflict(.builtIn)`; `refused`, also where somebody then
  ///   violates a static set in force.
  /// - Source: ANSI INCITS 359-2012, SetSsdSetCardinality and SetDsdSetCardinality.
  public func setLimit(
    _ limit: Int, ofSeparation name: Name, kind: Separation.Kind? = nil,
    in tenant: TenantCode? = nil
  ) throws {
    try changeSeparation("separation.limit", name, kind: kind, in: tenant) { _, id in
      guard limit >= 2 else { throw IAMError.separationLimit }
      let former = try reading.first("SELECT role_limit FROM separation WHERE id = ?", id) {
        try $0.int(0)
      }
      try execute("UPDATE separation SET role_limit = ? WHERE id = ?", limit, id)
      try requireSense(ofSeparation: id)
      return Recorded(
        before: ["limit": .number(former ?? 0)], after: ["limit": .number(Int64(limit))])
    }
  }

  /// One operation on a separation set that is there.
  private func changeSeparation(
    _ event: String, _ name: Name, kind: Separation.Kind?, in tenant: TenantCode?,
    _ body: (_ tenant: Int64, _ id: Int64) throws -> Recorded<Void>
  ) throws {
    let tenant = try place(tenant)
    let intent = Intent(
      event, in: tenant, on: name.text, need: .menu("separation.write", over: .wholeTenant))
    try perform(intent) {
      let id = try reading.separationID(name, kind: kind, in: tenant)
      return try body(tenant, id)
    }
  }

  /// Refuses a limit beyond the number of roles that are left. Part of an operation.
  private func requireSense(ofSeparation id: Int64) throws {
    let hasSense = try reading.exists(
      """
      SELECT 1 FROM separation WHERE id = ?1
        AND role_limit <= (SELECT count(*) FROM separation_role WHERE separation_id = ?1)
      """, id)
    guard hasSense else { throw IAMError.separationLimit }
  }
}

extension IAMError {
  /// A separation set's limit that no number of its roles could reach, or every one would.
  static let separationLimit = IAMError.invalid(
    path: "limit",
    reason: Wording(zh: "须在 2 与角色数之间", en: "must be from 2 to the number of roles"))
}

public import Policy

extension Change {
  /// Makes a separation set (职责分离): nobody holds, or has active in one session, `limit` or more
  /// of its roles.
  ///
  /// A static set in force is refused where somebody violates it already.
  ///
  /// - Parameters:
  ///   - set: limit from 2 to the number of its roles.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `conflict(.exists)`; `invalid`; `notFound` naming unknown roles; `refused`.
  /// - Source: ANSI INCITS 359-2012, separation of duty relations.
  public func createSeparation(_ set: Separation, in tenant: TenantCode? = nil) throws {
    let tenant = try place(tenant)
    let intent = Intent(
      "separation.create", in: tenant, on: set.name.text,
      need: .menu("separation.write", over: .wholeTenant))
    try perform(intent) {
      try insertSeparation(set, in: tenant)
      return Recorded(
        after: [
          "kind": .string(set.kind.rawValue), "mode": .string(set.mode.rawValue),
          "limit": .number(Int64(set.limit)),
          "roles": .array(set.roles.sorted().map { .string($0.text) }),
        ])
    }
  }

  /// Removes a separation set; the built-in one of the exchange's staff stays.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - kind: only a set of this kind; `nil` for any.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `conflict(.builtIn)`, `notFound`, `refused`.
  public func deleteSeparation(
    _ name: Name, kind: Separation.Kind? = nil, in tenant: TenantCode? = nil
  ) throws {
    let tenant = try place(tenant)
    let intent = Intent(
      "separation.delete", in: tenant, on: name.text,
      need: .menu("separation.write", over: .wholeTenant))
    try perform(intent) {
      let id = try reading.separationID(name, kind: kind, in: tenant)
      try execute("DELETE FROM separation_role WHERE separation_id = ?", id)
      try execute("DELETE FROM separation WHERE id = ?", id)
      return Recorded(before: ["name": .string(name.text)])
    }
  }

  /// A separation set's rows. Part of an operation.
  func insertSeparation(_ set: Separation, in tenant: Int64) throws {
    guard (2...max(2, set.roles.count)).contains(set.limit), set.roles.count >= 2 else {
      throw IAMError.separationLimit
    }
    let isTaken = try reading.exists(
      "SELECT 1 FROM separation WHERE tenant_id = ? AND name = ?", tenant, set.name.text)
    guard !isTaken else { throw IAMError.conflict(.exists(.separation, set.name.text)) }
    let roles = try reading.things(of: Assignment(roles: set.roles.sorted()), in: tenant)
    let id = try nextID("separation")
    try execute(
      "INSERT INTO separation VALUES (?, ?, ?, ?, ?, ?)", id, tenant, set.name.text,
      set.kind.rawValue, set.mode.rawValue, set.limit)
    for case .role(let role) in roles.map(\.thing) {
      try execute("INSERT INTO separation_role VALUES (?, ?)", id, role)
    }
  }
}

extension ReadTransaction {
  /// The id of a separation set of a tenant.
  ///
  /// - Parameter kind: only a set of this kind; `nil` for any.
  /// - Throws: `notFound`.
  func separationID(
    _ name: Name, kind: Separation.Kind? = nil, in tenant: Int64
  ) throws -> Int64 {
    let id = try first(
      """
      SELECT id FROM separation WHERE tenant_id = ?1 AND name = ?2 AND (?3 IS NULL OR kind = ?3)
      """, tenant, name.text, kind?.rawValue
    ) { try $0.int(0) }
    guard let id else { throw IAMError.notFound(.separation, name.text) }
    return id
  }
}

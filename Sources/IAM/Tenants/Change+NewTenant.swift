internal import Policy

/// What a tenant is made with.
struct NewTenant {
  var code: TenantCode
  var kind: Tenant.Kind
  var name: String
  var state: Tenant.State
  var approvedAt: Instant?
  var filedUnder: Int64?
  var organisationCode: String?
}

extension Change {
  /// A tenant with its root group and what its kind is entitled to from the start.
  ///
  /// Part of an operation. The root group is made by ADMIN: `made_by` stays empty (C3).
  func insertTenant(_ new: NewTenant) throws -> Int64 {
    let id = try nextID("tenant")
    try execute(
      """
      INSERT INTO tenant (id, code, kind, name, state, approved_at, filed_under,
        organisation_code, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      id, new.code.text, new.kind.rawValue, new.name, new.state.rawValue,
      new.approvedAt?.milliseconds, new.filedUnder, new.organisationCode, now.milliseconds)
    try execute(
      """
      INSERT INTO user_group (id, tenant_id, name, pool_is_everything, created_at)
      VALUES (?, ?, ?, 1, ?)
      """, try nextID("group"), id, Name.rootGroup.text, now.milliseconds)
    let start = Seed.entitlements.first { $0.kind == new.kind.rawValue }
    for code in start?.menus ?? [] {
      try execute("INSERT INTO entitled_menu VALUES (?, ?)", id, code)
    }
    for code in start?.products ?? [] {
      try execute("INSERT INTO entitled_product VALUES (?, ?)", id, code)
    }
    return id
  }

  /// The next code of a kind of tenant: `M000001`.
  func nextTenantCode(_ kind: Tenant.Kind) throws -> TenantCode {
    let letter = kind == .member ? "M" : "I"
    return TenantCode.numbered(letter, try nextID("tenant-code-\(letter)"))
  }

  /// The master account (主账号) of a new tenant.
  ///
  /// - Source: A6.
  func insertMaster(_ username: Username, name: String, of tenant: Int64) throws -> Int64 {
    let root = try reading.rootGroup(of: tenant)
    return try insertOperator(
      NewOperator(username: username, name: name, tenant: tenant, home: root, isMaster: true))
  }
}

extension ReadTransaction {
  /// The root group of a tenant.
  func rootGroup(of tenant: Int64) throws -> Int64 {
    let root = try first(
      "SELECT id FROM user_group WHERE tenant_id = ? AND parent_id IS NULL", tenant
    ) { try $0.int(0) }
    guard let root else { throw DatabaseError(.integrity, "a tenant has no root group") }
    return root
  }
}

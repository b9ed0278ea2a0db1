internal import Policy

extension ReadTransaction {
  /// The id of a tenant.
  ///
  /// - Throws: `notFound`.
  func tenantID(_ code: TenantCode) throws -> Int64 {
    guard
      let id = try first(
        "SELECT id FROM tenant WHERE code = ?", code.text, row: { try $0.int(0) })
    else { throw IAMError.notFound(.tenant, code.text) }
    return id
  }

  /// The tenant that an operator acts in: its own, or the one that staff name.
  ///
  /// - Throws: `notFound` when somebody who is not staff names another, with the same text as for one
  ///   that does not exist.
  func tenant(named code: TenantCode?, for actor: ActingOperator) throws -> Int64 {
    guard let code, code != actor.tenantCode else { return actor.tenant }
    guard actor.isStaff else { throw IAMError.notFound(.tenant, code.text) }
    return try tenantID(code)
  }

  /// The id of an operator of a tenant.
  ///
  /// - Throws: `notFound` for one that does not exist and for one of another tenant.
  func operatorID(_ username: Username, in tenant: Int64) throws -> Int64 {
    guard let found = try findOperator(username), found.tenant == tenant else {
      throw IAMError.notFound(.operator, username.text)
    }
    return found.id
  }

  /// The id of a user group of a tenant.
  ///
  /// - Throws: `notFound`.
  func groupID(_ name: Name, in tenant: Int64) throws -> Int64 {
    guard
      let id = try first(
        "SELECT id FROM user_group WHERE tenant_id = ? AND name = ?", tenant, name.text,
        row: { try $0.int(0) })
    else { throw IAMError.notFound(.group, name.text) }
    return id
  }
}

internal import Policy

extension PasswordPolicyLayer {
  /// What holds at the exchange until staff set something else.
  static let standard = PasswordPolicyLayer(authority: .exchange, profile: .mlps3)
}

extension PasswordPolicy {
  /// Refuses a new login password that breaks any rule, naming all that it breaks.
  func require(_ password: Secret, context: PasswordContext) throws {
    let failures = failures(of: password, context: context)
    guard failures.isEmpty else { throw IAMError.weakPassword([.login: failures]) }
  }
}

extension ReadTransaction {
  /// The exchange's layer, or that of a tenant; `nil` for a tenant that has set nothing.
  func passwordLayer(of tenant: Int64?) throws -> PasswordPolicyLayer? {
    var layer =
      tenant == nil
      ? PasswordPolicyLayer.standard : PasswordPolicyLayer(authority: .tenant, profile: nil)
    let rows = try all(
      """
      SELECT rule, value FROM password_rule
      WHERE tenant_id = coalesce(?, (SELECT id FROM tenant WHERE kind = 'exchange'))
      """, tenant
    ) { (setting: try $0.code(0, PasswordSetting.init(key:)), value: try $0.text(1)) }
    for row in rows { try layer.set(row.setting, to: row.value) }
    return tenant != nil && rows.isEmpty ? nil : layer
  }

  /// The rules that hold for an operator: the strictest of exchange, tenant and class.
  func passwordPolicy(for operatorID: Int64) throws -> PasswordPolicy {
    let tenant = try first(
      """
      SELECT t.id FROM operator o JOIN tenant t ON t.id = o.tenant_id
      WHERE o.id = ? AND t.kind <> 'exchange'
      """, operatorID
    ) { try $0.int(0) }
    return PasswordPolicy(
      exchange: try passwordLayer(of: nil) ?? .standard,
      tenant: try tenant.flatMap { try passwordLayer(of: $0) },
      for: PasswordHolder(isAdministrator: try isAdministrator(operatorID)))
  }
}

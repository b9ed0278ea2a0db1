internal import Policy

extension Change {
  /// Binds the own-funds bank account of the caller's tenant, and ends every session there.
  ///
  /// - Throws: `conflict` before the profile was submitted and once an account is bound;
  ///   `keyUnavailable`.
  /// - Source: A8.
  @discardableResult
  public func bindBank(_ binding: BankBinding) throws -> TenantStanding {
    try performInside("member.bank", tenant: nil, need: "funds.own.bind") { tenant in
      guard try reading.hasProfile(tenant.id) else { throw IAMError.conflict(.profileMissing) }
      if try reading.hasBank(tenant.id) { throw IAMError.conflict(.bankBound) }
      let sealed = try services.seal(
        binding.accountNumber.text, EnvelopePlace(bankAccountOf: tenant.id, tenant.code))
      try execute(
        "INSERT INTO bank_binding VALUES (?, ?, ?, ?, ?)", tenant.id, binding.bank.text,
        binding.holder.text, sealed, now.milliseconds)
      let state = tenant.state == .profiled ? .bankBound : tenant.state
      try execute("UPDATE tenant SET state = ? WHERE id = ?", state.rawValue, tenant.id)
      try endSessions(ofTenant: tenant.id, reason: .bankBound)
      return Recorded(
        TenantStanding(tenant: tenant.code, state: state),
        before: ["state": .string(tenant.state.rawValue)],
        after: ["state": .string(state.rawValue), "bank": .string(binding.bank.text)])
    }
  }

  /// Ends every open session of a tenant's operators. Part of an operation.
  func endSessions(ofTenant tenant: Int64, reason: SessionEnd) throws {
    try execute(
      """
      UPDATE session SET ended_at = ?, end_reason = ? WHERE ended_at IS NULL
        AND operator_id IN (SELECT id FROM operator WHERE tenant_id = ?)
      """, now.milliseconds, reason.rawValue, tenant)
  }
}

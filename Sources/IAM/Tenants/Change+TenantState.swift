internal import Policy

extension Change {
  /// Suspends the trading of an approved member or institution; everything else stays open.
  ///
  /// One under a later review cannot trade anyway: the review is decided first.
  ///
  /// - Throws: `conflict(.tenant)` in any other state; `notFound`; `invalid` for the reason.
  /// - Source: F5.
  @discardableResult
  public func suspendMember(_ code: String, reason: String) throws -> TenantStanding {
    try performAsStaff(
      "member.suspend", on: code, need: "exchange.members.suspend", reason: reason
    ) { tenant in
      try tenant.require(.approved)
      return try move(tenant, to: .suspended, reason: reason)
    }
  }

  /// Lets a suspended member or institution trade again.
  ///
  /// - Throws: as ``suspendMember(_:reason:)``.
  /// - Source: F5.
  @discardableResult
  public func resumeMember(_ code: String, reason: String? = nil) throws -> TenantStanding {
    try performAsStaff(
      "member.resume", on: code, need: "exchange.members.suspend", reason: reason
    ) { tenant in
      try tenant.require(.suspended)
      return try move(tenant, to: .approved)
    }
  }

  /// Closes an approved or suspended member or institution for good, and ends its sessions.
  ///
  /// One that was never approved has nothing to close: its application is rejected. One under a
  /// later review has that decided first.
  ///
  /// - Throws: `conflict(.tenant)` in any other state, `conflict(.inUse)` while institutions are
  ///   filed under it; `notFound`; `invalid` for the reason.
  /// - Source: D1.
  @discardableResult
  public func closeMember(_ code: String, reason: String) throws -> TenantStanding {
    try performAsStaff(
      "member.close", on: code, need: "exchange.members.close", reason: reason
    ) { tenant in
      try tenant.require(.approved, .suspended)
      let filed = try reading.all(
        "SELECT code FROM tenant WHERE filed_under = ? AND state <> 'closed' ORDER BY code",
        tenant.id
      ) { try $0.text(0) }
      guard filed.isEmpty else {
        throw IAMError.conflict(.inUse(.tenant, tenant.code.text, by: filed))
      }
      try endSessions(ofTenant: tenant.id, reason: .tenantClosed)
      return try move(tenant, to: .closed, reason: reason)
    }
  }
}

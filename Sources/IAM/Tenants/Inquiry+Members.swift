public import Policy

extension Inquiry {
  /// Every member and institution, in the order of their codes. For exchange staff.
  ///
  /// - Parameter state: only those in it; `nil` for all.
  /// - Throws: `denied`, `notLoggedIn`.
  public func members(in state: Tenant.State? = nil) throws -> [MemberSummary] {
    _ = try require("exchange.members.read", in: nil)
    return try reading.members().filter { state == nil || $0.state == state }
  }

  /// All about the caller's tenant, or one that staff name; personal data masked.
  ///
  /// - Throws: `denied`, `notFound`, `notLoggedIn`.
  public func member(_ code: String? = nil) throws -> MemberDetails {
    let actor = try requireActing()
    let tenant = try reading.tenantRow(named: code, for: actor)
    _ = try require("member-center.user-info.view", in: tenant.code)
    return try reading.details(of: tenant, whole: false, services)
  }
}

extension Change {
  /// All about the caller's tenant, or one that staff name, with personal data whole: an operation,
  /// since the audit trail keeps who saw it.
  ///
  /// - Throws: `denied`, `notFound`, `notLoggedIn`; `keyUnavailable`.
  public func memberInFull(_ code: String? = nil) throws -> MemberDetails {
    try performInside("member.show-full", tenant: code, need: "operators.read-full") { tenant in
      guard services.vault != nil else { throw IAMError.keyUnavailable }
      return Recorded(try reading.details(of: tenant, whole: true, services))
    }
  }
}

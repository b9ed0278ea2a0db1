public import Policy

extension Change {
  /// The tenant that the caller acts in: its own, or the one that staff name. Where staff name one
  /// that is not there it is ``nowhere``, and not found once the menu has been decided.
  ///
  /// - Throws: `notLoggedIn`; `notFound` for another tenant, when the caller is not staff.
  func place(_ tenant: TenantCode?) throws -> Int64 {
    let actor = try requireActing()
    do {
      return try reading.tenant(named: tenant, for: actor)
    } catch IAMError.notFound(let noun, let name) where actor.isStaff {
      progress.missing = .notFound(noun, name)
      return Self.nowhere
    }
  }

  /// The revision that the tenant acted in has after this change.
  ///
  /// - Throws: `notLoggedIn`, `notFound`.
  public func revision(in tenant: TenantCode?) throws -> Int64 {
    try revision(of: tenant ?? requireActing().tenantCode)
  }

  /// The group that is meant when none is named: the root for one who acts on the whole tenant,
  /// else the one group that the caller administers. Whoever administers none means the root too,
  /// and is denied there.
  ///
  /// - Throws: `invalid` with path `group` when it administers several.
  func groupMeant(_ name: Name?, in tenant: Int64) throws -> Int64 {
    if let name { return try reading.groupID(name, in: tenant) }
    let actor = try requireActing()
    let administered = try reading.all(
      "SELECT group_id FROM group_administrator WHERE operator_id = ? LIMIT 2", actor.id
    ) { try $0.int(0) }
    let isMaster = try reading.exists(
      "SELECT 1 FROM operator WHERE id = ? AND is_master = 1", actor.id)
    guard !isMaster, actor.tenant == tenant, let group = administered.first else {
      return try reading.rootGroup(of: tenant)
    }
    guard administered.count == 1 else {
      throw IAMError.invalid(
        path: "group", reason: Wording(zh: "须指明用户组", en: "must be named"))
    }
    return group
  }
}

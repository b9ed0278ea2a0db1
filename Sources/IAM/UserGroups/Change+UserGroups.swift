public import Policy

extension Change {
  /// Makes a user group (用户组) with an empty pool.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - parent: the group above; `nil` for the root, or the one group that the caller
  ///     administers.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `conflict(.exists)`, `conflict(.tooDeep)`, `notFound`, `invalid`, `refused`.
  /// - Source: C4.
  public func createGroup(
    _ name: Name, parent: Name? = nil, in tenant: TenantCode? = nil
  ) throws {
    let tenant = try place(tenant)
    let intent = Intent(
      "group.create", in: tenant, on: name.text,
      need: .menu("groups.write", over: .group(parent)))
    try perform(intent) {
      let parent = try groupMeant(parent, in: tenant)
      try requireFree(name, in: tenant)
      let id = try nextID("group")
      try execute(
        """
        INSERT INTO user_group (id, tenant_id, name, parent_id, made_by, created_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """, id, tenant, name.text, parent, try requireActing().id, now.milliseconds)
      try requireDepth(of: id, called: name)
      let above = try reading.groupRow(parent)?.name.text ?? ""
      return Recorded(after: ["parent": .string(above)])
    }
  }

  /// Gives a user group another name; everything about it stays the same.
  ///
  /// - Throws: `conflict(.rootGroup)`, `conflict(.exists)`, `notFound`, `refused`.
  /// - Source: C4.
  public func renameGroup(_ name: Name, to new: Name, in tenant: TenantCode? = nil) throws {
    try changeBounds("group.rename", of: name, in: tenant) { tenant, id in
      if name != new { try requireFree(new, in: tenant) }
      try execute("UPDATE user_group SET name = ? WHERE id = ?", new.text, id)
      return Recorded(before: ["name": .string(name.text)], after: ["name": .string(new.text)])
    }
  }

  /// Removes a user group that nobody is in, nobody administers, that hands nothing down and has
  /// no group below it; its pool goes with it. Those who have left are at home in the group above
  /// from then on, where they hold as little.
  ///
  /// - Throws: `conflict(.inUse)` naming the operators that the caller sees, the groups and things;
  ///   `conflict(.rootGroup)`.
  /// - Source: C4.
  public func deleteGroup(_ name: Name, in tenant: TenantCode? = nil) throws {
    try changeBounds("group.delete", of: name, in: tenant) { tenant, id in
      try requireUnused(
        .group, name, in: tenant, by: reading.people(ofGroup: id).map { .operator($0) },
        reading.groupNames(below: id).map(\.text) + reading.handedDown(by: id, name).map(\.name))
      try execute(
        """
        UPDATE operator SET home_group_id = (SELECT parent_id FROM user_group WHERE id = ?1)
        WHERE home_group_id = ?1
        """, id)
      try execute("DELETE FROM pool_menu WHERE group_id = ?", id)
      try execute("DELETE FROM pool_product WHERE group_id = ?", id)
      try execute("DELETE FROM pool_account WHERE group_id = ?", id)
      try execute("DELETE FROM user_group WHERE id = ?", id)
      return Recorded(before: ["name": .string(name.text)])
    }
  }

  /// Hangs a user group, with all below it, under another one.
  ///
  /// - Throws: `conflict(.cycle)` below itself; `conflict(.tooDeep)`; `refused` when the actor does
  ///   not stand above both places, or somebody would gain what it may not hand out.
  /// - Source: C4.
  public func moveGroup(
    _ name: Name, below parent: Name, in tenant: TenantCode? = nil
  ) throws {
    try changeBounds("group.move", of: name, in: tenant) { tenant, id in
      let parentID = try reading.groupID(parent, in: tenant)
      if try reading.groups(below: id).contains(parentID) {
        throw IAMError.conflict(.cycle(.group, name.text))
      }
      let former = try reading.groupRow(id)?.parent.flatMap { try reading.groupRow($0)?.name.text }
      try execute("UPDATE user_group SET parent_id = ? WHERE id = ?", parentID, id)
      try requireDepth(of: id, called: name)
      return Recorded(
        before: ["parent": .string(former ?? "")], after: ["parent": .string(parent.text)])
    }
  }

  /// One operation on what bounds a group, for those above it. The root is not changed so.
  func changeBounds(
    _ event: String, of name: Name, in tenant: TenantCode?,
    _ body: (_ tenant: Int64, _ id: Int64) throws -> Recorded<Void>
  ) throws {
    let tenant = try place(tenant)
    let intent = Intent(
      event, in: tenant, on: name.text, need: .menu("groups.write", over: .above(name)))
    try perform(intent) {
      guard name != .rootGroup else { throw IAMError.conflict(.rootGroup) }
      return try body(tenant, reading.groupID(name, in: tenant))
    }
  }

  private func requireFree(_ name: Name, in tenant: Int64) throws {
    let isTaken = try reading.exists(
      "SELECT 1 FROM user_group WHERE tenant_id = ? AND name = ?", tenant, name.text)
    guard !isTaken else { throw IAMError.conflict(.exists(.group, name.text)) }
  }

  /// How many groups may stand in a row from the root to a leaf.
  static var groupDepthLimit: Int { 16 }

  private func requireDepth(of id: Int64, called name: Name) throws {
    guard try reading.longestRow(throughGroup: id) <= Self.groupDepthLimit else {
      throw IAMError.conflict(.tooDeep(.group, name.text, limit: Self.groupDepthLimit))
    }
  }
}

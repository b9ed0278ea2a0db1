internal import Policy

extension ConfigurationWriter {
  /// Removes what is no longer wanted, what names others first.
  func remove(_ change: borrowing Change) throws {
    for name in old.separations.keys.sorted() where new.separations[name] == nil {
      let id = try ConfigurationIDs.known(name, in: ids.separations)
      try change.execute("DELETE FROM separation_role WHERE separation_id = ?", id)
      try change.execute("DELETE FROM separation WHERE id = ?", id)
    }
    try removeGroups(change)
    try removeRoles(change)
    for name in old.menuGroups.keys.sorted() where new.menuGroups[name] == nil {
      let id = try ConfigurationIDs.known(name, in: ids.menuGroups)
      try change.execute("DELETE FROM menu_group_menu WHERE menu_group_id = ?", id)
      try change.execute("DELETE FROM menu_group WHERE id = ?", id)
    }
    for name in old.productGroups.keys.sorted() where new.productGroups[name] == nil {
      let id = try ConfigurationIDs.known(name, in: ids.productGroups)
      try change.execute("DELETE FROM product_group_product WHERE product_group_id = ?", id)
      try change.execute("DELETE FROM product_group WHERE id = ?", id)
    }
  }

  /// Groups that go are first put below the root, so that any order of removing them will do.
  private func removeGroups(_ change: borrowing Change) throws {
    let gone = old.groups.keys.filter { new.groups[$0] == nil }.sorted()
    let root = try change.reading.rootGroup(of: tenant)
    let doomed = try gone.map { try ConfigurationIDs.known($0, in: ids.groups) }
    for id in doomed {
      try change.execute("UPDATE user_group SET parent_id = ? WHERE id = ?", root, id)
    }
    for id in doomed {
      try change.execute("DELETE FROM pool_menu WHERE group_id = ?", id)
      try change.execute("DELETE FROM pool_product WHERE group_id = ?", id)
      try change.execute("DELETE FROM pool_account WHERE group_id = ?", id)
      try change.execute("DELETE FROM group_administrator WHERE group_id = ?", id)
      try change.execute("DELETE FROM holding WHERE group_id = ?", id)
      try change.execute("DELETE FROM user_group WHERE id = ?", id)
    }
  }

  /// Inclusions among the roles that go are taken away before any of these roles.
  private func removeRoles(_ change: borrowing Change) throws {
    let doomed = try old.roles.keys.filter { new.roles[$0] == nil }.sorted()
      .map { try ConfigurationIDs.known($0, in: ids.roles) }
    for id in doomed {
      try change.execute("DELETE FROM role_inclusion WHERE role_id = ?", id)
    }
    for id in doomed {
      try change.execute("DELETE FROM role_menu WHERE role_id = ?", id)
      try change.execute("DELETE FROM role_product WHERE role_id = ?", id)
      try change.execute("DELETE FROM role_account WHERE role_id = ?", id)
      try change.execute("DELETE FROM session_role WHERE role_id = ?", id)
      try change.execute("DELETE FROM role WHERE id = ?", id)
    }
  }
}

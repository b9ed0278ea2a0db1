import IAM
import Policy

/// Loads a workload into a real store.
struct StoreBuilder {
  /// The id that a row of the workload has in the store, by its number less one.
  struct Ids {
    var tenants: [Int64] = []
    var roots: [Int64] = []
    var roles: [Int64] = []
    var groups: [Int64] = []
    var users: [Int64] = []
  }

  /// Makes the store.
  ///
  /// - Returns: the ids of its rows.
  static func build(_ workload: Workload, at path: String) throws -> Ids {
    guard let master = Username("staff-01") else { throw Failure(description: "no username") }
    let registry = try Registry.create(
      at: path, master: master, password: try Secret(password: "Vq7#mZ2!tRx9-Lw"),
      exchangeName: "Exchange", services: Services())
    return try registry.fill { writer in
      var ids = Ids()
      try writer.addMenu(Workload.root)
      for menu in workload.menus { try writer.addMenu(menu) }
      for code in workload.tenants {
        let (tenant, root) = try writer.addTenant(code, menu: Workload.root)
        ids.tenants.append(tenant)
        ids.roots.append(root)
      }
      try fillRoles(workload, writer, &ids)
      try fillPeople(workload, writer, &ids)
      return ids
    }
  }

  private static func fillRoles(
    _ workload: Workload, _ writer: borrowing BulkWriter, _ ids: inout Ids
  ) throws {
    for role in workload.roles {
      ids.roles.append(try writer.addRole(role.name, of: ids.tenants[role.tenant - 1]))
    }
    for (role, menu) in workload.roleMenus {
      try writer.insert(menu: workload.menus[menu - 1], intoRole: ids.roles[role - 1])
    }
    for group in workload.groups {
      ids.groups.append(
        try writer.addGroup(
          group.name, of: ids.tenants[group.tenant - 1], below: ids.roots[group.tenant - 1]))
    }
    for (group, role) in workload.groupRoles {
      try writer.give(role: ids.roles[role - 1], toOperator: nil, orGroup: ids.groups[group - 1])
    }
  }

  private static func fillPeople(
    _ workload: Workload, _ writer: borrowing BulkWriter, _ ids: inout Ids
  ) throws {
    for user in workload.users {
      ids.users.append(
        try writer.addOperator(
          user.login, of: ids.tenants[user.tenant - 1], home: ids.roots[user.tenant - 1]))
    }
    for (user, group) in workload.userGroups {
      try writer.join(ids.groups[group - 1], operator: ids.users[user - 1])
    }
    for (user, role) in workload.userRoles {
      try writer.give(role: ids.roles[role - 1], toOperator: ids.users[user - 1], orGroup: nil)
    }
  }
}

internal import Policy

/// Puts a Casbin policy into the words of this system: who is a role, who an operator.
struct CasbinTranslation {
  private let policy: CasbinPolicy
  private let roles: [String: Name]
  private let names: ImportedNames

  /// Reads the names of all roles and users.
  ///
  /// - Throws: a `RecordError` at the first that cannot be one.
  init(_ policy: CasbinPolicy, prefix: String) throws(RecordError) {
    self.policy = policy
    let roleNames = policy.roles
    var roles: [String: Name] = [:]
    for link in policy.links where roles[link.role] == nil {
      guard let name = Name(link.role) else {
        throw RecordError(
          line: link.line, refusing: "role",
          Wording(zh: "`\(link.role)` 不能作为角色名", en: "`\(link.role)` cannot be the name of a role"))
      }
      roles[link.role] = name
    }
    self.roles = roles
    let mentions =
      policy.rules.map { (name: $0.subject, line: $0.line) }
      + policy.links.map { (name: $0.member, line: $0.line) }
    names = try ImportedNames(
      mentions.filter { !roleNames.contains($0.name) }.sorted { $0.line < $1.line },
      prefix: prefix)
  }

  /// The roles and operators with what the policy gives them.
  func permissions(in catalogue: Catalogue) throws(RecordError) -> ImportedPermissions {
    var imported = ImportedPermissions()
    for name in roles.values { imported.roles[name] = ConfiguredRole() }
    for rule in policy.rules {
      let menu = try menu(of: rule, in: catalogue)
      if let role = roles[rule.subject] {
        imported.roles[role]?.menus.insert(menu)
      } else {
        give(.menu(menu), to: rule.subject, in: &imported)
      }
    }
    for link in policy.links {
      guard let role = roles[link.role] else { continue }
      if let member = roles[link.member] {
        imported.roles[member]?.roles.insert(role)
      } else {
        give(.role(role), to: link.member, in: &imported)
      }
    }
    try refuseCycles(imported)
    return imported
  }

  private func give(
    _ thing: Holding.Thing, to user: String, in imported: inout ImportedPermissions
  ) {
    guard let username = names[user] else { return }
    imported.operators[username, default: (user, [])].holdings.insert(Holding(thing))
  }

  private func menu(
    of rule: CasbinPolicy.Rule, in catalogue: Catalogue
  ) throws(RecordError) -> MenuCode {
    let both = rule.object + "." + rule.action
    if let menu = MenuCode(both), catalogue.menus[menu] != nil { return menu }
    if let menu = MenuCode(rule.object), catalogue.menus[menu] != nil,
      catalogue.leaf(menu) != nil || rule.action == "*"
    {
      return menu
    }
    throw RecordError(line: rule.line, unknownMenu: both, column: "obj")
  }

  private func refuseCycles(_ imported: ImportedPermissions) throws(RecordError) {
    let layers = InclusionLayers(imported.roles.mapValues(\.roles))
    for link in policy.links {
      guard let member = roles[link.member], let role = roles[link.role] else { continue }
      if layers.circling.contains(member), layers.circling.contains(role) {
        throw RecordError(
          line: link.line, refusing: "role",
          Wording(
            zh: "角色 `\(member)` 会包含自身", en: "the role `\(member)` would contain itself"))
      }
      if layers.depths[member, default: 1] > Change.roleDepthLimit {
        throw RecordError(
          line: link.line, refusing: "role", InclusionLayers.tooDeep(Change.roleDepthLimit))
      }
    }
  }
}

extension RecordError {
  /// A line that names a menu that is not in the catalogue.
  init(line: Int, unknownMenu text: String, column: String) {
    self.init(
      line: line, refusing: column,
      Wording(zh: "没有菜单 `\(text)`", en: "there is no menu `\(text)`"))
  }
}

import Policy

extension CasbinWorld {
  /// Makes the change that a step asks for.
  ///
  /// - Returns: whether this model has such a change.
  mutating func perform(_ step: CasbinCases.Step) -> Bool {
    let subject = step.subject ?? ""
    let role = step.role ?? ""
    switch step.op {
    case "grant":
      allow(
        step.to ?? "", isRole: step.to_kind == "role", menu(step.action, step.resource),
        in: step.tenant)
    case "revoke":
      let menu = menu(step.action, step.resource)
      changeRole(step.to ?? "", in: step.tenant) {
        $0.menus = MenuSet($0.menus.nodes.subtracting([menu]))
      }
    case "revoke_where":
      revokeAll(of: step.where?["resource"] ?? "", in: step.where?["tenant"])
    case "assign": assign(subject, role, in: step.tenant)
    case "assign_all_or_nothing":
      let roles = step.roles ?? []
      let held = rolesDirect(subject, in: step.tenant)
      if held.isDisjoint(with: roles) {
        for role in roles { assign(subject, role, in: step.tenant) }
      }
    case "unassign":
      let name = self.role(role)
      change(subject, in: step.tenant) { $0.holdings.roles.removeAll { $0.value == name } }
    case "unassign_all": change(subject, in: step.tenant) { $0.holdings.roles = [] }
    case "inherit": include(step.junior ?? "", in: step.senior ?? "", of: step.tenant)
    case "uninherit":
      let junior = self.role(step.junior)
      changeRole(step.senior ?? "", in: step.tenant) { $0.includes.remove(junior) }
    case "delete_user": deleteUser(subject)
    case "delete_role": deleteRole(role)
    case "clear": clear()
    default: return false
    }
    return true
  }

  /// The answer of this model to a question; `nil` for a question that it does not know.
  func answer(_ step: CasbinCases.Step) -> CasbinCases.Answer? {
    let policy = policy(step.tenant)
    let subject = step.subject ?? ""
    let role = step.role ?? ""
    let target = Target(menu: menu(step.action, step.resource))
    switch step.kind {
    case "check":
      let request = Request(username: username(subject), target: target, instant: now)
      return .yes(policy.decide(request).isAllowed)
    case "who_can": return .names(Set(policy.whoCan(target, at: now).map(user)))
    case "resource_access":
      let prefix = target.menu.root.text + "."
      let menus = policy.catalogue.leaves.filter { $0.text.hasPrefix(prefix) }
      return .rows(
        Set(
          menus.flatMap { menu in
            policy.whoCan(Target(menu: menu), at: now).map { [user($0), words(menu)[0]] }
          }))
    case "roles_direct": return .names(rolesDirect(subject, in: step.tenant))
    case "roles_effective": return .names(rolesEffective(subject, in: step.tenant))
    case "has_role_direct": return .yes(rolesDirect(subject, in: step.tenant).contains(role))
    case "has_role_effective":
      return .yes(rolesEffective(subject, in: step.tenant).contains(role))
    case "users_of_role_direct":
      return .names(users(of: step.tenant) { rolesDirect($0, in: step.tenant).contains(role) })
    case "users_of_role_effective":
      return .names(users(of: step.tenant) { rolesEffective($0, in: step.tenant).contains(role) })
    case "perms_direct": return .rows(permissionsDirect(subject, in: policy))
    case "perms_effective": return .rows(permissionsEffective(subject, in: policy))
    case "roles_in_tenant": return .names(Set(policy.roles.keys.map(\.text)))
    case "tenants": return .names(Set(tenants.keys))
    case "tenants_of_user":
      return .names(Set(tenants.keys.filter { !rolesDirect(subject, in: $0).isEmpty }))
    default: return nil
    }
  }

  /// The roles given to an operator, or included by a role.
  func rolesDirect(_ subject: String, in tenant: String?) -> Set<String> {
    let policy = policy(tenant)
    if let person = policy.operators[username(subject)] {
      return Set(person.holdings.roles.map(\.value.text))
    }
    return Set((policy.roles[role(subject)]?.includes ?? []).map(\.text))
  }

  private func rolesEffective(_ subject: String, in tenant: String?) -> Set<String> {
    let policy = policy(tenant)
    if policy.operators[username(subject)] != nil {
      return Set(policy.authorizedRoles(of: username(subject), at: now).map(\.text))
    }
    let included = policy.roles[role(subject)]?.includes ?? []
    return Set(policy.inclusionPaths(from: included).compactMap(\.last?.text))
  }

  private func users(of tenant: String?, _ isWanted: (String) -> Bool) -> Set<String> {
    Set(policy(tenant).operators.keys.map(user).filter(isWanted))
  }

  private func permissionsDirect(_ subject: String, in policy: TenantPolicy) -> Set<[String]> {
    let own = policy.operators[username(subject)]?.holdings.menus.map(\.value)
    let menus = own ?? Array(policy.roles[role(subject)]?.menus.nodes ?? [])
    return Set(menus.map { [subject] + words($0) })
  }

  /// What an operator can do, each with the name of who or what was given it.
  private func permissionsEffective(_ subject: String, in policy: TenantPolicy) -> Set<[String]> {
    let username = username(subject)
    guard policy.operators[username] != nil else { return permissionsDirect(subject, in: policy) }
    return Set(
      policy.can(username, at: now).flatMap { grant -> [[String]] in
        let source: String =
          if case .role(let path, _) = grant.source { path.last?.text ?? "" } else { subject }
        return grant.effective.menus.nodes.map { [source] + words($0) }
      })
  }
}

extension TenantDraft {
  /// The numbers of a tenant given as plain values: the way from the definition to the fast twin.
  ///
  /// - Complexity: O(size of the tenant).
  package init(_ policy: TenantPolicy, catalogue: CompiledCatalogue) {
    self.init(catalogue: catalogue, tenant: policy.tenant, revision: policy.revision)
    for code in policy.entitlement.menus.nodes { insertMenu(code.text, into: openedMenus) }
    for code in policy.entitlement.products.nodes {
      insertProduct(code.text, into: openedProducts)
    }
    var names = PolicyNumbers()
    for (code, state) in policy.accounts.sorted(by: { $0.key < $1.key }) {
      names.accounts[code] = addAccount(code, state)
    }
    for (name, set) in policy.menuGroups {
      let number = addMenuGroup()
      for code in set.nodes { insertMenu(code.text, into: number) }
      names.menuGroups[name] = number
    }
    for (name, set) in policy.productGroups {
      let number = addProductGroup()
      for code in set.nodes { insertProduct(code.text, into: number) }
      names.productGroups[name] = number
    }
    addRoles(policy, &names)
    addGroups(policy, &names)
    addOperators(policy, names)
  }

  private mutating func addRoles(_ policy: TenantPolicy, _ names: inout PolicyNumbers) {
    for (name, role) in policy.roles {
      let number = addRole(hasEveryAccount: role.accounts == .every)
      for code in role.menus.nodes { insertMenu(code.text, intoRole: number) }
      for code in role.products.nodes { insertProduct(code.text, intoRole: number) }
      if case .some(let accounts) = role.accounts {
        for code in accounts {
          if let account = names.accounts[code] { insertAccount(account, intoRole: number) }
        }
        if !accounts.isEmpty { roles[Int(number)].namesAccounts = true }
      }
      names.roles[name] = number
    }
    for (name, role) in policy.roles {
      guard let outer = names.roles[name] else { continue }
      for included in role.includes.compactMap({ names.roles[$0] }) {
        include(included, in: outer)
      }
    }
  }

  private mutating func addGroups(_ policy: TenantPolicy, _ names: inout PolicyNumbers) {
    for (name, group) in policy.groups {
      let number = addGroup(hasWholePool: group.pool == .everything)
      names.groups[name] = number
      guard case .within(let pool) = group.pool else { continue }
      for code in pool.menus.nodes { insertMenu(code.text, intoPoolOf: number) }
      for code in pool.products.nodes { insertProduct(code.text, intoPoolOf: number) }
      switch pool.accounts {
      case .every: insertAccount(nil, intoPoolOf: number)
      case .some(let accounts):
        for code in accounts {
          if let account = names.accounts[code] { insertAccount(account, intoPoolOf: number) }
        }
      }
    }
    for (name, group) in policy.groups {
      guard let number = names.groups[name] else { continue }
      if let parent = group.parent { setParent(names.groups[parent] ?? -2, of: number) }
      for (thing, validity) in things(group.handsDown, names) {
        give(thing, validity, toGroup: number)
      }
    }
  }

  private mutating func addOperators(_ policy: TenantPolicy, _ names: PolicyNumbers) {
    for (index, username) in policy.operators.keys.sorted().enumerated() {
      guard let person = policy.operators[username], let key = UsernameKey(username.text) else {
        continue
      }
      let number = addOperator(
        id: Int64(index), key, PersonFacts(person), home: names.groups[person.home] ?? -2)
      for group in person.joined { join(names.groups[group] ?? -2, operator: number) }
      for (thing, validity) in things(person.holdings, names) {
        give(thing, validity, toOperator: number)
      }
    }
  }

  private mutating func things(
    _ holdings: Holdings, _ names: PolicyNumbers
  ) -> [(Thing, Validity)] {
    var things = holdings.menus.map { (menu($0.value.text), $0.validity) }
    for given in holdings.products {
      things.append((product(given.value.text), given.validity))
    }
    for given in holdings.accounts {
      switch given.value {
      case .every: things.append((.everyAccount, given.validity))
      case .some(let accounts):
        things += accounts.compactMap { names.accounts[$0] }.map { (.account($0), given.validity) }
      }
    }
    things += holdings.menuGroups.compactMap { given in
      names.menuGroups[given.value].map { (.menuGroup($0), given.validity) }
    }
    things += holdings.productGroups.compactMap { given in
      names.productGroups[given.value].map { (.productGroup($0), given.validity) }
    }
    return things
      + holdings.roles.compactMap { given in
        names.roles[given.value].map { (.role($0), given.validity) }
      }
  }
}

/// Which number each named thing of a tenant has.
private struct PolicyNumbers {
  var accounts: [AccountCode: Int32] = [:]
  var menuGroups: [Name: Int32] = [:]
  var productGroups: [Name: Int32] = [:]
  var roles: [Name: Int32] = [:]
  var groups: [Name: Int32] = [:]
}

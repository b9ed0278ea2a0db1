import Policy

/// Every single step by which a tenant is administered, over a few things to give.
enum Changes {
  typealias Edit<Value> = (inout Value) -> Void

  static let menus: [MenuCode] = ["trade", "trade.create", "funds", "operators", "*"]
  static let pools: [UserGroup.Pool] = [
    .everything, .empty, .within(Offices.poolOfB),
    .within(Rectangle(menus: ["funds", "trade"], products: ["*"], accounts: .every)),
  ]

  static func all() -> [Edit<TenantPolicy>] {
    (Offices.usernames + [Offices.newcomer]).flatMap(ofOperator)
      + (Offices.groups + ["New"]).flatMap(ofGroup) + ofDefinitions()
  }

  static func ofOperator(_ username: Username) -> [Edit<TenantPolicy>] {
    let steps: [Edit<TenantPolicy>] = operatorEdits().map { edit in
      { world in
        // One that is not there yet is made below `B` with the same edit.
        var person = world.operators[username] ?? Operator(home: "B")
        edit(&person)
        world.operators[username] = person
      }
    }
    return steps + [{ $0.operators[username] = nil }]
  }

  private static func operatorEdits() -> [Edit<Operator>] {
    let grants: [Edit<Operator>] = menus.map { menu in { $0.holdings.menus.append(Given(menu)) } }
    let others: [Edit<Operator>] = [
      { $0.holdings = Holdings() },
      { $0.holdings.products.append(Given("LNG")) },
      { $0.holdings.products.append(Given("PNG")) },
      { $0.holdings.accounts.append(Given(.every)) },
      { $0.holdings.roles.append(Given("Funds")) },
      { $0.holdings.roles = [Given("Funds", validity: Validity(from: Clock.later))] },
    ]
    let states: [Edit<Operator>] = [
      { $0.state = .suspended }, { $0.state = .active }, { $0.state = .offboarded },
      { $0.isMaster.toggle() }, { $0.joined = [] }, { $0.validity.until = Clock.later },
    ]
    let moves: [Edit<Operator>] = Offices.groups.map { group in { $0.home = group } }
    let joins: [Edit<Operator>] = Offices.groups.map { group in { $0.joined.insert(group) } }
    return grants + others + states + moves + joins
  }

  static func ofGroup(_ name: Name) -> [Edit<TenantPolicy>] {
    let steps: [Edit<TenantPolicy>] = groupEdits().map { edit in
      { world in
        var group = world.groups[name] ?? UserGroup(parent: "B")
        edit(&group)
        world.groups[name] = group
      }
    }
    return steps + [{ $0.groups[name] = nil }]
  }

  private static func groupEdits() -> [Edit<UserGroup>] {
    let bounds: [Edit<UserGroup>] = pools.map { pool in { $0.pool = pool } }
    let menus: [Edit<UserGroup>] = menus.map { menu in
      { $0.handsDown.menus.append(Given(menu)) }
    }
    let others: [Edit<UserGroup>] = [
      { $0.handsDown = Holdings() },
      { $0.handsDown.roles.append(Given("Funds")) },
      { $0.handsDown.products.append(Given("*")) },
      { $0.parent = nil }, { $0.administrators = [] },
    ]
    let moves: [Edit<UserGroup>] = Offices.groups.map { parent in { $0.parent = parent } }
    let offices: [Edit<UserGroup>] = Offices.usernames.map { username in
      { $0.administrators.formSymmetricDifference([username]) }
    }
    return bounds + menus + others + moves + offices
  }

  static func ofDefinitions() -> [Edit<TenantPolicy>] {
    let roles: [Edit<TenantPolicy>] = menus.map { menu in
      { $0.roles["View"]?.menus = ["trade.view", menu] }
    }
    let sets: [Edit<TenantPolicy>] = menus.map { menu in { $0.menuGroups["Desk"] = [menu] } }
    let others: [Edit<TenantPolicy>] = [
      { $0.roles["View"] = nil }, { $0.roles["View"]?.includes = ["Funds"] },
      { $0.roles["Funds"]?.products = [] }, { $0.roles["Funds"]?.accounts = .none },
      { $0.roles["Funds"] = nil }, { $0.roles["New"] = Role(menus: ["*"]) },
      { $0.menuGroups["Desk"] = nil }, { $0.productGroups["Gas"] = ["*"] },
      { $0.entitlement.menus = ["*", "operators", "member"] },
      { $0.entitlement.products = ["PNG"] },
    ]
    return roles + sets + others
  }
}

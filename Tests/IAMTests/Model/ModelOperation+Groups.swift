import Policy
import TestSupport

@testable import IAM

extension ModelOperation {
  // MARK: User groups

  private static func onGroup(
    _ verb: String, _ text: String, _ run: @escaping (borrowing Change, TenantCode?) throws -> Void
  ) -> ModelOperation {
    ModelOperation(
      "group \(verb)", "\(verb) \(text)", menu: "groups.write", staff: "exchange.members.entitle",
      run)
  }

  static func onGroups(_ draw: inout ModelDraw) -> ModelOperation {
    let group = draw.group()
    let other = draw.group()
    let assignment = draw.assignment(isForGroup: true)
    let held = draw.policy.groups[group]?.handsDown ?? Holdings()
    let taken = draw.taken(from: held, isForGroup: true)
    let validity = draw.validity()
    switch draw.random.number(below: 10) {
    case 0, 1:
      return onGroup("create", "\(group) below \(other)") {
        try $0.createGroup(group, parent: other, in: $1)
      }
    case 2:
      let empty = draw.likely(draw.policy.emptyGroups, else: group)
      return onGroup("delete", "\(empty)") { try $0.deleteGroup(empty, in: $1) }
    case 3:
      var operation = onGroup("rename", "\(group) to \(other)") {
        try $0.renameGroup(group, to: other, in: $1)
      }
      operation.renamed = (group, other)
      return operation
    case 4, 5:
      return onGroup("move", "\(group) below \(other)") {
        try $0.moveGroup(group, below: other, in: $1)
      }
    case 6:
      return onGroup("unassign", "\(taken.json) by \(group)") {
        try $0.unassign(taken, fromGroup: group, in: $1)
      }
    default:
      return onGroup("assign", "\(assignment.json) by \(group) \(validity)") {
        try $0.assign(assignment, toGroup: group, validity: validity, in: $1)
      }
    }
  }

  static func onBounds(_ draw: inout ModelDraw) -> ModelOperation {
    let group = draw.group()
    // Those whose logins begin or end administer like all others.
    let passing = draw.policy.operators.filter { $0.value.validity != .always }.keys.sorted()
    let anybody = draw.person()
    let person = draw.random.chance(oneIn: 2) ? anybody : draw.likely(passing, else: anybody)
    let parts = draw.pool()
    let present = draw.policy.groups[group]
    let taken = draw.taken(from: present?.rectangle ?? .empty)
    let dismissed = draw.likely(present?.administrators.sorted() ?? [], else: person)
    switch draw.random.number(below: 8) {
    case 0, 1, 2:
      return onGroup("pool +", "\(parts.assignment.json) in \(group)") {
        try $0.changePool(of: group, adding: parts, in: $1)
      }
    case 3:
      return onGroup("pool -", "\(taken.assignment.json) in \(group)") {
        try $0.changePool(of: group, removing: taken, in: $1)
      }
    case 4, 5, 6:
      return onGroup("appoint", "\(person) to \(group)") {
        try $0.appoint(person, administering: group, in: $1)
      }
    default:
      return onGroup("dismiss", "\(dismissed) from \(group)") {
        try $0.dismiss(dismissed, administering: group, in: $1)
      }
    }
  }

  // MARK: Roles

  static func onRoles(_ draw: inout ModelDraw) -> ModelOperation {
    let role = draw.role()
    let other = draw.role()
    let parts = draw.roleParts()
    let present = draw.policy.roles[role] ?? Role()
    let pool = draw.taken(
      from: Rectangle(menus: present.menus, products: present.products, accounts: present.accounts))
    var taken = RoleParts(
      menus: pool.menus, products: pool.products, accounts: pool.accounts,
      everyAccount: pool.everyAccount)
    if let included = present.includes.sorted().first, draw.random.chance(oneIn: 3) {
      taken = RoleParts(roles: [included])
    }
    func made(
      _ verb: String, _ text: String,
      _ run: @escaping (borrowing Change, TenantCode?) throws -> Void
    ) -> ModelOperation {
      ModelOperation(
        "role \(verb)", "role \(verb) \(text)", menu: "roles.write",
        staff: "exchange.members.entitle", run)
    }
    switch draw.random.number(below: 10) {
    case 0: return made("create", "\(role)") { try $0.createRole(role, in: $1) }
    case 1: return made("delete", "\(role)") { try $0.deleteRole(role, in: $1) }
    case 2:
      var operation = made("rename", "\(role) to \(other)") {
        try $0.renameRole(role, to: other, in: $1)
      }
      operation.renamedRole = (role, other)
      return operation
    case 3, 4:
      return made("revoke", "\(taken.assignment.json) from \(role)") { [taken] in
        try $0.revoke(taken, fromRole: role, in: $1)
      }
    default:
      return made("grant", "\(parts.assignment.json) to \(role)") {
        try $0.grant(parts, toRole: role, in: $1)
      }
    }
  }

  // MARK: Sets

  static func onSets(_ draw: inout ModelDraw) -> ModelOperation {
    draw.random.chance(oneIn: 2) ? onMenuGroups(&draw) : onProductGroups(&draw)
  }

  private static func onMenuGroups(_ draw: inout ModelDraw) -> ModelOperation {
    let set = draw.set()
    let other = draw.set()
    let menus = [draw.menu()]
    let present = draw.policy.menuGroups[set]?.nodes.sorted() ?? []
    let taken = [draw.likely(present, else: menus[0])]
    func made(
      _ verb: String, _ run: @escaping (borrowing Change, TenantCode?) throws -> Void
    ) -> ModelOperation {
      ModelOperation(
        "menu-group \(verb)", "menu group \(verb) \(set) \(menus) \(other)",
        menu: "menu-groups.write", staff: "exchange.members.entitle", run)
    }
    return switch draw.random.number(below: 8) {
    case 0: made("create") { try $0.createMenuGroup(set, preset: "trader", in: $1) }
    case 1: made("create") { try $0.createMenuGroup(set, in: $1) }
    case 2: made("delete") { try $0.deleteMenuGroup(set, in: $1) }
    case 3: made("rename") { try $0.renameMenuGroup(set, to: other, in: $1) }
    case 4: made("disallow") { try $0.disallow(taken, inMenuGroup: set, in: $1) }
    default: made("allow") { try $0.allow(menus, inMenuGroup: set, in: $1) }
    }
  }

  private static func onProductGroups(_ draw: inout ModelDraw) -> ModelOperation {
    let set = draw.set()
    let other = draw.set()
    let products = [draw.random.pick(draw.world.products)]
    let present = draw.policy.productGroups[set]?.nodes.sorted() ?? []
    let taken = [draw.likely(present, else: products[0])]
    func made(
      _ verb: String, _ run: @escaping (borrowing Change, TenantCode?) throws -> Void
    ) -> ModelOperation {
      ModelOperation(
        "product-group \(verb)", "product group \(verb) \(set) \(products) \(other)",
        menu: "product-groups.write", staff: "exchange.members.entitle", run)
    }
    return switch draw.random.number(below: 7) {
    case 0: made("create") { try $0.createProductGroup(set, in: $1) }
    case 1: made("delete") { try $0.deleteProductGroup(set, in: $1) }
    case 2: made("rename") { try $0.renameProductGroup(set, to: other, in: $1) }
    case 3: made("remove") { try $0.remove(taken, fromProductGroup: set, in: $1) }
    default: made("add") { try $0.add(products, toProductGroup: set, in: $1) }
    }
  }

  // MARK: Separation of duty

  static func onSeparations(_ draw: inout ModelDraw) -> ModelOperation {
    let separation = draw.separation()
    let role = draw.role()
    let name = separation.name
    func made(
      _ verb: String, _ run: @escaping (borrowing Change, TenantCode?) throws -> Void
    ) -> ModelOperation {
      ModelOperation(
        "separation \(verb)", "separation \(verb) \(separation) \(role)",
        menu: "separation.write", staff: "exchange.members.entitle", run)
    }
    return switch draw.random.number(below: 8) {
    case 0...2: made("create") { try $0.createSeparation(separation, in: $1) }
    case 3: made("delete") { try $0.deleteSeparation(name, in: $1) }
    case 4, 5: made("add") { try $0.add(role, toSeparation: name, in: $1) }
    case 6: made("remove") { try $0.remove(role, fromSeparation: name, in: $1) }
    default: made("limit") { try $0.setLimit(separation.limit, ofSeparation: name, in: $1) }
    }
  }
}

extension TenantPolicy {
  /// The groups that nobody is in, administers, or hangs below, and that hand nothing down.
  fileprivate var emptyGroups: [Name] {
    let homes = Set(operators.values.flatMap { $0.joined.union([$0.home]) })
    let parents = Set(groups.values.compactMap(\.parent))
    return groups.filter { name, group in
      !homes.contains(name) && !parents.contains(name) && group.administrators.isEmpty
        && group.handsDown == Holdings()
    }.keys.sorted()
  }
}

extension UserGroup {
  /// The pool as a rectangle; nothing for one that is everything.
  fileprivate var rectangle: Rectangle {
    if case .within(let pool) = pool { pool } else { .empty }
  }
}

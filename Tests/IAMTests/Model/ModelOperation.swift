import Policy
import TestSupport

@testable import IAM

/// One random administrative operation.
struct ModelOperation {
  let name: String
  let run: (borrowing Change) throws -> Void

  /// Draws an operation; its arguments may make no sense at all.
  static func random(_ world: ModelWorld, _ random: inout SplitMix64) -> ModelOperation {
    switch random.number(below: 10) {
    case 0...3: onOperators(world, &random)
    case 4...5: onGroups(world, &random)
    case 6...7: onRoles(world, &random)
    default: onDefinitions(world, &random)
    }
  }

  private static func onOperators(
    _ world: ModelWorld, _ random: inout SplitMix64
  ) -> ModelOperation {
    let person = random.pick(world.operators)
    let group = random.pick(world.groups)
    let assignment = assignment(world, &random, isForGroup: false)
    let validity = validity(world, &random)
    switch random.number(below: 8) {
    case 0...3:
      return ModelOperation(name: "assign \(assignment) to \(person)") {
        try $0.assign(assignment, to: person, validity: validity)
      }
    case 4:
      return ModelOperation(name: "unassign \(assignment) from \(person)") {
        try $0.unassign(assignment, from: person)
      }
    case 5:
      return ModelOperation(name: "move \(person) to \(group)") {
        try $0.moveOperator(person, to: group)
      }
    case 6:
      return ModelOperation(name: "join \(person) \(group)") { try $0.joinGroup(person, group) }
    default:
      return ModelOperation(name: "leave \(person) \(group)") { try $0.leaveGroup(person, group) }
    }
  }

  private static func onGroups(_ world: ModelWorld, _ random: inout SplitMix64) -> ModelOperation {
    let group = random.pick(world.groups)
    let other = random.pick(world.groups)
    let person = random.pick(world.operators)
    let parts = pool(world, &random)
    let assignment = assignment(world, &random, isForGroup: true)
    switch random.number(below: 10) {
    case 0:
      return ModelOperation(name: "create \(group)") { try $0.createGroup(group, parent: other) }
    case 1: return ModelOperation(name: "delete \(group)") { try $0.deleteGroup(group) }
    case 2:
      return ModelOperation(name: "move \(group) below \(other)") {
        try $0.moveGroup(group, below: other)
      }
    case 3, 4:
      return ModelOperation(name: "pool \(group) + \(parts)") {
        try $0.changePool(of: group, adding: parts)
      }
    case 5:
      return ModelOperation(name: "pool \(group) - \(parts)") {
        try $0.changePool(of: group, removing: parts)
      }
    case 6, 7:
      return ModelOperation(name: "hand down \(assignment) by \(group)") {
        try $0.assign(assignment, toGroup: group)
      }
    case 8:
      return ModelOperation(name: "appoint \(person) to \(group)") {
        try $0.appoint(person, administering: group)
      }
    default:
      return ModelOperation(name: "dismiss \(person) from \(group)") {
        try $0.dismiss(person, administering: group)
      }
    }
  }

  private static func onRoles(_ world: ModelWorld, _ random: inout SplitMix64) -> ModelOperation {
    let role = random.pick(world.roles)
    let parts = RoleParts(
      menus: few(world.menus, &random), products: few(world.products, &random),
      everyAccount: random.chance(oneIn: 4),
      roles: random.chance(oneIn: 3) ? [random.pick(world.roles)] : [])
    switch random.number(below: 6) {
    case 0: return ModelOperation(name: "create role \(role)") { try $0.createRole(role) }
    case 1: return ModelOperation(name: "delete role \(role)") { try $0.deleteRole(role) }
    case 2:
      return ModelOperation(name: "revoke \(parts) from \(role)") {
        try $0.revoke(parts, fromRole: role)
      }
    default:
      return ModelOperation(name: "grant \(parts) to \(role)") { try $0.grant(parts, toRole: role) }
    }
  }

  private static func onDefinitions(
    _ world: ModelWorld, _ random: inout SplitMix64
  ) -> ModelOperation {
    let set = random.pick(world.sets)
    let menus = few(world.menus, &random)
    let products = few(world.products, &random)
    let name = random.pick(world.sets)
    let roles = Set([random.pick(world.roles), random.pick(world.roles), random.pick(world.roles)])
    switch random.number(below: 9) {
    case 0: return ModelOperation(name: "allow \(menus)") { try $0.allow(menus, inMenuGroup: set) }
    case 1:
      return ModelOperation(name: "disallow \(menus)") { try $0.disallow(menus, inMenuGroup: set) }
    case 2:
      return ModelOperation(name: "add \(products)") { try $0.add(products, toProductGroup: set) }
    case 3:
      return ModelOperation(name: "remove \(products)") {
        try $0.remove(products, fromProductGroup: set)
      }
    case 4: return ModelOperation(name: "delete \(set)") { try $0.deleteMenuGroup(set) }
    case 5: return ModelOperation(name: "create \(set)") { try $0.createMenuGroup(set) }
    case 6:
      return ModelOperation(name: "rename \(set)") { try $0.renameProductGroup(set, to: name) }
    case 7:
      return ModelOperation(name: "separate \(roles)") {
        try $0.createSeparation(Separation(name: name, kind: .static, limit: 2, roles: roles))
      }
    default:
      return ModelOperation(name: "end separation \(name)") { try $0.deleteSeparation(name) }
    }
  }

  // MARK: Arguments

  private static func few<Value>(_ values: [Value], _ random: inout SplitMix64) -> [Value] {
    random.chance(oneIn: 2) ? [random.pick(values)] : []
  }

  private static func pool(_ world: ModelWorld, _ random: inout SplitMix64) -> PoolParts {
    PoolParts(
      menus: few(world.menus, &random), products: few(world.products, &random),
      accounts: random.chance(oneIn: 3) ? [world.firm.account] : [],
      everyAccount: random.chance(oneIn: 4))
  }

  private static func assignment(
    _ world: ModelWorld, _ random: inout SplitMix64, isForGroup: Bool
  ) -> Assignment {
    Assignment(
      menuGroups: random.chance(oneIn: 4) ? [random.pick(world.sets)] : [],
      productGroups: random.chance(oneIn: 4) ? [random.pick(world.sets)] : [],
      menus: isForGroup ? [] : few(world.menus, &random),
      products: isForGroup ? [] : few(world.products, &random),
      accounts: random.chance(oneIn: 3) ? [world.firm.account] : [],
      everyAccount: random.chance(oneIn: 4),
      roles: random.chance(oneIn: 3) ? [random.pick(world.roles)] : [])
  }

  private static func validity(
    _ world: ModelWorld, _ random: inout SplitMix64
  ) -> Validity {
    let now = world.firm.exchange.clock.now
    return switch random.number(below: 6) {
    case 0: Validity(from: now + .seconds(60))
    case 1: Validity(until: now + .seconds(60))
    default: .always
    }
  }
}

internal import Policy

extension ConfigurationDifference {
  /// The menus of the commands that would make this change one by one.
  ///
  /// A document is no way round them: what it changes takes the same menus.
  var menus: Set<String> {
    switch section {
    case .menuGroups: ["menu-groups.write"]
    case .productGroups: ["product-groups.write"]
    case .roles: ["roles.write"]
    case .groups: ["groups.write"]
    case .separations: ["separation.write"]
    case .operators: menusOfOperator
    }
  }

  private var menusOfOperator: Set<String> {
    guard kind == .changed else {
      return givesNothing ? ["operators.create"] : ["operators.create", "operators.grant"]
    }
    return switch key {
    case "name": ["operators.update"]
    case "state": ["operators.suspend"]
    default: ["operators.grant"]
    }
  }

  /// Whether an operator that is made is given nothing and joins no group.
  private var givesNothing: Bool {
    guard case .object(let fields)? = after else { return true }
    return fields.allSatisfy { field in
      if case .array(let given) = field.value { given.isEmpty } else { true }
    }
  }
}

extension Change {
  /// Lets pass who holds the menus of all that differs. Staff make operators in a member's tenant by
  /// the menu of the document alone: these cannot log in until the member gives them a password.
  ///
  /// - Throws: `denied`, naming the first menu that is not held.
  func requireMenus(
    of differences: [ConfigurationDifference], _ actor: ActingOperator, in tenant: Int64
  ) throws {
    var menus = differences.reduce(into: Set<String>()) { $0.formUnion($1.menus) }
    if actor.tenant != tenant { menus.remove("operators.create") }
    for menu in menus.sorted() { try reading.require(menu, for: actor, in: tenant, at: now) }
  }
}

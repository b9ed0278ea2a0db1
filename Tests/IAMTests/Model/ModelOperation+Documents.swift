import Policy
import TestSupport

@testable import IAM

extension ModelOperation {
  /// Something changed in the present configuration of a tenant.
  private typealias Edit = (inout TenantConfiguration) -> Void

  static func onDocuments(_ draw: inout ModelDraw) -> ModelOperation {
    if draw.random.chance(oneIn: 5) { return matrix(&draw) }
    var edits: [(text: String, edit: Edit)] = []
    for _ in 0...draw.random.number(below: 3) { edits.append(edit(&draw)) }
    let prune = draw.random.chance(oneIn: 20)
    return ModelOperation(
      "config apply", "apply " + edits.map(\.text).joined(separator: ", "), menu: "config.apply",
      staff: "exchange.members.entitle"
    ) { change, tenant in
      let code = try tenant ?? change.requireActing().tenantCode
      let id = try change.reading.tenantID(code)
      var wanted = try ConfigurationLoader.load(id, from: change.reading).configuration
      for edit in edits { edit.edit(&wanted) }
      try change.apply(ConfigurationDocument(wanted, of: code), prune: prune)
    }
  }

  private static func matrix(_ draw: inout ModelDraw) -> ModelOperation {
    let person = draw.random.chance(oneIn: 2) ? "joiner-01" : draw.person().text
    let menu = draw.random.pick(["trade.listing.view", "delivery.view", "operators.grant"])
    return ModelOperation(
      "import matrix", "import \(person) \(menu)", menu: "config.apply",
      staff: "exchange.members.entitle"
    ) { change, tenant in
      let lines = "user,permission\n\(person),\(menu)\n"
      _ = try change.importMatrix(PermissionMatrix(reading: Array(lines.utf8)), to: tenant)
    }
  }

  private static func edit(_ draw: inout ModelDraw) -> (text: String, edit: Edit) {
    switch draw.random.number(below: 3) {
    case 0: editOfOperator(&draw)
    case 1: editOfGroup(&draw)
    default: editOfDefinition(&draw)
    }
  }

  private static func editOfOperator(_ draw: inout ModelDraw) -> (text: String, edit: Edit) {
    let person = draw.person()
    let group = draw.group()
    let holding = holding(&draw)
    switch draw.random.number(below: 6) {
    case 0: return ("\(person) at \(group)", { $0.operators[person]?.group = group })
    case 1: return ("\(person) in \(group)", { $0.operators[person]?.groups.insert(group) })
    case 2:
      return (
        "\(person) suspended or back",
        {
          let isSuspended = $0.operators[person]?.state == .suspended
          $0.operators[person]?.state = isSuspended ? .active : .suspended
        }
      )
    case 3:
      return (
        "\(person) new",
        {
          guard $0.operators[person] == nil, person.text.hasPrefix("joiner") else { return }
          $0.operators[person] = ConfiguredOperator(
            name: "新人", group: group, holdings: [holding], state: .pending)
        }
      )
    case 4: return ("\(person) nothing", { $0.operators[person]?.holdings = [] })
    default:
      return ("\(person) \(holding.thing)", { $0.operators[person]?.holdings.insert(holding) })
    }
  }

  private static func editOfGroup(_ draw: inout ModelDraw) -> (text: String, edit: Edit) {
    let group = draw.group()
    let other = draw.group()
    let person = draw.person()
    let holding = holding(&draw)
    let pool = ConfiguredPool(
      menus: Set(draw.few(draw.world.menus)), products: Set(draw.few(draw.world.products)),
      accounts: draw.random.chance(oneIn: 2) ? .every : .none)
    switch draw.random.number(below: 7) {
    case 0: return ("\(group) below \(other)", { $0.groups[group]?.parent = other })
    case 1: return ("pool of \(group) \(pool)", { $0.groups[group]?.pool = pool })
    case 2: return ("pool of \(group) all", { $0.groups[group]?.pool = nil })
    case 3:
      return ("\(person) over \(group)", { $0.groups[group]?.administrators.insert(person) })
    case 4: return ("nobody over \(group)", { $0.groups[group]?.administrators = [] })
    case 5:
      return (
        "\(group) new",
        {
          guard $0.groups[group] == nil else { return }
          $0.groups[group] = ConfiguredGroup(parent: other, pool: pool)
        }
      )
    default:
      if case .menu = holding.thing { return ("nothing", { _ in }) }
      if case .product = holding.thing { return ("nothing", { _ in }) }
      return ("\(group) \(holding.thing)", { $0.groups[group]?.holdings.insert(holding) })
    }
  }

  private static func editOfDefinition(_ draw: inout ModelDraw) -> (text: String, edit: Edit) {
    let set = draw.set()
    let role = draw.role()
    let other = draw.role()
    let menu = draw.menu()
    let separation = draw.separation()
    switch draw.random.number(below: 7) {
    case 0: return ("menu group \(set) \(menu)", { $0.menuGroups[set, default: []].insert(menu) })
    case 1: return ("menu group \(set) empty", { $0.menuGroups[set] = [] })
    case 2:
      return (
        "role \(role) \(menu)",
        { $0.roles[role, default: ConfiguredRole()].menus.insert(menu) }
      )
    case 3: return ("role \(role) in \(other)", { $0.roles[other]?.roles.insert(role) })
    case 4: return ("no separation \(set)", { $0.separations[set] = nil })
    case 5:
      return (
        "separation \(set) in the other mode",
        {
          let mode = $0.separations[set]?.mode
          $0.separations[set]?.mode = mode == .enforce ? .record : .enforce
        }
      )
    default: return ("separation \(separation)", { $0.separations[set] = separation })
    }
  }

  private static func holding(_ draw: inout ModelDraw) -> Holding {
    let validity = draw.validity()
    return switch draw.random.number(below: 6) {
    case 0: Holding(.menuGroup(draw.set()), validity: validity)
    case 1: Holding(.productGroup(draw.set()), validity: validity)
    case 2: Holding(.everyAccount, validity: validity)
    case 3: Holding(.menu(draw.menu()), validity: validity)
    case 4: Holding(.product(draw.random.pick(draw.world.products)), validity: validity)
    default: Holding(.role(draw.role()), validity: validity)
    }
  }
}

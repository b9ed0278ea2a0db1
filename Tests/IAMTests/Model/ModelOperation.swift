import Policy
import TestSupport

@testable import IAM

/// One random administrative operation.
struct ModelOperation {
  /// What kind it is, for the tally.
  var kind: String
  /// What it does, for people.
  var text: String
  /// The menu that it takes, and the one that lets staff do it in another tenant.
  var menu: String?
  var staffMenu: String?
  /// Whether only staff ever do it, naming the tenant.
  var isForStaff = false
  /// The tenant that it is about whatever is named.
  var place: TenantCode?
  /// Whether it names no tenant: it is always about the actor's own.
  var isAboutOwnTenant = false
  /// Whether it raises the revision of every tenant.
  var raisesEveryRevision = false
  /// Whether requests that a leaver made for other tenants are withdrawn by it.
  var withdrawsRequests: Bool { kind == "operator offboard" || kind == "several" }
  /// Whom it gives a one-time password by the actor's authority alone: whoever gets it gets all that
  /// they hold.
  var issued: Set<Username> = []
  /// The group that is renamed by it.
  var renamed: (old: Name, new: Name)?
  /// The role that is renamed by it: the sets that hold it stay the same sets.
  var renamedRole: (old: Name, new: Name)?
  /// Does it; the tenant is the one that staff name.
  var run: (borrowing Change, TenantCode?) throws -> Void

  init(
    _ kind: String, _ text: String, menu: String?, staff: String? = nil,
    _ run: @escaping (borrowing Change, TenantCode?) throws -> Void
  ) {
    self.kind = kind
    self.text = text
    self.menu = menu
    staffMenu = staff
    self.run = run
  }

  /// The families of operations, each as often as it stands here.
  private static var families: [(inout ModelDraw) -> ModelOperation] {
    [
      onHoldings, onHoldings, onHoldings, onPlaces, onPlaces, onPeople, onPeople, onGroups,
      onGroups, onBounds, onBounds, onRoles, onRoles, onSets, onSeparations, onEntitlement,
      onExchange, onAccounts, onDocuments, onDocuments, several, several,
    ]
  }

  /// Draws an operation; its arguments may make no sense at all.
  static func random(_ draw: inout ModelDraw) -> ModelOperation {
    draw.random.pick(families)(&draw)
  }

  /// Two or three operations in one change: only the two ends of it count.
  private static func several(_ draw: inout ModelDraw) -> ModelOperation {
    let families = [
      onHoldings, onPlaces, onPeople, onGroups, onBounds, onRoles, onSets, onSeparations,
    ]
    let count = draw.random.chance(oneIn: 4) ? 3 : 2
    var parts: [ModelOperation] = []
    while parts.count < count {
      let part = draw.random.pick(families)(&draw)
      if part.renamed == nil, part.renamedRole == nil { parts.append(part) }
    }
    let isForStaff = parts.allSatisfy { $0.staffMenu != nil }
    var operation = ModelOperation(
      "several", parts.map(\.text).joined(separator: ", then "),
      menu: parts.compactMap(\.menu).joined(separator: " "),
      staff: isForStaff ? parts.compactMap(\.staffMenu).joined(separator: " ") : nil
    ) { change, tenant in
      for part in parts { try part.run(change, tenant) }
    }
    operation.issued = parts.reduce(into: []) { $0.formUnion($1.issued) }
    return operation
  }
}

// MARK: Operators

extension ModelOperation {
  static func onHoldings(_ draw: inout ModelDraw) -> ModelOperation {
    let person = draw.person()
    let assignment = draw.assignment()
    let validity = draw.validity()
    if draw.random.chance(oneIn: 4) {
      let held = draw.policy.operators[person]?.holdings ?? Holdings()
      let assignment = draw.taken(from: held, isForGroup: false)
      return ModelOperation(
        "operator unassign", "unassign \(assignment.json) from \(person)", menu: "operators.grant",
        staff: "exchange.members.entitle"
      ) { try $0.unassign(assignment, from: person, in: $1) }
    }
    return ModelOperation(
      "operator assign", "assign \(assignment.json) to \(person) \(validity)",
      menu: "operators.grant", staff: "exchange.members.entitle"
    ) { try $0.assign(assignment, to: person, validity: validity, in: $1) }
  }

  static func onPlaces(_ draw: inout ModelDraw) -> ModelOperation {
    let person = draw.person()
    let group = draw.group()
    let left = draw.likely(draw.policy.operators[person]?.joined.sorted() ?? [], else: group)
    func made(
      _ verb: String, _ run: @escaping (borrowing Change, TenantCode?) throws -> Void
    ) -> ModelOperation {
      ModelOperation(
        "operator \(verb)", "\(verb) \(person) \(group)", menu: "operators.grant",
        staff: "exchange.members.entitle", run)
    }
    return switch draw.random.number(below: 4) {
    case 0, 1: made("join") { try $0.joinGroup(person, group, in: $1) }
    case 2: made("move") { try $0.moveOperator(person, to: group, in: $1) }
    default: made("leave") { try $0.leaveGroup(person, left, in: $1) }
    }
  }

  static func onPeople(_ draw: inout ModelDraw) -> ModelOperation {
    let kind = draw.random.number(below: 12)
    let person = subject(kind, &draw)
    func made(
      _ verb: String, _ menu: String, _ staff: String? = nil,
      _ run: @escaping (borrowing Change, TenantCode?) throws -> Void
    ) -> ModelOperation {
      ModelOperation(
        "operator \(verb)", "\(verb) \(person)", menu: "operators.\(menu)", staff: staff, run)
    }
    switch kind {
    case 0...2: return creation(&draw)
    case 3, 4:
      return made("suspend", "suspend", "exchange.members.suspend") {
        try $0.suspendOperator(person.text, in: $1)
      }
    case 5, 6:
      return made("resume", "suspend", "exchange.members.suspend") {
        _ = try $0.resumeOperator(person.text, in: $1)
      }
    case 9...11:
      var operation = made("reset-password", "reset-password") {
        let issued = IssuedPassword(text: "-", hash: $0.services.hasher.standIn)
        _ = try $0.resetPassword(of: person.text, to: issued, in: $1)
      }
      operation.issued = [person]
      return operation
    case 7:
      return made("offboard", "offboard") {
        _ = try $0.offboard(person.text, reason: "离职", in: $1)
      }
    default:
      return made("update", "update") {
        try $0.updateOperator(person, name: try PersonName("另一人"), in: $1)
      }
    }
  }

  /// Whom the kind of operation is likely to be possible, or to matter, for.
  private static func subject(_ kind: Int, _ draw: inout ModelDraw) -> Username {
    let anybody = draw.person()
    switch kind {
    case 5, 6:
      let suspended = draw.policy.operators.filter { $0.value.state == .suspended }.keys.sorted()
      return draw.likely(suspended, else: anybody)
    case 9...11:
      // Those who have joined something may hold more than the administrator of their home can give.
      let joined = draw.policy.operators.filter { !$0.value.joined.isEmpty }.keys.sorted()
      return draw.likely(joined, else: anybody)
    default: return anybody
    }
  }

  private static func creation(_ draw: inout ModelDraw) -> ModelOperation {
    let person = draw.random.pick(["joiner-01", "joiner-02", "joiner-03", "clerk-0002"])
    let group: Name? = draw.random.chance(oneIn: 5) ? nil : draw.group()
    let validity = draw.validity()
    return ModelOperation(
      "operator create", "create \(person) in \(group?.text ?? "-") \(validity)",
      menu: "operators.create"
    ) { change, tenant in
      let issued = IssuedPassword(text: "-", hash: change.services.hasher.standIn)
      let draft = OperatorDraft(
        username: Username(unchecked: person), name: try PersonName("新人"), group: group,
        validity: validity)
      _ = try change.createOperator(draft, password: issued, in: tenant)
    }
  }
}

internal import Policy

/// What the tables noted as touched in this transaction, by tenant.
struct TouchedRows {
  private var scopes: [Int64: PolicyScope] = [:]
  private var separations: [Int64: Set<Int64>] = [:]
  private var logins: [Int64: Set<Int64>] = [:]

  var isEmpty: Bool { scopes.isEmpty }
  var tenants: Set<Int64> { Set(scopes.keys) }

  func scope(in tenant: Int64) -> PolicyScope { scopes[tenant] ?? PolicyScope() }

  /// Reads the notes.
  ///
  /// - Parameter before: the last committed state: it still knows what has been deleted.
  static func collect(
    _ reading: borrowing ReadTransaction, before: borrowing ReadTransaction
  ) throws -> TouchedRows {
    let notes = try reading.all("SELECT kind, id FROM touched WHERE kind > '' ORDER BY kind, id") {
      (kind: try $0.text(0), id: try $0.int(1))
    }
    var rows = TouchedRows()
    for note in notes {
      let tenant =
        try reading.tenant(ofTouched: note.kind, note.id)
        ?? before.tenant(ofTouched: note.kind, note.id)
      if let tenant { rows.note(note.kind, note.id, in: tenant) }
    }
    return rows
  }

  private mutating func note(_ kind: String, _ id: Int64, in tenant: Int64) {
    var scope = scopes[tenant] ?? PolicyScope()
    switch kind {
    case "operator": scope.operators.insert(id)
    case "login":
      scope.operators.insert(id)
      logins[tenant, default: []].insert(id)
    case "group": scope.groups.insert(id)
    case "menu-group": scope.menuGroups.insert(id)
    case "product-group": scope.productGroups.insert(id)
    case "role": scope.roles.insert(id)
    case "separation": separations[tenant, default: []].insert(id)
    default: break
    }
    scopes[tenant] = scope
  }

  /// Whether roles or separation sets were touched: all that separates duties is made of these.
  func concernsSeparation(in tenant: Int64) -> Bool {
    !scope(in: tenant).roles.isEmpty || separations[tenant] != nil
  }

  /// Those who were given a one-time password by the authority of the actor alone: not those for
  /// whom somebody had asked and the actor only approved.
  ///
  /// - Source: C10.
  func issued(
    in tenant: Int64, before: borrowing ReadTransaction, _ after: borrowing ReadTransaction
  ) throws -> Set<Int64> {
    var issued: Set<Int64> = []
    for id in logins[tenant] ?? []
    where try before.executedResets(of: id) == after.executedResets(of: id) {
      issued.insert(id)
    }
    return issued
  }

  /// Everybody who holds a role of a separation set that was touched.
  func separationHolders(
    in tenant: Int64, _ reading: borrowing ReadTransaction
  ) throws -> Set<Int64> {
    var roles: Set<Int64> = []
    for id in separations[tenant] ?? [] {
      let members = try reading.all(
        "SELECT role_id FROM separation_role WHERE separation_id = ?", id
      ) { try $0.int(0) }
      roles.formUnion(members)
    }
    return try roles.isEmpty ? [] : reading.holders(of: PolicyScope(roles: roles)).operators
  }

  /// The groups that were renamed, with their new names: the state before is read under these, so
  /// that a group is compared with itself.
  ///
  /// - Throws: `conflict(.exists)` when the name is that of a group deleted in the same change.
  func renamedGroups(
    in tenant: Int64, before: borrowing ReadTransaction, _ after: borrowing ReadTransaction
  ) throws -> [Int64: Name] {
    var renamed: [Int64: Name] = [:]
    for id in scope(in: tenant).groups {
      guard let old = try before.groupRow(id)?.name, let new = try after.groupRow(id)?.name,
        old != new
      else { continue }
      renamed[id] = new
    }
    for name in renamed.values {
      let former = try before.first(
        "SELECT id FROM user_group WHERE tenant_id = ? AND name = ?", tenant, name.text
      ) { try $0.int(0) }
      if let former, renamed[former] == nil { throw IAMError.conflict(.exists(.group, name.text)) }
    }
    return renamed
  }
}

/// The names of what was touched, as the gate speaks of it: before and after the change.
struct TouchedNames {
  var touched = Touched()

  init(
    _ scope: PolicyScope, affected: Set<Int64>, issued: Set<Int64>, in tenant: Int64,
    _ before: borrowing ReadTransaction, _ after: borrowing ReadTransaction
  ) throws {
    try collect(scope, affected, tenant, before)
    try collect(scope, affected, tenant, after)
    for id in issued {
      if let name = try after.operatorRow(id)?.username { touched.issued.insert(name) }
    }
  }

  private mutating func collect(
    _ scope: PolicyScope, _ affected: Set<Int64>, _ tenant: Int64,
    _ reading: borrowing ReadTransaction
  ) throws {
    for id in affected {
      if let name = try reading.operatorRow(id)?.username { touched.operators.insert(name) }
    }
    for id in scope.groups {
      if let name = try reading.groupRow(id)?.name {
        touched.groups.insert(scope.groupNames[id] ?? name)
      }
    }
    for id in scope.roles {
      if let name = try reading.roleRow(id)?.name { touched.roles.insert(name) }
    }
    for id in scope.menuGroups {
      if let name = try reading.name(ofMenuGroup: id, in: tenant) {
        touched.menuGroups.insert(name)
      }
    }
    for id in scope.productGroups {
      if let name = try reading.name(ofProductGroup: id, in: tenant) {
        touched.productGroups.insert(name)
      }
    }
  }
}

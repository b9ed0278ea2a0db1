public import Policy

/// A user group as it stands in the tree.
public struct GroupListing: Sendable, Equatable {
  /// Its name.
  public var name: Name
  /// The group above; `nil` for the root.
  public var parent: Name?
  /// How many groups stand above it; 0 for the root.
  public var depth: Int
  /// Who administers it, as far as the caller sees them, in order.
  public var administrators: [Username]
  /// How many of the operators whom the caller sees are at home in it or have joined it.
  public var memberCount: Int

  let id: Int64
}

/// A user group with everything about it.
public struct GroupDetails: Sendable, Equatable {
  /// As in lists.
  public var listing: GroupListing
  /// What its administrators may hand out; `nil` for all that the group above may.
  public var pool: PoolListing?
  /// What it hands down, in the order it was given.
  public var handsDown: [HeldThing]
  /// Those at home in it or joined, as far as the caller sees them, in order.
  public var members: [Username]
  /// The groups right below it, in order.
  public var subgroups: [Name]
  /// Who made it.
  public var madeBy: GroupMaker
}

/// What a pool names, in order.
public struct PoolListing: Sendable, Equatable {
  /// Its menus, each with everything below it.
  public var menus: [MenuCode]
  /// Its products, each with everything below it.
  public var products: [ProductCode]
  /// Its accounts, or `*`.
  public var accounts: [String]
}

extension Inquiry {
  /// The tree of user groups: each group before those below it, neighbours in the order of their
  /// names.
  ///
  /// - Throws: `notLoggedIn`, `denied`, `notFound`.
  /// - Source: C4.
  public func groups(in tenant: TenantCode? = nil) throws -> [GroupListing] {
    let (actor, tenant) = try require("groups.read", in: tenant)
    let view = try OperatorView(of: actor, in: tenant, reading)
    let rows = try reading.all(
      "SELECT id, parent_id, name FROM user_group WHERE tenant_id = ? ORDER BY name", tenant
    ) { (id: try $0.int(0), parent: try $0.intOrNil(1), name: try $0.code(2, Name.init)) }
    let below = Dictionary(grouping: rows, by: \.parent)
    var listings: [GroupListing] = []
    func visit(_ parent: Int64?, _ name: Name?, depth: Int) throws {
      for row in below[parent] ?? [] {
        listings.append(try listing(row.id, row.name, name, depth, view))
        try visit(row.id, row.name, depth: depth + 1)
      }
    }
    try visit(nil, nil, depth: 0)
    return listings
  }

  /// One user group.
  ///
  /// - Throws: `notFound`, `notLoggedIn`, `denied`.
  public func group(_ name: Name, in tenant: TenantCode? = nil) throws -> GroupDetails {
    let (actor, tenant) = try require("groups.read", in: tenant)
    let view = try OperatorView(of: actor, in: tenant, reading)
    let id = try reading.groupID(name, in: tenant)
    guard let row = try reading.groupRow(id) else { throw IAMError.notFound(.group, name.text) }
    let parent = try row.parent.flatMap { try reading.groupRow($0)?.name }
    let maker = try reading.first(
      "SELECT o.username FROM user_group g JOIN operator o ON o.id = g.made_by WHERE g.id = ?", id
    ) { try $0.code(0, Username.init) }
    let madeBy: GroupMaker =
      try maker.map { try view.sees($0, reading) ? .operator($0) : .unseen } ?? .program
    let depth = try reading.depth(ofGroup: id)
    return GroupDetails(
      listing: try listing(id, name, parent, depth, view),
      pool: row.poolIsEverything ? nil : try reading.poolListing(id),
      handsDown: try reading.handedDown(by: id, name),
      members: try view.visible(reading.memberNames(of: id), reading),
      subgroups: try reading.groupNames(below: id), madeBy: madeBy)
  }

  private func listing(
    _ id: Int64, _ name: Name, _ parent: Name?, _ depth: Int, _ view: OperatorView
  ) throws -> GroupListing {
    GroupListing(
      name: name, parent: parent, depth: depth,
      administrators: try view.visible(reading.administrators(of: id).sorted(), reading),
      memberCount: try view.visible(reading.memberNames(of: id), reading).count, id: id)
  }
}

extension ReadTransaction {
  fileprivate func poolListing(_ id: Int64) throws -> PoolListing {
    PoolListing(
      menus: try menus(inPool: id), products: try products(inPool: id),
      accounts: try accounts(inPool: id))
  }

  /// The operators at home in a group or joined, in order.
  fileprivate func memberNames(of group: Int64) throws -> [Username] {
    try all(
      """
      SELECT username FROM operator WHERE home_group_id = ?1
      UNION SELECT o.username FROM operator_group j JOIN operator o ON o.id = j.operator_id
        WHERE j.group_id = ?1 ORDER BY username
      """, group
    ) { try $0.code(0, Username.init) }
  }

  fileprivate func depth(ofGroup id: Int64) throws -> Int {
    let depth = try first(
      """
      WITH RECURSIVE above (id, depth) AS (
        VALUES (?, 0) UNION ALL
        SELECT g.parent_id, depth + 1 FROM user_group g JOIN above ON g.id = above.id
          WHERE g.parent_id IS NOT NULL
      ) SELECT max(depth) FROM above
      """, id
    ) { try $0.int(0) }
    return Int(depth ?? 0)
  }
}

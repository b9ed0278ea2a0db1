internal import Policy

extension ReadTransaction {
  /// What an operator was given itself, then what the groups around it hand down, nearest first.
  func everythingHeld(by id: Int64) throws -> [HeldThing] {
    let own = try all(
      """
      SELECT h.menu, h.product, a.code, h.every_account, m.name, p.name, r.name, h.valid_from,
        h.valid_until
      FROM holding h LEFT JOIN account a ON a.id = h.account_id
      LEFT JOIN menu_group m ON m.id = h.menu_group_id
      LEFT JOIN product_group p ON p.id = h.product_group_id LEFT JOIN role r ON r.id = h.role_id
      WHERE h.operator_id = ? ORDER BY h.id
      """, id
    ) { try HeldThing($0, through: nil) }
    return own + (try groupsAround(operator: id).flatMap { try handedDown(by: $0.id, $0.name) })
  }

  /// What a group hands down itself.
  func handedDown(by group: Int64, _ name: Name) throws -> [HeldThing] {
    try all(
      """
      SELECT h.menu, h.product, a.code, h.every_account, m.name, p.name, r.name, h.valid_from,
        h.valid_until
      FROM holding h LEFT JOIN account a ON a.id = h.account_id
      LEFT JOIN menu_group m ON m.id = h.menu_group_id
      LEFT JOIN product_group p ON p.id = h.product_group_id LEFT JOIN role r ON r.id = h.role_id
      WHERE h.group_id = ? ORDER BY h.id
      """, group
    ) { try HeldThing($0, through: name) }
  }

  /// The groups an operator is in, and all above them, nearest first.
  private func groupsAround(operator id: Int64) throws -> [(id: Int64, name: Name)] {
    try all(
      """
      WITH RECURSIVE around (id, distance) AS (
        SELECT home_group_id, 0 FROM operator WHERE id = ?1
        UNION SELECT group_id, 0 FROM operator_group WHERE operator_id = ?1
        UNION SELECT g.parent_id, distance + 1 FROM around JOIN user_group g ON g.id = around.id
          WHERE g.parent_id IS NOT NULL
      )
      SELECT g.id, g.name FROM around JOIN user_group g ON g.id = around.id
      GROUP BY g.id ORDER BY min(distance), g.name
      """, id
    ) { (id: try $0.int(0), name: try $0.code(1, Name.init)) }
  }
}

extension HeldThing {
  /// Reads the columns menu, product, account, every account, menu group, product group, role,
  /// valid from, valid until.
  fileprivate init(_ row: borrowing Row, through group: Name?) throws {
    let nouns: [Noun] = [
      .menu, .product, .account, .account, .menuGroup, .productGroup, .role,
    ]
    through = group
    validity = Validity(from: try row.instantOrNil(7), until: try row.instantOrNil(8))
    for (column, noun) in nouns.enumerated() {
      let name = column == 3 ? try row.intOrNil(3).map { _ in "*" } : try row.textOrNil(column)
      if let name {
        self.noun = noun
        self.name = name
        return
      }
    }
    throw DatabaseError(.integrity, "a holding names nothing")
  }
}

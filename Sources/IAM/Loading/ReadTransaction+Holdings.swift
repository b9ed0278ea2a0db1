internal import Policy

/// One thing given, as the store says it.
struct HoldingRow {
  /// What is given; sets, roles and accounts by their ids.
  enum Thing: Hashable {
    case menu(MenuCode)
    case product(ProductCode)
    case account(Int64)
    case everyAccount
    case menuGroup(Int64)
    case productGroup(Int64)
    case role(Int64)
  }

  var thing: Thing
  var validity: Validity

  /// Reads the columns menu, product, account_id, every_account, menu_group_id, product_group_id,
  /// role_id, valid_from, valid_until.
  init(_ row: borrowing Row) throws {
    if let code = try row.textOrNil(0) {
      thing = .menu(MenuCode(unchecked: code))
    } else if let code = try row.textOrNil(1) {
      thing = .product(ProductCode(unchecked: code))
    } else if let id = try row.intOrNil(2) {
      thing = .account(id)
    } else if try row.intOrNil(3) != nil {
      thing = .everyAccount
    } else if let id = try row.intOrNil(4) {
      thing = .menuGroup(id)
    } else if let id = try row.intOrNil(5) {
      thing = .productGroup(id)
    } else {
      thing = .role(try row.int(6))
    }
    validity = Validity(from: try row.instantOrNil(7), until: try row.instantOrNil(8))
  }
}

extension ReadTransaction {
  /// What has been given to an operator itself.
  func holdings(ofOperator id: Int64) throws -> [HoldingRow] {
    try all(
      """
      SELECT menu, product, account_id, every_account, menu_group_id, product_group_id, role_id,
        valid_from, valid_until
      FROM holding WHERE operator_id = ? ORDER BY id
      """, id, row: HoldingRow.init)
  }

  /// What a user group hands down.
  func holdings(ofGroup id: Int64) throws -> [HoldingRow] {
    try all(
      """
      SELECT menu, product, account_id, every_account, menu_group_id, product_group_id, role_id,
        valid_from, valid_until
      FROM holding WHERE group_id = ? ORDER BY id
      """, id, row: HoldingRow.init)
  }
}

internal import Policy

/// Who a row of the table of holdings belongs to: an operator or a group, never both.
struct HoldingOwner {
  let operatorID: Int64?
  let groupID: Int64?

  init(operator id: Int64) {
    operatorID = id
    groupID = nil
  }

  init(group id: Int64) {
    operatorID = nil
    groupID = id
  }
}

/// The columns of a row of the table of holdings, all but its id and owner.
struct HoldingColumns {
  var menu: String?
  var product: String?
  var account: Int64?
  var everyAccount: Int?
  var menuGroup: Int64?
  var productGroup: Int64?
  var role: Int64?
  var from: Int64?
  var until: Int64?

  init(validity: Validity) {
    from = validity.from?.milliseconds
    until = validity.until?.milliseconds
  }

  /// A fixed order, so that the same change writes the same rows.
  var order: (String, String, Int64, Int64, Int64, Int64) {
    (
      menu ?? "", product ?? "", account ?? 0, menuGroup ?? 0, productGroup ?? role ?? 0,
      from ?? until ?? 0
    )
  }
}

extension Change {
  /// Takes ids that follow each other; none of them is used again. Part of an operation.
  ///
  /// - Returns: the first.
  func reserveIDs(_ name: String, count: Int) throws -> Int64 {
    try execute(
      """
      INSERT INTO counter VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = value + ?2
      """, name, count)
    let last = try reading.first("SELECT value FROM counter WHERE name = ?", name) {
      try $0.int(0)
    }
    guard let last else { throw DatabaseError(.integrity, "a counter answered nothing") }
    return last - Int64(count) + 1
  }

  /// Gives one thing. Part of an operation.
  func insert(_ row: HoldingColumns, id: Int64, of owner: HoldingOwner) throws {
    try execute(
      """
      INSERT INTO holding (id, operator_id, group_id, menu, product, account_id, every_account,
        menu_group_id, product_group_id, role_id, valid_from, valid_until)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      id, owner.operatorID, owner.groupID, row.menu, row.product, row.account, row.everyAccount,
      row.menuGroup, row.productGroup, row.role, row.from, row.until)
  }

  /// Takes one thing away. Part of an operation.
  func delete(_ row: HoldingColumns, of owner: HoldingOwner) throws {
    try execute(
      """
      DELETE FROM holding WHERE operator_id IS ? AND group_id IS ? AND menu IS ? AND product IS ?
        AND account_id IS ? AND every_account IS ? AND menu_group_id IS ?
        AND product_group_id IS ? AND role_id IS ? AND valid_from IS ? AND valid_until IS ?
      """,
      owner.operatorID, owner.groupID, row.menu, row.product, row.account, row.everyAccount,
      row.menuGroup, row.productGroup, row.role, row.from, row.until)
  }
}

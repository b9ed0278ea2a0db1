internal import Policy

extension Change {
  /// Gives one thing; where it is held already, its validity becomes this one. Part of an
  /// operation.
  func give(
    _ thing: HoldingRow.Thing, to holder: Holder, validity: Validity = .always
  ) throws {
    let sides = ThingColumns(thing)
    let from = validity.from?.milliseconds
    let until = validity.until?.milliseconds
    let updated =
      switch holder {
      case .operator(let id):
        try execute(
          """
          UPDATE holding SET valid_from = ?, valid_until = ? WHERE operator_id = ?
            AND menu IS ? AND product IS ? AND account_id IS ? AND every_account IS ?
            AND menu_group_id IS ? AND product_group_id IS ? AND role_id IS ?
          """, from, until, id, sides.menu, sides.product, sides.account, sides.everyAccount,
          sides.menuGroup, sides.productGroup, sides.role)
      case .group(let id):
        try execute(
          """
          UPDATE holding SET valid_from = ?, valid_until = ? WHERE group_id = ?
            AND menu IS ? AND product IS ? AND account_id IS ? AND every_account IS ?
            AND menu_group_id IS ? AND product_group_id IS ? AND role_id IS ?
          """, from, until, id, sides.menu, sides.product, sides.account, sides.everyAccount,
          sides.menuGroup, sides.productGroup, sides.role)
      }
    guard updated == 0 else { return }
    let (operatorID, groupID): (Int64?, Int64?) =
      switch holder {
      case .operator(let id): (id, nil)
      case .group(let id): (nil, id)
      }
    try execute(
      "INSERT INTO holding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      try nextID("holding"), operatorID, groupID, sides.menu, sides.product, sides.account,
      sides.everyAccount, sides.menuGroup, sides.productGroup, sides.role, from, until)
  }

  /// Takes one thing away. Part of an operation.
  ///
  /// - Returns: whether it was held.
  func take(_ thing: HoldingRow.Thing, from holder: Holder) throws -> Bool {
    let sides = ThingColumns(thing)
    switch holder {
    case .operator(let id):
      return try execute(
        """
        DELETE FROM holding WHERE operator_id = ?
          AND menu IS ? AND product IS ? AND account_id IS ? AND every_account IS ?
          AND menu_group_id IS ? AND product_group_id IS ? AND role_id IS ?
        """, id, sides.menu, sides.product, sides.account, sides.everyAccount,
        sides.menuGroup, sides.productGroup, sides.role) > 0
    case .group(let id):
      return try execute(
        """
        DELETE FROM holding WHERE group_id = ?
          AND menu IS ? AND product IS ? AND account_id IS ? AND every_account IS ?
          AND menu_group_id IS ? AND product_group_id IS ? AND role_id IS ?
        """, id, sides.menu, sides.product, sides.account, sides.everyAccount,
        sides.menuGroup, sides.productGroup, sides.role) > 0
    }
  }

  /// Gives everything named. Part of an operation.
  func give(
    _ assignment: Assignment, to holder: Holder, validity: Validity, in tenant: Int64
  ) throws {
    for named in try reading.things(of: assignment, in: tenant) {
      try give(named.thing, to: holder, validity: validity)
    }
  }

  /// Takes everything named away. Part of an operation.
  ///
  /// - Throws: `notFound`; `absent` for what is not held.
  func take(_ assignment: Assignment, from holder: Holder, in tenant: Int64) throws {
    for named in try reading.things(of: assignment, in: tenant) {
      guard try take(named.thing, from: holder) else {
        throw IAMError.absent(named.noun, named.name)
      }
    }
  }
}

/// One thing as the columns of a holding: one is set, the others are `nil`.
private struct ThingColumns {
  var menu: String?
  var product: String?
  var account: Int64?
  var everyAccount: Int64?
  var menuGroup: Int64?
  var productGroup: Int64?
  var role: Int64?

  init(_ thing: HoldingRow.Thing) {
    switch thing {
    case .menu(let code): menu = code.text
    case .product(let code): product = code.text
    case .account(let id): account = id
    case .everyAccount: everyAccount = 1
    case .menuGroup(let id): menuGroup = id
    case .productGroup(let id): productGroup = id
    case .role(let id): role = id
    }
  }
}

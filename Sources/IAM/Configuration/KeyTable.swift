/// A table of nothing but pairs of an owner and what belongs to it.
struct KeyTable {
  let insert: StaticString
  let delete: StaticString

  static let menuGroupMenus = KeyTable(
    insert: "INSERT INTO menu_group_menu VALUES (?, ?) ON CONFLICT DO NOTHING",
    delete: "DELETE FROM menu_group_menu WHERE menu_group_id = ? AND code = ?")
  static let productGroupProducts = KeyTable(
    insert: "INSERT INTO product_group_product VALUES (?, ?) ON CONFLICT DO NOTHING",
    delete: "DELETE FROM product_group_product WHERE product_group_id = ? AND code = ?")
  static let roleMenus = KeyTable(
    insert: "INSERT INTO role_menu VALUES (?, ?) ON CONFLICT DO NOTHING",
    delete: "DELETE FROM role_menu WHERE role_id = ? AND code = ?")
  static let roleProducts = KeyTable(
    insert: "INSERT INTO role_product VALUES (?, ?) ON CONFLICT DO NOTHING",
    delete: "DELETE FROM role_product WHERE role_id = ? AND code = ?")
  static let roleAccounts = KeyTable(
    insert: "INSERT INTO role_account VALUES (?, ?) ON CONFLICT DO NOTHING",
    delete: "DELETE FROM role_account WHERE role_id = ? AND account_id = ?")
  static let roleInclusions = KeyTable(
    insert: "INSERT INTO role_inclusion VALUES (?, ?) ON CONFLICT DO NOTHING",
    delete: "DELETE FROM role_inclusion WHERE role_id = ? AND included_id = ?")
  static let poolMenus = KeyTable(
    insert: "INSERT INTO pool_menu VALUES (?, ?) ON CONFLICT DO NOTHING",
    delete: "DELETE FROM pool_menu WHERE group_id = ? AND code = ?")
  static let poolProducts = KeyTable(
    insert: "INSERT INTO pool_product VALUES (?, ?) ON CONFLICT DO NOTHING",
    delete: "DELETE FROM pool_product WHERE group_id = ? AND code = ?")
  static let poolAccounts = KeyTable(
    insert: "INSERT INTO pool_account VALUES (?, ?) ON CONFLICT DO NOTHING",
    delete: "DELETE FROM pool_account WHERE group_id = ? AND account_id = ?")
  static let administrators = KeyTable(
    insert: "INSERT INTO group_administrator VALUES (?, ?) ON CONFLICT DO NOTHING",
    delete: "DELETE FROM group_administrator WHERE group_id = ? AND operator_id = ?")
  static let joinedGroups = KeyTable(
    insert: "INSERT INTO operator_group VALUES (?, ?) ON CONFLICT DO NOTHING",
    delete: "DELETE FROM operator_group WHERE operator_id = ? AND group_id = ?")
  static let separationRoles = KeyTable(
    insert: "INSERT INTO separation_role VALUES (?, ?) ON CONFLICT DO NOTHING",
    delete: "DELETE FROM separation_role WHERE separation_id = ? AND role_id = ?")
}

extension Change {
  /// Brings the rows of one owner from one set to another. Part of an operation.
  func update<Item: SQLBindable & Hashable & Comparable>(
    _ table: KeyTable, of owner: Int64, from old: Set<Item>, to new: Set<Item>
  ) throws {
    for item in old.subtracting(new).sorted() { try execute(table.delete, owner, item) }
    for item in new.subtracting(old).sorted() { try execute(table.insert, owner, item) }
  }
}

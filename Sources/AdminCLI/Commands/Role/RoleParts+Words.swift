import IAM
import Policy

extension RoleParts {
  /// Reads what was named on the command line.
  ///
  /// - Throws: exit 64 when nothing was; exit 67 for what cannot exist.
  init(menus: [String], products: [String], accounts: [String], roles: [String]) throws {
    let named = try Assignment(
      menus: menus, products: products, accounts: accounts, roles: roles)
    self.init(
      menus: named.menus, products: named.products, accounts: named.accounts,
      everyAccount: named.everyAccount, roles: named.roles)
  }
}

/// A permission: these menus, for these products, on these accounts, together.
///
/// Permissions are unions of rectangles, never of sides: one that may trade PNG and one that may
/// settle LNG together never give "trade LNG".
public struct Rectangle: Hashable, Sendable {
  /// The menu side.
  public var menus: MenuSet
  /// The product side; decides only when a product is named.
  public var products: ProductSet
  /// The account side; decides only when an account is named.
  public var accounts: AccountSet

  /// Takes the three sides.
  public init(menus: MenuSet, products: ProductSet, accounts: AccountSet) {
    self.menus = menus
    self.products = products
    self.accounts = accounts
  }

  /// What is in both rectangles, side by side.
  public func intersection(_ other: Rectangle) -> Rectangle {
    Rectangle(
      menus: menus.intersection(other.menus), products: products.intersection(other.products),
      accounts: accounts.intersection(other.accounts))
  }

  /// Whether the menu, and the product and the account where they are named, all lie inside.
  public func covers(_ target: Target) -> Bool {
    menus.covers(target.menu) && target.product.map(products.covers) != false
      && target.account.map(accounts.contains) != false
  }
}

/// What a question is about: an action, and the product and account where they are named.
public struct Target: Hashable, Sendable {
  /// The action.
  public var menu: MenuCode
  /// The product, where one is named.
  public var product: ProductCode?
  /// The account, where one is named.
  public var account: AccountCode?

  /// Takes the three parts.
  public init(menu: MenuCode, product: ProductCode? = nil, account: AccountCode? = nil) {
    self.menu = menu
    self.product = product
    self.account = account
  }
}

extension Rectangle {
  /// Nothing.
  public static let empty = Rectangle(
    menus: MenuSet(), products: ProductSet(), accounts: .none)
}

extension Catalogue {
  /// The rectangle with the wildcards of its sides spelt out.
  public func resolved(_ rectangle: Rectangle) -> Rectangle {
    Rectangle(
      menus: resolved(rectangle.menus), products: resolved(rectangle.products),
      accounts: rectangle.accounts)
  }
}

/// The trees that permissions are granted over: menus with their marks, and products.
public struct Catalogue: Sendable, Equatable {
  /// Every menu node with its marks.
  public let menus: [MenuCode: Marks]
  /// Every listed product node; terms below a base point are known without being listed.
  public let products: Set<ProductCode>
  /// Which menu nodes have others below them: those are no actions.
  private let tree: MenuTree
  /// What `*` stands for on each side.
  private let ordinaryRoots: Set<MenuCode>
  private let productRoots: Set<ProductCode>

  /// Takes the nodes of both trees.
  ///
  /// - Complexity: O(nodes).
  public init(menus: [MenuCode: Marks] = [:], products: Set<ProductCode> = []) {
    self.menus = menus
    self.products = products
    tree = MenuTree(CodeList(menus.keys.lazy.map(\.text)))
    ordinaryRoots = Set(
      menus.lazy.filter { $0.key.isRoot && !$0.value.contains(.administrative) }.map(\.key))
    productRoots = products.filter(\.isRoot)
  }

  /// Whether the nodes are the same: all else follows from them.
  public static func == (left: Self, right: Self) -> Bool {
    left.menus == right.menus && left.products == right.products
  }

  /// The marks of an action, or `nil` when `menu` is unknown or has others below it.
  public func leaf(_ menu: MenuCode) -> Marks? {
    tree.isInner(menu) ? nil : menus[menu]
  }

  /// Every action, in the order of their codes.
  public var leaves: [MenuCode] { menus.keys.filter { !tree.isInner($0) }.sorted() }

  /// Whether `product` is listed, or is a term by its grammar below a listed base point.
  public func knows(_ product: ProductCode) -> Bool {
    products.contains(product)
      || product.endsInTerm && product.parent.map(products.contains) == true
  }

  /// Whether `menu` lies under an administrative root.
  public func isAdministrative(_ menu: MenuCode) -> Bool {
    menus[menu.root]?.contains(.administrative) == true
  }

  /// The set with its wildcard spelt out: `*` stands for every root that is not administrative,
  /// so that nobody comes to administer without an administrative root being named.
  public func resolved(_ menus: MenuSet) -> MenuSet {
    guard menus.nodes.contains(.wildcard) else { return menus }
    return MenuSet(menus.nodes.subtracting([.wildcard]).union(ordinaryRoots))
  }

  /// The set with its wildcard spelt out: `*` stands for every root of the product tree.
  public func resolved(_ products: ProductSet) -> ProductSet {
    guard products.nodes.contains(.wildcard) else { return products }
    return ProductSet(products.nodes.subtracting([.wildcard]).union(productRoots))
  }
}

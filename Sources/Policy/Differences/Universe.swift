/// The atoms that rectangles are made of, numbered, so that they can be subtracted exactly.
///
/// Every node named is an atom of its own: holding all of today's children of a node is less
/// than holding the node, which also means tomorrow's. In the same way `*` over accounts holds one
/// atom for "those to come", and every rectangle holds the atoms "no product named" and "no
/// account named".
struct Universe {
  let menus: [MenuCode]
  let products: [ProductCode]
  let accounts: [AccountCode]

  /// Collects the atoms of some rectangles.
  ///
  /// The nodes and accounts they name are enough: anything else is in a rectangle just when the
  /// nearest node named above it is, or, of accounts, when those to come are.
  ///
  /// - Complexity: O(n log n) in the number of nodes named.
  init(_ rectangles: [Rectangle]) {
    menus = Set(rectangles.flatMap(\.menus.nodes)).sorted()
    products = Set(rectangles.flatMap(\.products.nodes)).sorted()
    accounts = rectangles.reduce(into: Set<AccountCode>()) { accounts, rectangle in
      if case .some(let named) = rectangle.accounts { accounts.formUnion(named) }
    }.sorted()
  }

  /// The rectangle as sets of atoms.
  func box(_ rectangle: Rectangle) -> Box {
    Box(
      menus: BitSet(count: menus.count) { rectangle.menus.covers(menus[$0]) },
      products: BitSet(count: products.count + 1) {
        $0 == products.count || rectangle.products.covers(products[$0])
      },
      accounts: BitSet(count: accounts.count + 2) {
        if $0 == accounts.count { return true }
        if $0 == accounts.count + 1 { return rectangle.accounts == .every }
        return rectangle.accounts.contains(accounts[$0])
      })
  }

  /// A box as a rectangle again, naming the highest nodes.
  func rectangle(_ box: Box) -> Rectangle {
    Rectangle(
      menus: MenuSet(box.menus.numbers.map { menus[$0] }),
      products: ProductSet(
        box.products.numbers.filter { $0 < products.count }.map { products[$0] }),
      accounts: box.accounts.contains(accounts.count + 1)
        ? .every
        : .some(
          Set(box.accounts.numbers.filter { $0 < accounts.count }.map { accounts[$0] })))
  }
}

/// A rectangle as three sets of atoms.
struct Box: Hashable {
  var menus: BitSet
  var products: BitSet
  var accounts: BitSet

  var isEmpty: Bool { menus.isEmpty || products.isEmpty || accounts.isEmpty }

  /// What is in this box and not in the other: at most three boxes that do not overlap.
  func subtracting(_ other: Box) -> [Box] {
    let menusBoth = menus.intersection(other.menus)
    let productsBoth = products.intersection(other.products)
    let pieces = [
      Box(menus: menus.subtracting(other.menus), products: products, accounts: accounts),
      Box(menus: menusBoth, products: products.subtracting(other.products), accounts: accounts),
      Box(
        menus: menusBoth, products: productsBoth,
        accounts: accounts.subtracting(other.accounts)),
    ]
    return pieces.filter { !$0.isEmpty }
  }

  /// What is in none of the others.
  func subtracting(_ others: [Box]) -> [Box] {
    others.reduce([self]) { left, other in left.flatMap { $0.subtracting(other) } }
  }
}

public import Policy

/// The catalogue as people look at it, each section in its order: parents before their children.
public struct CatalogueListing: Sendable, Equatable {
  /// A menu.
  public struct Menu: Sendable, Equatable {
    /// Its code.
    public var code: MenuCode
    /// Its titles.
    public var title: Wording
    /// Its marks.
    public var marks: Marks
    /// Whether it is an action: no menu lies below it.
    public var isAction: Bool
  }

  /// A product, or a heading above products.
  public struct Product: Sendable, Equatable {
    /// Its code.
    public var code: ProductCode
    /// Its titles.
    public var title: Wording
  }

  /// A market.
  public struct Market: Sendable, Equatable {
    /// Its code.
    public var code: String
    /// Its titles.
    public var title: Wording
  }

  /// The menus.
  public var menus: [Menu]
  /// The products; terms below base points are not listed.
  public var products: [Product]
  /// The markets, in the order of their codes.
  public var markets: [Market]

  init(menus: [Menu], products: [Product], markets: [Market]) {
    let parents = Set(menus.compactMap(\.code.parent))
    self.menus = CatalogueListing.inTreeOrder(menus, code: \.code).map { menu in
      var menu = menu
      menu.isAction = !parents.contains(menu.code)
      return menu
    }
    self.products = CatalogueListing.inTreeOrder(products, code: \.code)
    self.markets = markets.sorted { $0.code < $1.code }
  }

  /// What a new exchange starts with.
  public static let builtIn = CatalogueListing(
    menus: Seed.catalogue.menus.map { menu in
      Menu(
        code: MenuCode(unchecked: menu.code), title: menu.title,
        marks: Marks(letters: menu.marks.map(\.rawValue)) ?? [], isAction: false)
    },
    products: Seed.catalogue.products.map {
      Product(code: ProductCode(unchecked: $0.code), title: $0.title)
    },
    markets: Seed.catalogue.markets.map { Market(code: $0.code, title: $0.title) })

  /// Nodes each followed by what lies below it; siblings keep the order they come in.
  private static func inTreeOrder<Node, Code: TreeCode>(
    _ nodes: [Node], code: (Node) -> Code
  ) -> [Node] {
    let children = Dictionary(grouping: nodes) { code($0).parent }
    func below(_ parent: Code?) -> [Node] {
      (children[parent] ?? []).flatMap { [$0] + below(code($0)) }
    }
    return below(nil)
  }
}

extension Inquiry {
  /// The catalogue in force. Anybody may look at it, also without a login.
  public func catalogueListing() throws -> CatalogueListing { try reading.catalogueListing() }
}

extension ReadTransaction {
  /// The catalogue in force.
  func catalogueListing() throws -> CatalogueListing {
    CatalogueListing(
      menus: try all(
        "SELECT code, title_zh, title_en, marks FROM menu ORDER BY position, code"
      ) { row in
        CatalogueListing.Menu(
          code: MenuCode(unchecked: try row.text(0)),
          title: Wording(zh: try row.text(1), en: try row.text(2)),
          marks: Marks(rawValue: UInt16(truncatingIfNeeded: try row.int(3))), isAction: false)
      },
      products: try all(
        "SELECT code, title_zh, title_en FROM product ORDER BY position, code"
      ) { row in
        CatalogueListing.Product(
          code: ProductCode(unchecked: try row.text(0)),
          title: Wording(zh: try row.text(1), en: try row.text(2)))
      },
      markets: try all("SELECT code, title_zh, title_en FROM market") { row in
        CatalogueListing.Market(
          code: try row.text(0), title: Wording(zh: try row.text(1), en: try row.text(2)))
      })
  }
}

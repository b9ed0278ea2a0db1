extension Seed {
  /// A business qualification and what its approval opens.
  public struct Qualification: Sendable, Equatable {
    static let keys = ["code", "title", "menus", "products"]

    /// The code, such as `PNG`.
    public let code: String
    /// The titles.
    public let title: Wording
    /// The menus that approval opens, each with everything below it.
    public let menus: [String]
    /// The products that approval opens, each with everything below it.
    public let products: [String]

    init(_ node: DocumentReader) throws(DocumentError) {
      code = try node.string("code")
      title = try node.title("title")
      menus = try node.strings("menus")
      products = try node.strings("products")
    }
  }

  /// What a kind of tenant is entitled to from the start.
  public struct Entitlement: Sendable, Equatable {
    static let keys = ["kind", "menus", "products"]

    /// `member`, `institution` or `exchange`.
    public let kind: String
    /// The menus, each with everything below it.
    public let menus: [String]
    /// The products, each with everything below it; possibly none.
    public let products: [String]

    init(_ node: DocumentReader) throws(DocumentError) {
      kind = try node.string("kind")
      menus = try node.strings("menus")
      products = try node.strings("products")
    }
  }

  /// A recommended menu group.
  public struct Preset: Sendable, Equatable {
    static let keys = ["code", "title", "menus"]

    /// The word by which commands name it, such as `trader`.
    public let code: String
    /// The titles.
    public let title: Wording
    /// The menus, each with everything below it.
    public let menus: [String]

    init(_ node: DocumentReader) throws(DocumentError) {
      code = try node.string("code")
      title = try node.title("title")
      menus = try node.strings("menus")
    }
  }

  /// A trading region, named by its base point.
  public struct Region: Sendable, Equatable {
    static let keys = ["code", "title"]

    /// The base point, such as `SH`, as it stands in product codes.
    public let code: String
    /// The titles.
    public let title: Wording

    init(_ node: DocumentReader) throws(DocumentError) {
      code = try node.string("code")
      title = try node.title("title")
    }
  }

  /// A province-level division.
  public struct Province: Sendable, Equatable {
    static let keys = ["name", "region"]

    /// The short Chinese name, such as `重庆`.
    public let name: String
    /// The code of its trading region, or `nil` when it lies in none.
    public let region: String?

    init(_ node: DocumentReader) throws(DocumentError) {
      name = try node.string("name")
      region = try node.optionalString("region")
    }
  }
}

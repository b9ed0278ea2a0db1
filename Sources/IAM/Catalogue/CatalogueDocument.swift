/// A catalogue of menus, products and markets as a document describes it, checked in itself.
///
/// Codes are plain text here. Nodes stand in the document's order, each parent before its
/// children.
public struct CatalogueDocument: Sendable, Equatable {
  /// The deepest node of either tree; a root has depth 1.
  public static let maximumDepth = 6

  /// The menus, inner nodes included.
  public let menus: [Menu]
  /// The products and their base points; terms are known by their grammar and need no listing.
  public let products: [Product]
  /// The markets.
  public let markets: [Market]

  /// Reads and checks a catalogue.
  ///
  /// A section that is left out is empty. A mark that implies another brings it along. A code of
  /// the catalogue in force may stand in the document again: it is then an update.
  ///
  /// - Parameters:
  ///   - document: `{"menus":[…],"products":[…],"markets":[…]}`.
  ///   - knownMenus: the codes of the menus in force, which may be parents too.
  ///   - knownProducts: the codes of the products in force, which may be parents too.
  /// - Throws: a `DocumentError` with the path of the first problem.
  /// - Complexity: O(size of the document).
  public init(
    _ document: JSONValue, knownMenus: Set<String> = [], knownProducts: Set<String> = []
  ) throws(DocumentError) {
    let reader = try DocumentReader(document, keys: ["menus", "products", "markets"])
    menus = try Self.nodes(reader, "menus", keys: Menu.keys, known: knownMenus) {
      node throws(DocumentError) in try Menu(node)
    }
    products = try Self.nodes(reader, "products", keys: Product.keys, known: knownProducts) {
      node throws(DocumentError) in try Product(node)
    }
    markets = try Self.nodes(reader, "markets", keys: Market.keys, known: []) {
      node throws(DocumentError) in try Market(node)
    }
  }

  private static func nodes<Node: CatalogueNode>(
    _ reader: DocumentReader, _ section: String, keys: [String], known: Set<String>,
    make: (DocumentReader) throws(DocumentError) -> Node
  ) throws(DocumentError) -> [Node] {
    var listed: Set<String> = []
    var nodes: [Node] = []
    for element in try reader.optionalObjects(section, keys: keys) ?? [] {
      let node = try make(element)
      guard listed.insert(node.code).inserted else {
        throw element.error(.duplicate(node.code), at: "code")
      }
      if let parent = parent(of: node.code), !listed.contains(parent), !known.contains(parent) {
        throw element.error(.parentUnknown(parent), at: "code")
      }
      nodes.append(node)
    }
    return nodes
  }

  private static func parent(of code: String) -> String? {
    code.lastIndex(of: ".").map { String(code[..<$0]) }
  }
}

/// What the three sections have in common.
protocol CatalogueNode {
  var code: String { get }
}

/// The trees of the catalogue with their nodes numbered: leaves of the menu tree, and all products.
package final class CompiledCatalogue: Sendable {
  /// The state of the store's catalogue that this was made from.
  package let version: Int64
  /// Every action, in the order of their codes.
  package let leaves: [MenuCode]
  /// The marks of each action.
  package let marks: [Marks]
  /// Every listed product, in the order of their codes.
  package let products: [ProductCode]
  /// Finds actions.
  package let leafTable: CodeTable
  /// Finds listed products.
  package let productTable: CodeTable
  /// Which products have terms below them that are known without being listed.
  let catalogue: Catalogue
  /// What `*` stands for among the actions.
  let wildcardMenus: [Range<Int>]
  /// Whether `*` stands for any product at all.
  let hasProductRoots: Bool
  private let nodes: [Range<Int>]
  private let nodeTable: CodeTable

  /// Numbers the nodes of a catalogue.
  ///
  /// - Complexity: O(n log n).
  package init(_ catalogue: Catalogue, version: Int64) {
    self.version = version
    self.catalogue = catalogue
    let leaves = catalogue.leaves
    self.leaves = leaves
    marks = leaves.map { catalogue.leaf($0) ?? [] }
    products = catalogue.products.sorted()
    leafTable = CodeTable(leaves.map(\.text))
    productTable = CodeTable(products.map(\.text))
    let named = catalogue.menus.keys.sorted()
    nodes = named.map { leaves.span(of: $0) }
    nodeTable = CodeTable(named.map(\.text))
    wildcardMenus = catalogue.resolved(MenuSet([.wildcard])).nodes.map { leaves.span(of: $0) }
    hasProductRoots = !catalogue.resolved(ProductSet([.wildcard])).isEmpty
  }

  /// The actions that a node of the menu tree covers; not for `*`.
  package func leaves(below code: some Collection<UInt8>) -> Range<Int> {
    let number = nodeTable.number(code)
    if number >= 0 { return nodes[Int(number)] }
    return leaves.span(of: MenuCode(unchecked: String(decoding: code, as: UTF8.self)))
  }

  /// A product as asked for, whatever the tenant.
  package func product(_ text: String) -> ResolvedProduct {
    let listed = productTable.number(text)
    if listed >= 0 { return ResolvedProduct(number: listed, term: nil) }
    guard let code = ProductCode(text) else { return .unknown }
    let number = productTable.number(code.text)
    if number >= 0 { return ResolvedProduct(number: number, term: nil) }
    guard code.endsInTerm, let base = code.parent else { return .unknown }
    let parent = productTable.number(base.text)
    return parent < 0 ? .unknown : ResolvedProduct(number: parent, term: code)
  }
}

/// A product as a catalogue knows it.
package struct ResolvedProduct: Sendable {
  /// The number of the product, of the base point for a term that is not listed; -2 for unknown.
  package var number: Int32
  /// The term that is not listed.
  package var term: ProductCode?

  /// No product that the catalogue knows.
  package static let unknown = ResolvedProduct(number: CompiledTarget.unknown, term: nil)
}

extension Array where Element: TreeCode {
  /// The places of a node and all below it in an array sorted by code.
  ///
  /// - Complexity: O(log n).
  func span(of node: Element) -> Range<Int> {
    let prefix = node.text + "."
    let start = firstPlace { $0.text >= prefix }
    let end = start + self[start...].prefix { $0.text.utf8.starts(with: prefix.utf8) }.count
    let own = firstPlace { $0.text >= node.text }
    guard own < count, self[own] == node else { return start..<end }
    // Nothing sorts between a product and what is below it, and an action has nothing below it.
    return start == end ? own..<(own + 1) : own..<end
  }

  private func firstPlace(where isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

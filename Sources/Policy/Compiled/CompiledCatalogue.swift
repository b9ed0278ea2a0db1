/// The trees of the catalogue with their nodes numbered: leaves of the menu tree, and all products.
package final class CompiledCatalogue: Sendable {
  /// The state of the store's catalogue that this was made from.
  package let version: Int64
  /// How many actions there are.
  package let leafCount: Int
  /// The marks of each action, in the order of their codes.
  package let marks: FixedMemory<Marks>
  /// Every listed product, in the order of their codes.
  package let products: [ProductCode]
  /// Finds actions.
  package let leafTable: CodeTable
  /// Finds listed products.
  package let productTable: CodeTable
  /// What `*` stands for among the actions.
  let wildcardMenus: [LeafSpan]
  /// What `*` stands for among the products.
  let productRoots: [ProductCode]
  private let nodes: FixedMemory<LeafSpan>
  private let tree: MenuTree

  /// Numbers the nodes of both trees.
  ///
  /// - Parameters:
  ///   - menus: the nodes of the menu tree; ``CodeList/isInOrder``.
  ///   - marks: those of each.
  ///   - products: the listed nodes of the product tree; in order as well.
  ///   - version: the state of the store's catalogue that these are.
  /// - Complexity: O(bytes).
  package init(menus: CodeList, marks: [Marks], products: CodeList, version: Int64) {
    precondition(menus.isInOrder && products.isInOrder, "codes come in order, each once")
    self.version = version
    let tree = MenuTree(menus)
    let leaves = tree.leaves
    let spans = tree.spans(of: leaves)
    leafCount = leaves.count
    self.marks = FixedMemory(leaves.map { marks[$0] })
    leafTable = CodeTable(menus.picked(leaves))
    nodes = FixedMemory(spans)
    self.tree = tree
    wildcardMenus = tree.above.indices.filter {
      tree.above[$0] < 0 && !marks[$0].contains(.administrative)
        && MenuCode(unchecked: menus.text($0)).isRoot
    }.map { spans[$0] }
    self.products = products.texts.map(ProductCode.init(unchecked:))
    productTable = CodeTable(products)
    productRoots = self.products.filter(\.isRoot)
  }

  /// Numbers the nodes of a catalogue.
  ///
  /// - Complexity: O(n log n).
  package convenience init(_ catalogue: Catalogue, version: Int64) {
    let menus = catalogue.menus.sorted { $0.key < $1.key }
    self.init(
      menus: CodeList(menus.lazy.map(\.key.text)), marks: menus.map(\.value),
      products: CodeList(catalogue.products.sorted().lazy.map(\.text)), version: version)
  }

  /// Whether a product is not listed, but a term by its grammar below a listed base point.
  func isUnlistedTerm(_ product: ProductCode) -> Bool {
    guard product.endsInTerm, productTable.number(product.text) < 0 else { return false }
    return product.parent.map { productTable.number($0.text) >= 0 } == true
  }

  /// The actions that a node of the menu tree covers; not for `*`.
  package func leaves(below code: UnsafeRawBufferPointer) -> Range<Int> {
    let number = tree.table.number(code)
    if number >= 0 { return nodes.start[Int(number)].range }
    return leafTable.span(below: code)
  }

  /// The number of a product as asked for, that of its base point for a term that is not listed;
  /// -2 for one that the catalogue does not know. Allocates nothing.
  package func productNumber(_ text: String) -> Int32 {
    let fast = text.utf8.withContiguousStorageIfAvailable {
      productNumber(UnsafeRawBufferPointer($0))
    }
    return fast ?? Array(text.utf8).withUnsafeBytes { productNumber($0) }
  }

  private func productNumber(_ text: UnsafeRawBufferPointer) -> Int32 {
    let listed = productTable.number(text)
    if listed >= 0 { return listed }
    // The longest code there can be: three segments with two separators.
    guard text.count <= 98 else { return CompiledTarget.unknown }
    return withUnsafeTemporaryAllocation(byteCount: 98, alignment: 8) { buffer in
      var dots = (count: 0, last: 0)
      for (place, byte) in text.enumerated() {
        let isDot =
          byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".")
        buffer[place] = isDot ? UInt8(ascii: ".") : byte
        if isDot { dots = (dots.count + 1, place) }
      }
      let code = UnsafeRawBufferPointer(rebasing: buffer[..<text.count])
      let number = productTable.number(code)
      if number >= 0 { return number }
      guard dots.count == 2, isDeliveryTerm(code[(dots.last + 1)...]) else {
        return CompiledTarget.unknown
      }
      let base = productTable.number(UnsafeRawBufferPointer(rebasing: code[..<dots.last]))
      return base < 0 ? CompiledTarget.unknown : base
    }
  }
}

/// Whether some bytes are a delivery term, as ``ProductCode/endsInTerm`` says it of a code.
private func isDeliveryTerm(_ term: Slice<UnsafeRawBufferPointer>) -> Bool {
  func digit(_ place: Int) -> Int { Int(term[term.startIndex + place]) - 48 }
  switch term.count {
  case 1: return term.first == UInt8(ascii: "W") || term.first == UInt8(ascii: "F")
  case 2: return term.first == UInt8(ascii: "D") && (1...8).contains(digit(1))
  case 4:
    guard term.allSatisfy(\.isDigit) else { return false }
    let month = digit(2) * 10 + digit(3)
    return (1...12).contains(month) || digit(0) == 2 && digit(1) == 0
  default: return false
  }
}

extension Array where Element: TreeCode {
  /// The places of a node and all below it in an array sorted by code.
  ///
  /// - Complexity: O(log n).
  func span(of node: Element) -> Range<Int> {
    let prefix = node.text + "."
    let start = firstPlace(of: count) { self[$0].text >= prefix }
    let end = start + self[start...].prefix { $0.text.utf8.starts(with: prefix.utf8) }.count
    let own = firstPlace(of: count) { self[$0].text >= node.text }
    guard own < count, self[own] == node else { return start..<end }
    // Nothing sorts between a product and what is below it, and an action has nothing below it.
    return start == end ? own..<(own + 1) : own..<end
  }
}

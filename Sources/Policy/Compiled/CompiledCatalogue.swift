/// The trees of the catalogue with their nodes numbered: leaves of the menu tree, and all products.
package final class CompiledCatalogue: Sendable {
  /// The state of the store's catalogue that this was made from.
  package let version: Int64
  /// Every action, in the order of their codes.
  package let leaves: [MenuCode]
  /// The marks of each action.
  package let marks: FixedMemory<Marks>
  /// Every listed product, in the order of their codes.
  package let products: [ProductCode]
  /// Finds actions.
  package let leafTable: CodeTable
  /// Finds listed products.
  package let productTable: CodeTable
  /// What `*` stands for among the actions.
  let wildcardMenus: [Range<Int>]
  /// What `*` stands for among the products.
  let productRoots: [ProductCode]
  private let nodes: [Range<Int>]
  private let nodeTable: CodeTable

  /// Numbers the nodes of both trees, each of which comes once.
  ///
  /// - Parameters:
  ///   - menus: the nodes of the menu tree with their marks, best in the order of their codes.
  ///   - products: the listed nodes of the product tree.
  ///   - version: the state of the store's catalogue that these are.
  /// - Complexity: O(n log n); O(n) for what is in order.
  package init(
    menus: [(code: MenuCode, marks: Marks)], products: [ProductCode], version: Int64
  ) {
    self.version = version
    let menus = menus.sorted { $0.code < $1.code }
    let tree = MenuTree(menus.map(\.code))
    let leaves = tree.leaves.map { menus[$0] }
    self.leaves = leaves.map(\.code)
    marks = FixedMemory(leaves.map(\.marks))
    leafTable = CodeTable(leaves.map(\.code.text))
    nodes = tree.spans
    nodeTable = tree.table
    wildcardMenus = menus.indices.filter {
      menus[$0].code.isRoot && !menus[$0].marks.contains(.administrative)
    }.map { tree.spans[$0] }
    self.products = products.sorted()
    productTable = CodeTable(self.products.map(\.text))
    productRoots = self.products.filter(\.isRoot)
  }

  /// Numbers the nodes of a catalogue.
  ///
  /// - Complexity: O(n log n).
  package convenience init(_ catalogue: Catalogue, version: Int64) {
    self.init(
      menus: catalogue.menus.map { (code: $0.key, marks: $0.value) },
      products: Array(catalogue.products), version: version)
  }

  /// Whether a product is listed, or is a term by its grammar below a listed base point.
  func knows(_ product: ProductCode) -> Bool {
    productTable.number(product.text) >= 0
      || product.endsInTerm
        && product.parent.map { productTable.number($0.text) >= 0 } == true
  }

  /// The actions that a node of the menu tree covers; not for `*`.
  package func leaves(below code: UnsafeRawBufferPointer) -> Range<Int> {
    let number = nodeTable.number(code)
    if number >= 0 { return nodes[Int(number)] }
    return leaves.span(of: MenuCode(unchecked: String(decoding: code, as: UTF8.self)))
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

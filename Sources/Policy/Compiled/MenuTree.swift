/// How the nodes of the menu tree lie below each other, by their places in the order of their codes.
struct MenuTree {
  /// Finds the place of a node.
  let table: CodeTable
  /// The places of the nodes that have none below them.
  let leaves: [Int]
  /// For each node the leaves that it covers, by their numbers among the leaves.
  private(set) var spans: [Range<Int>]

  /// Takes the codes of all nodes.
  ///
  /// - Parameter codes: in order, each once.
  /// - Complexity: O(nodes × depth).
  init(_ codes: [MenuCode]) {
    let inner = InnerNodes(of: codes)
    table = inner.table
    leaves = codes.indices.filter { !inner.isInner[$0] }
    var spans = [Range<Int>](repeating: 0..<0, count: codes.count)
    for (number, place) in leaves.enumerated() {
      spans[place] = number..<number + 1
      // The leaves below a node lie beside each other, for they begin with the same text.
      table.climb(from: codes[place]) { above in
        let first = spans[above].isEmpty ? number : spans[above].lowerBound
        spans[above] = first..<number + 1
        return true
      }
    }
    self.spans = spans
  }
}

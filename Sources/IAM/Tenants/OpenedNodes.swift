internal import Policy

/// The nodes of a tree that are open to a tenant, each with everything below it. No node stands in
/// it together with one above it.
struct OpenedNodes<Code: TreeCode> {
  /// The nodes.
  private(set) var nodes: Set<Code>
  private let tree: Set<Code>

  /// Takes the nodes that are open and the whole tree.
  init(_ nodes: Set<Code>, in tree: Set<Code>) {
    self.nodes = nodes
    self.tree = tree
  }

  /// Opens a node with everything below it, now and later.
  mutating func open(_ code: Code) {
    guard !nodes.contains(where: { $0.covers(code) }) else { return }
    nodes = nodes.filter { !code.covers($0) }
    nodes.insert(code)
  }

  /// Closes a node and everything below it.
  ///
  /// Where a node above it is open, that one is closed too and in its place its other children are
  /// opened, and theirs on the way down: nothing else is lost. What is added later below the node
  /// that was split is not open by itself.
  ///
  /// - Returns: whether anything was open there.
  /// - Complexity: O(tree × depth).
  mutating func close(_ code: Code) -> Bool {
    let below = nodes.filter { code.covers($0) }
    nodes.subtract(below)
    guard let above = nodes.first(where: { $0.covers(code) }) else { return !below.isEmpty }
    nodes.remove(above)
    for node in code.ancestors where above.covers(node) {
      nodes.formUnion(tree.filter { $0.parent == node && !$0.covers(code) })
    }
    return true
  }
}

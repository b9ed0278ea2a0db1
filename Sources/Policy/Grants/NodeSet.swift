/// A set of nodes of one tree, each standing for itself and everything below it, now and later.
public struct NodeSet<Code: TreeCode>: Hashable, Sendable {
  /// The nodes named. None lies below another.
  public private(set) var nodes: Set<Code>

  /// The empty set.
  public init() { nodes = [] }

  /// Takes nodes; those that lie below another are dropped, for they add nothing.
  ///
  /// - Complexity: O(nodes × depth).
  public init(_ nodes: some Sequence<Code>) {
    let all = Set(nodes)
    self.nodes = all.filter { !$0.ancestors.contains(where: all.contains) }
  }

  /// Whether nothing is in it.
  public var isEmpty: Bool { nodes.isEmpty }

  /// Whether `code`, or a node above it, is named.
  ///
  /// - Complexity: O(depth of the code).
  public func covers(_ code: Code) -> Bool {
    nodes.contains(code) || code.ancestors.contains(where: nodes.contains)
  }

  /// Whether everything in `other` is in this set too.
  public func covers(_ other: NodeSet) -> Bool { other.nodes.allSatisfy(covers) }

  /// What is in either.
  public func union(_ other: NodeSet) -> NodeSet { NodeSet(nodes.union(other.nodes)) }

  /// What is in both: of two nodes one of which covers the other, the lower.
  ///
  /// - Complexity: O(nodes of both × depth).
  public func intersection(_ other: NodeSet) -> NodeSet {
    NodeSet(nodes.filter(other.covers).union(other.nodes.filter(covers)))
  }
}

/// A set of menus.
public typealias MenuSet = NodeSet<MenuCode>
/// A set of products.
public typealias ProductSet = NodeSet<ProductCode>

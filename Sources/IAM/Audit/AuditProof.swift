/// Shows that a row belongs to the audit trail: the row, and the hashes that lead from it to the
/// root.
///
/// - Source: RFC 6962 section 2.1.1.
public struct AuditProof: Sendable, Equatable {
  /// The row.
  public var entry: AuditEntry
  /// The number of rows of the tree.
  public var size: Int64
  /// The root of the tree.
  public var root: Digest
  /// The siblings on the way, lowest first.
  public var siblings: [Digest]

  /// Whether the hashes lead from the row to the root.
  public var holds: Bool {
    MerkleTree.isIncluded(
      MerkleTree.leafHash(entry.canonicalBytes), index: Int(entry.sequence), size: Int(size),
      root: root, proof: siblings)
  }
}

extension ReadTransaction {
  /// The siblings that lead from a row to the root of the tree of the first `size` rows.
  ///
  /// - Complexity: O(size); inner nodes are not stored.
  func auditSiblings(of sequence: Int64, size: Int64) throws -> [Digest] {
    var range = 0..<size
    var siblings: [Digest] = []
    while range.count > 1 {
      let middle = range.lowerBound + Int64(MerkleTree.split(range.count))
      let left = range.lowerBound..<middle
      let right = middle..<range.upperBound
      siblings.append(try auditRoot(of: sequence < middle ? right : left))
      range = sequence < middle ? left : right
    }
    return siblings.reversed()
  }

  /// The root of the tree over the stored hashes of some rows.
  ///
  /// - Complexity: O(rows) time, O(log rows) memory.
  func auditRoot(of range: Range<Int64>) throws -> Digest {
    var frontier = MerkleFrontier()
    try rows(
      "SELECT leaf FROM audit WHERE seq >= ? AND seq < ? ORDER BY seq", range.lowerBound,
      range.upperBound
    ) { row in
      guard let leaf = Digest(bytes: try row.blob(0)) else {
        throw DatabaseError(.integrity, "an audit row has no hash")
      }
      frontier.append(leaf)
    }
    return frontier.root
  }
}

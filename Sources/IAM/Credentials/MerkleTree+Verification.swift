extension MerkleTree {
  /// Whether a proof leads from a leaf to the root. Never traps, whatever it is given.
  ///
  /// - Source: RFC 9162 section 2.1.3.2.
  public static func isIncluded(
    _ leafHash: Digest, index: Int, size: Int, root: Digest, proof: [Digest]
  ) -> Bool {
    guard 0 <= index, index < size else { return false }
    var position = index
    var last = size - 1
    var hash = leafHash
    for sibling in proof {
      if last == 0 { return false }
      if position & 1 == 1 || position == last {
        hash = nodeHash(sibling, hash)
        // The last node of a level without a sibling rises until it has one on its left.
        while position & 1 == 0 && position != 0 {
          position >>= 1
          last >>= 1
        }
      } else {
        hash = nodeHash(hash, sibling)
      }
      position >>= 1
      last >>= 1
    }
    return last == 0 && hash == root
  }

  /// Whether a proof shows that the old tree is the beginning of the new one. Never traps.
  ///
  /// - Source: RFC 9162 section 2.1.4.2.
  public static func isConsistent(
    oldSize: Int, oldRoot: Digest, size: Int, root: Digest, proof: [Digest]
  ) -> Bool {
    guard 0 <= oldSize, oldSize <= size else { return false }
    if oldSize == 0 { return proof.isEmpty && oldRoot == emptyRoot }
    if oldSize == size { return proof.isEmpty && oldRoot == root }
    // The old root is the first node itself where the old tree is complete.
    let isComplete = oldSize & (oldSize - 1) == 0
    let nodes = isComplete ? [oldRoot] + proof : proof
    guard let first = nodes.first else { return false }
    let shift = (oldSize - 1).trailingOnes
    var position = (oldSize - 1) >> shift
    var last = (size - 1) >> shift
    var oldHash = first
    var hash = first
    for node in nodes.dropFirst() {
      if last == 0 { return false }
      if position & 1 == 1 || position == last {
        oldHash = nodeHash(node, oldHash)
        hash = nodeHash(node, hash)
        while position & 1 == 0 && position != 0 {
          position >>= 1
          last >>= 1
        }
      } else {
        hash = nodeHash(hash, node)
      }
      position >>= 1
      last >>= 1
    }
    return last == 0 && oldHash == oldRoot && hash == root
  }
}

extension Int {
  fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}

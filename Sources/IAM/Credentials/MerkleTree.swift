/// The hashes and proofs of RFC 6962 Merkle trees over leaves that the caller keeps.
///
/// - Source: RFC 6962 section 2.1.
public enum MerkleTree {
  /// Answers the leaf hash at an index, counted from 0.
  public typealias LeafHashes = (Int) throws -> Digest

  /// The hash of a leaf with the given content.
  public static func leafHash(_ content: [UInt8]) -> Digest {
    var computation = DigestComputation()
    computation.update([0])
    computation.update(content)
    return computation.finish()
  }

  /// The hash of an inner node.
  public static func nodeHash(_ left: Digest, _ right: Digest) -> Digest {
    var computation = DigestComputation()
    computation.update([1])
    computation.update(left.bytes)
    computation.update(right.bytes)
    return computation.finish()
  }

  /// The root of the tree without leaves: the digest of no bytes.
  public static var emptyRoot: Digest { Digest.sha256([]) }

  /// The root over a range of leaves.
  ///
  /// - Complexity: O(leaves in the range) hashes.
  public static func root(
    of range: Range<Int>, leafHashes: LeafHashes
  ) throws -> Digest {
    switch range.count {
    case 0: return emptyRoot
    case 1: return try leafHashes(range.lowerBound)
    default:
      let middle = range.lowerBound + split(range.count)
      return nodeHash(
        try root(of: range.lowerBound..<middle, leafHashes: leafHashes),
        try root(of: middle..<range.upperBound, leafHashes: leafHashes))
    }
  }

  /// The siblings, lowest first, that lead from a leaf to the root.
  ///
  /// - Throws: `outsideTree` unless `0 <= index < size`; what the provider throws.
  /// - Complexity: O(size) hashes.
  public static func inclusionProof(
    index: Int, size: Int, leafHashes: LeafHashes
  ) throws -> [Digest] {
    guard (0..<max(size, 0)).contains(index) else { throw CredentialError.outsideTree }
    var range = 0..<size
    var proof: [Digest] = []
    while range.count > 1 {
      let middle = range.lowerBound + split(range.count)
      let left = range.lowerBound..<middle
      let right = middle..<range.upperBound
      let sibling = index < middle ? right : left
      proof.append(try root(of: sibling, leafHashes: leafHashes))
      range = index < middle ? left : right
    }
    return proof.reversed()
  }

  /// The nodes that show the tree of `oldSize` leaves to be the beginning of that of `size`.
  ///
  /// Empty when the sizes are equal, or the old one is 0.
  /// - Throws: `outsideTree` unless `0 <= oldSize <= size`; what the provider throws.
  /// - Complexity: O(size) hashes.
  public static func consistencyProof(
    from oldSize: Int, to size: Int, leafHashes: LeafHashes
  ) throws -> [Digest] {
    guard 0 <= oldSize, oldSize <= size else { throw CredentialError.outsideTree }
    if oldSize == 0 { return [] }
    var range = 0..<size
    var proof: [Digest] = []
    // The old root itself need not be sent as long as only left halves were taken.
    while range.upperBound != oldSize {
      let middle = range.lowerBound + split(range.count)
      let left = range.lowerBound..<middle
      let right = middle..<range.upperBound
      let sibling = oldSize <= middle ? right : left
      proof.append(try root(of: sibling, leafHashes: leafHashes))
      range = oldSize <= middle ? left : right
    }
    if range.lowerBound > 0 { proof.append(try root(of: range, leafHashes: leafHashes)) }
    return proof.reversed()
  }

  /// The greatest power of two that is smaller than a count of 2 or more.
  static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}

/// The right edge of a growing Merkle tree: enough to append leaves and to know the root.
///
/// It holds one root for each complete subtree, the largest (leftmost) first: as many as the size
/// has bits that are 1. Storing the size and the peaks is storing the frontier.
///
/// - Source: RFC 6962 section 2.1.
public struct MerkleFrontier: Sendable, Hashable {
  /// The number of leaves.
  public private(set) var size: Int
  /// The roots of the complete subtrees, largest first; empty for a tree without leaves.
  public private(set) var peaks: [Digest]

  /// The frontier of a tree without leaves.
  public init() {
    size = 0
    peaks = []
  }

  /// Takes up a stored frontier; `nil` when size and peaks cannot belong together.
  public init?(size: Int, peaks: [[UInt8]]) {
    let digests = peaks.compactMap(Digest.init(bytes:))
    guard size >= 0, digests.count == peaks.count, digests.count == size.nonzeroBitCount else {
      return nil
    }
    self.size = size
    self.peaks = digests
  }

  /// Adds a leaf at the end.
  ///
  /// - Complexity: O(log size) hashes, amortised O(1).
  public mutating func append(_ leafHash: Digest) {
    var hash = leafHash
    for _ in 0..<(~size).trailingZeroBitCount {
      hash = MerkleTree.nodeHash(peaks.removeLast(), hash)
    }
    peaks.append(hash)
    size += 1
  }

  /// The root of the tree.
  ///
  /// - Complexity: O(log size) hashes.
  public var root: Digest {
    guard var hash = peaks.last else { return MerkleTree.emptyRoot }
    for peak in peaks.dropLast().reversed() { hash = MerkleTree.nodeHash(peak, hash) }
    return hash
  }
}

import Testing

@testable import IAM

/// RFC 6962 hashes and proofs, which `audit verify`, `checkpoint` and `prove` rest on.
struct MerkleTreeTests {
  /// The eight leaves that implementations of RFC 6962 commonly test with.
  static let leaves = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ]

  /// Their roots for sizes 1 to 8.
  static let roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  func leafHashes() throws -> [Digest] {
    try MerkleTreeTests.leaves.map { MerkleTree.leafHash(try #require(Hexadecimal.bytes($0))) }
  }

  /// Leaf hashes of numbered leaves.
  func numbered(_ count: Int) -> [Digest] {
    (0..<count).map { MerkleTree.leafHash(Array("leaf \($0)".utf8)) }
  }

  @Test func `the roots of the eight-leaf tree are the published ones`() throws {
    let hashes = try leafHashes()
    var frontier = MerkleFrontier()
    #expect(
      frontier.root.hexadecimal
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    for (index, root) in MerkleTreeTests.roots.enumerated() {
      frontier.append(hashes[index])
      #expect(frontier.root.hexadecimal == root)
      #expect(try MerkleTree.root(of: 0..<index + 1) { hashes[$0] }.hexadecimal == root)
    }
  }

  @Test func `the frontier agrees with the whole tree and survives being stored`() throws {
    let hashes = numbered(70)
    var frontier = MerkleFrontier()
    for size in 0...70 {
      #expect(try frontier.root == MerkleTree.root(of: 0..<size) { hashes[$0] })
      #expect(frontier.peaks.count == size.nonzeroBitCount)
      frontier = try #require(MerkleFrontier(size: size, peaks: frontier.peaks.map(\.bytes)))
      if size < 70 { frontier.append(hashes[size]) }
    }
  }

  @Test func `a stored frontier that does not fit together is refused`() {
    let digest = MerkleTree.emptyRoot.bytes
    #expect(MerkleFrontier(size: 3, peaks: [digest]) == nil)
    #expect(MerkleFrontier(size: 1, peaks: [[1, 2]]) == nil)
    #expect(MerkleFrontier(size: -1, peaks: []) == nil)
    #expect(MerkleFrontier(size: 0, peaks: [digest]) == nil)
  }

  @Test func `every leaf of every small tree is proved, and only at its place`() throws {
    let hashes = numbered(17)
    for size in 1...17 {
      let root = try MerkleTree.root(of: 0..<size) { hashes[$0] }
      for index in 0..<size {
        let proof = try MerkleTree.inclusionProof(index: index, size: size) { hashes[$0] }
        for claimed in 0..<size {
          for position in 0..<size {
            let holds = MerkleTree.isIncluded(
              hashes[claimed], index: position, size: size, root: root, proof: proof)
            #expect(holds == (claimed == index && position == index))
          }
        }
        for broken in [proof + [root], Array(proof.dropLast())] where broken != proof {
          #expect(
            !MerkleTree.isIncluded(
              hashes[index], index: index, size: size, root: root, proof: broken))
        }
      }
    }
  }

  @Test func `every small tree is proved to begin with every smaller one`() throws {
    let hashes = numbered(17)
    let roots = try (0...17).map { size in try MerkleTree.root(of: 0..<size) { hashes[$0] } }
    for size in 0...17 {
      for oldSize in 0...size {
        let proof = try MerkleTree.consistencyProof(from: oldSize, to: size) { hashes[$0] }
        for claimed in 0...17 {
          let holds = MerkleTree.isConsistent(
            oldSize: oldSize, oldRoot: roots[claimed], size: size, root: roots[size], proof: proof)
          #expect(holds == (claimed == oldSize), "\(claimed) as \(oldSize) of \(size)")
        }
        #expect(
          !MerkleTree.isConsistent(
            oldSize: oldSize, oldRoot: roots[oldSize], size: size, root: roots[size],
            proof: proof + [roots[1]]))
      }
    }
  }

  @Test func `a rewritten history is not consistent`() throws {
    var hashes = numbered(13)
    let oldRoot = try MerkleTree.root(of: 0..<9) { hashes[$0] }
    hashes[4] = MerkleTree.leafHash(Array("rewritten".utf8))
    let root = try MerkleTree.root(of: 0..<13) { hashes[$0] }
    let proof = try MerkleTree.consistencyProof(from: 9, to: 13) { hashes[$0] }
    #expect(
      !MerkleTree.isConsistent(oldSize: 9, oldRoot: oldRoot, size: 13, root: root, proof: proof))
  }

  @Test func `positions outside the tree are refused and prove nothing`() throws {
    let hash = MerkleTree.emptyRoot
    for (index, size) in [(0, 0), (-1, 3), (3, 3), (0, -1)] {
      #expect(throws: CredentialError.outsideTree) {
        try MerkleTree.inclusionProof(index: index, size: size) { _ in hash }
      }
      #expect(!MerkleTree.isIncluded(hash, index: index, size: size, root: hash, proof: []))
    }
    for (oldSize, size) in [(4, 3), (-1, 3), (0, -1)] {
      #expect(throws: CredentialError.outsideTree) {
        try MerkleTree.consistencyProof(from: oldSize, to: size) { _ in hash }
      }
      #expect(
        !MerkleTree.isConsistent(
          oldSize: oldSize, oldRoot: hash, size: size, root: hash, proof: []))
    }
  }
}

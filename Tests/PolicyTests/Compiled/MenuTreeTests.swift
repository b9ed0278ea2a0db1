import TestSupport
import Testing

@testable import Policy

/// What a node of the menu tree covers, by the numbers of the leaves.
struct MenuTreeTests {
  private static let segments = ["a", "a-b", "a0", "b", "b-", "c9"]

  /// Codes of which every second lacks nodes above it, and others sort between a node and its leaves.
  private static func codes(_ random: inout SplitMix64) -> [String] {
    let paths = (0..<random.number(below: 40)).map { _ in
      (0...random.number(below: 4)).map { _ in
        segments[random.number(below: segments.count)]
      }.joined(separator: ".")
    }
    return Set(paths).sorted()
  }

  @Test(arguments: 0..<200)
  func `a node covers the leaves that the definition says, listed or not`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let codes = Self.codes(&random)
    let menus = codes.map { (MenuCode(unchecked: $0), Marks()) }
    let catalogue = Catalogue(menus: Dictionary(uniqueKeysWithValues: menus))
    let compiled = CompiledCatalogue(catalogue, version: 0)
    let leaves = catalogue.leaves
    #expect(compiled.leafCount == leaves.count)
    for (number, leaf) in leaves.enumerated() {
      #expect(compiled.leafTable.number(leaf.text) == Int32(number))
    }
    for text in codes + Self.codes(&random) + ["", "*", "z", "A.a", "é", "a.", ".a"] {
      let node = MenuCode(unchecked: text)
      let covered = Array(text.utf8).withUnsafeBytes { compiled.leaves(below: $0) }
      #expect(Array(covered) == leaves.indices.filter { node.covers(leaves[$0]) }, "\(text)")
    }
  }

  @Test func `codes are in order only when each is ASCII and behind the one before`() {
    #expect(CodeList([]).isInOrder)
    #expect(CodeList(["a", "a-b", "a.b", "b"]).isInOrder)
    #expect(!CodeList(["b", "a"]).isInOrder)
    #expect(!CodeList(["a", "a"]).isInOrder)
    #expect(!CodeList(["a", "é"]).isInOrder)
    #expect(!CodeList([""]).isInOrder)
    let list = CodeList(["b", "a", "trade.listing.view"])
    #expect(list.texts == ["b", "a", "trade.listing.view"])
    #expect(list.picked([2, 0]).texts == ["trade.listing.view", "b"])
    #expect(list.picked([1, 0]).isInOrder)
  }

  @Test func `the order of two codes is that of their bytes`() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<20_000 {
      let first = String("aaaaaaaa.bbbbbbbb.cccccccc".prefix(random.number(below: 27)))
      let second =
        first.prefix(random.number(below: 27))
        + ["", "a", "-", ".", "z.a", "aaaaaaaaa"][random.number(below: 6)]
      let isBehind = first.utf8.lexicographicallyPrecedes(second.utf8) && !first.isEmpty
      #expect(CodeList([first, String(second)]).isInOrder == isBehind, "\(first) \(second)")
    }
  }
}

/// How the nodes of the menu tree lie below each other.
struct MenuTree: Sendable {
  /// Finds the places of the nodes.
  let table: CodeTable
  /// For each node the nearest one above it, or -1.
  let above: [Int32]
  /// For each node whether others lie below it: those are no actions.
  let isInner: [Bool]

  /// Takes the codes of all nodes, each once.
  ///
  /// - Complexity: O(bytes).
  init(_ codes: CodeList) {
    let table = CodeTable(codes)
    var above = [Int32](repeating: -1, count: codes.count)
    var isInner = [Bool](repeating: false, count: codes.count)
    codes.each { place, code in
      guard let node = table.number(above: code) else { return }
      above[place] = node
      isInner[Int(node)] = true
    }
    self.table = table
    self.above = above
    self.isInner = isInner
  }

  /// Whether a node has others below it; not for one that is not there.
  func isInner(_ code: MenuCode) -> Bool {
    let place = table.number(code.text)
    return place >= 0 && isInner[Int(place)]
  }

  /// The places of the nodes that have none below them.
  var leaves: [Int] { isInner.indices.filter { !isInner[$0] } }

  /// For each node the leaves that it covers, by their numbers among the leaves. Codes in order
  /// only: then the leaves below a node lie beside each other, for they begin with the same text.
  ///
  /// - Complexity: O(nodes × depth).
  func spans(of leaves: [Int]) -> [LeafSpan] {
    var spans = [LeafSpan](repeating: LeafSpan(), count: above.count)
    for (number, leaf) in leaves.enumerated() {
      var place = leaf
      while place >= 0 {
        spans[place].append(Int32(number))
        place = Int(above[place])
      }
    }
    return spans
  }
}

/// Leaves that lie beside each other, by their numbers.
struct LeafSpan: BitwiseCopyable, Sendable {
  private var start: Int32 = 0
  private var end: Int32 = 0

  /// The numbers.
  var range: Range<Int> { Int(start)..<Int(end) }

  /// A further leaf, the one behind the last.
  mutating func append(_ number: Int32) {
    if start == end { start = number }
    end = number + 1
  }
}

extension CodeTable {
  /// The number of the nearest code of the table above a node, or `nil`.
  ///
  /// - Complexity: O(length of the code) for each segment.
  fileprivate func number(above code: UnsafeRawBufferPointer) -> Int32? {
    var end = code.count
    while end > 0 {
      end -= 1
      guard code[end] == UInt8(ascii: ".") else { continue }
      let number = number(UnsafeRawBufferPointer(rebasing: code[..<end]))
      if number >= 0 { return number }
    }
    return nil
  }
}

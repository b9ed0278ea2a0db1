/// Which nodes of the menu tree have others below them: what is no action.
struct InnerNodes: Sendable {
  /// Finds the places of the nodes.
  let table: CodeTable
  /// For each node whether others lie below it.
  let isInner: [Bool]

  /// Takes the codes of all nodes, each once.
  ///
  /// - Complexity: O(nodes × depth).
  init(of codes: some Collection<MenuCode>) {
    let table = CodeTable(codes.map(\.text))
    var isInner = [Bool](repeating: false, count: codes.count)
    for code in codes {
      table.climb(from: code) { above in
        let isNew = !isInner[above]
        isInner[above] = true
        // What lies above a node that was inner before has been climbed to.
        return isNew
      }
    }
    self.table = table
    self.isInner = isInner
  }

  /// Whether a node has others below it; not for one that is not there.
  func contains(_ code: MenuCode) -> Bool {
    let place = table.number(code.text)
    return place >= 0 && isInner[Int(place)]
  }
}

extension CodeTable {
  /// Hands out the number of each node of the table above another, nearest first, as long as the
  /// closure answers `true`.
  func climb(from code: MenuCode, _ body: (Int) -> Bool) {
    var text = code.text
    text.withUTF8 { bytes in
      var end = bytes.count
      while end > 0 {
        end -= 1
        guard bytes[end] == UInt8(ascii: ".") else { continue }
        let above = number(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<end]))
        if above >= 0, !body(Int(above)) { return }
      }
    }
  }
}

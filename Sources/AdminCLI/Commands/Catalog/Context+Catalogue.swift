import IAM

extension Context {
  /// The catalogue in force; the one that a new exchange starts with, where there is no database.
  func catalogue() throws -> CatalogueListing {
    do {
      return try registry(changing: false).inquire(as: .nobody) { try $0.catalogueListing() }
    } catch let error as DatabaseError where error.kind == .missing {
      return .builtIn
    }
  }
}

/// Whether to show a tree.
let treeFlag = Flag("--tree", Text(zh: "以树形显示", en: "as a tree"))

extension Output {
  /// Rows, or the tree that their codes make.
  ///
  /// In JSON a tree is an array of objects, each with the columns of its row and `children`.
  static func nodes<Node>(
    _ nodes: [Node], code: (Node) -> String, columns: [Column<Node>], tree isTree: Bool,
    in language: Language
  ) -> Output {
    guard isTree else { return table(nodes, columns) }
    let rows = nodes.map { node in
      (code: code(node), cells: columns.map { (key: $0.key, cell: $0.cell(node)) })
    }
    let lines = rows.map { row in
      let depth = row.code.count { $0 == "." }
      let rest = row.cells.dropFirst().map { $0.cell.shown(in: language) }.filter { $0 != "-" }
      let name = row.code.split(separator: ".").last.map(String.init) ?? row.code
      return String(repeating: "  ", count: depth) + ([name] + rest).joined(separator: "  ")
    }
    func below(_ parent: String?) -> JSONValue {
      .array(
        rows.filter { row in row.code.parent == parent }.map { row in
          let members = row.cells.map { (key: $0.key, value: $0.cell.json) }
          return .object(members + [(key: "children", value: below(row.code))])
        })
    }
    return text(lines.map { $0 + "\n" }.joined(), json: below(nil))
  }
}

extension String {
  /// The dot path above, or `nil` for a root.
  fileprivate var parent: String? { lastIndex(of: ".").map { String(self[..<$0]) } }
}

extension Wording {
  /// The titles as a text of the program.
  var text: Text { Text(zh: zh, en: en) }
}

internal import Policy

extension ReadTransaction {
  /// What is wrong with the rows, however sound the file is.
  ///
  /// - Complexity: O(size of the store), the audit trail left out.
  func brokenInvariants() throws -> [StoreProblem] {
    var problems: [StoreProblem] = []
    for invariant in Invariant.all {
      problems += try all(invariant.sql) { StoreProblem(invariant.kind, try $0.text(0)) }
    }
    return try problems + dutyProblems() + catalogueProblems()
  }

  private func dutyProblems() throws -> [StoreProblem] {
    let exchange = try first("SELECT id FROM tenant WHERE code = ?", TenantCode.exchange.text) {
      try $0.int(0)
    }
    let present = try exchange.map { try dutiesApart(in: $0) } ?? DutiesApart()
    return present.faults.map { StoreProblem(.staffDuty, $0.text) }
  }

  private func catalogueProblems() throws -> [StoreProblem] {
    let codes = try all("SELECT code FROM menu WHERE code > '' ORDER BY code") { try $0.text(0) }
      .filter { MenuCode($0) == nil }
    let productCodes = try all("SELECT code FROM product WHERE code > '' ORDER BY code") {
      try $0.text(0)
    }.filter { ProductCode($0) == nil }
    guard codes.isEmpty, productCodes.isEmpty else {
      return (codes + productCodes).map { StoreProblem(.catalogueCode, $0) }
    }
    let catalogue = try catalogue()
    let menus = catalogue.menus.keys.sorted().filter { menu in
      menu.parent.map { catalogue.menus[$0] == nil } ?? false
    }
    let products = catalogue.products.sorted().filter { product in
      product.parent.map { !catalogue.products.contains($0) } ?? false
    }
    let given = try all(
      """
      SELECT product FROM holding WHERE product IS NOT NULL
      UNION SELECT code FROM product_group_product UNION SELECT code FROM role_product
      UNION SELECT code FROM pool_product ORDER BY 1
      """
    ) { ProductCode(unchecked: try $0.text(0)) }
    let unknown = given.filter { $0 != .wildcard && !catalogue.knows($0) }
    return menus.map { StoreProblem(.catalogueParent, $0.text) }
      + products.map { StoreProblem(.catalogueParent, $0.text) }
      + unknown.map { StoreProblem(.unknownNode, $0.text) }
  }

  /// Where the tables, indexes and triggers are not those that this program makes.
  func schemaProblems() throws -> [StoreProblem] {
    let scripts = Schema.migrations.flatMap(\.scripts).map(\.description)
    var missing = Set(scripts.flatMap(Self.createdNames))
    var problems: [StoreProblem] = []
    try rows("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name") { row in
      let name = try row.text(0)
      let sql = try row.text(1)
      missing.remove(name)
      if !scripts.contains(where: { $0.contains(sql) }) {
        problems.append(StoreProblem(.schema, name))
      }
    }
    return problems + missing.sorted().map { StoreProblem(.schema, $0) }
  }

  /// The names of what a script creates.
  private static func createdNames(_ script: String) -> [String] {
    let words = script.split { $0.isWhitespace || $0 == "(" }
    let kinds = ["TABLE", "INDEX", "TRIGGER"]
    return words.indices.dropFirst(2).filter { index in
      let isCreated = words[index - 2] == "CREATE" || words[index - 2] == "UNIQUE"
      return isCreated && kinds.contains { words[index - 1] == $0 }
    }.map { String(words[$0]) }
  }

  /// What is wrong with the last rows of the audit trail.
  ///
  /// - Parameter count: how many rows are looked at.
  func auditTailProblems(_ count: Int64 = 1000) throws -> [AuditProblem] {
    let size = try auditSize()
    var problems: [AuditProblem] = []
    var expected = max(0, size - count)
    try rows("SELECT * FROM audit WHERE seq >= ? ORDER BY seq", expected) { row in
      let sequence = try row.int(0)
      if sequence > expected { problems.append(.rowsMissing(expected...(sequence - 1))) }
      expected = sequence + 1
      do throws(DatabaseError) {
        var line = AuditLine()
        try line.read(row)
        let isSound = try row.blob(13) == MerkleTree.leafHash(line.bytes).bytes
        if !isSound { problems.append(.rowChanged(sequence)) }
      } catch {
        problems.append(.rowUnreadable(sequence))
      }
    }
    let peaks = try auditPeaks()
    if peaks.count != size.nonzeroBitCount || peaks.last?.rowCount ?? 0 != size {
      problems.append(.sizeDiffers)
    }
    return problems
  }
}

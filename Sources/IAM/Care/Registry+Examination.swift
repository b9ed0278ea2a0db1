extension Registry {
  /// Looks for anything that is wrong with a store; needs no login, only the right to read the file.
  ///
  /// - Parameter path: the database file.
  /// - Returns: the problems, empty when all is well. Of the audit trail only the last rows are
  ///   looked at: ``Inquiry/verifyAudit(comparingWith:isForSigning:progress:)`` goes through it all.
  /// - Throws: `DatabaseError` when the store cannot be opened.
  /// - Complexity: O(size of the store).
  public static func examine(_ path: String) throws -> [StoreProblem] {
    let registry = try Registry(opening: path, readOnly: true)
    return try registry.examine { try $0.auditTailProblems() }
  }

  func examine(
    audit: (borrowing ReadTransaction) throws -> [AuditProblem]
  ) throws -> [StoreProblem] {
    let structure = try database.integrityCheck().map(StoreProblem.init)
    // Rows of a damaged file cannot be relied on.
    if structure.contains(where: { $0.kind == .structure }) { return structure }
    return try database.read { reading in
      try structure + permissionProblems() + reading.schemaProblems()
        + reading.brokenInvariants() + audit(reading).map { StoreProblem(.audit, $0.wording) }
    }
  }

  private func permissionProblems() throws -> [StoreProblem] {
    let isOpen = try FileStatus(path: database.file.path)?.isWorldReadable ?? false
    return isOpen ? [StoreProblem(.permissions, database.file.path)] : []
  }
}

extension StoreProblem {
  fileprivate init(_ problem: IntegrityProblem) {
    switch problem {
    case .structure(let words): self.init(.structure, words)
    case .foreignKey(let table, let row, let parent):
      self.init(.reference, "\(table) \(row.map(String.init) ?? "") → \(parent)")
    }
  }
}

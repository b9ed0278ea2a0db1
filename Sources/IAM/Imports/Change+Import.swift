public import Policy

extension Change {
  /// Gives every user of a permission matrix its menus, making the operators that are not there.
  ///
  /// - Parameters:
  ///   - matrix: users and menus; a user becomes the operator of that username.
  ///   - prefix: put before every user's name to make it a username; often empty.
  ///   - tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Returns: what was added; all zero when it was there already.
  /// - Throws: a `RecordError` with the line of an unknown menu or of a user that cannot have a
  ///   username; `IAMError`. The gate speaks at the end of the transaction.
  /// - Complexity: O(lines + size of the tenant).
  public func importMatrix(
    _ matrix: PermissionMatrix, prefix: String = "", to tenant: TenantCode? = nil
  ) throws -> ImportSummary {
    let names = try ImportedNames(
      matrix.assignments.map { ($0.user, $0.line) }, prefix: prefix)
    return try importing(to: tenant) { catalogue throws(RecordError) in
      var imported = ImportedPermissions()
      for assignment in matrix.assignments {
        guard let username = names[assignment.user] else { continue }
        guard let menu = MenuCode(assignment.permission), catalogue.menus[menu] != nil else {
          throw RecordError(
            line: assignment.line, unknownMenu: assignment.permission, column: "permission")
        }
        imported.operators[username, default: (assignment.user, [])].holdings.insert(
          Holding(.menu(menu)))
      }
      return imported
    }
  }

  /// Takes over a Casbin policy: its roles with their inclusions, its users as operators.
  ///
  /// A rule about an object and an action becomes the menu `object.action`; else, where the object
  /// is itself a menu that is an action, that menu; else, for the action `*`, the whole menu below
  /// the object. A rule never permits more than it says, so anything else is refused.
  ///
  /// - Parameters: as for ``importMatrix(_:prefix:to:)``; the prefix is not put before roles.
  /// - Throws: a `RecordError` with the line of the first problem; `IAMError`.
  /// - Complexity: O(lines + size of the tenant).
  public func importCasbin(
    _ policy: CasbinPolicy, prefix: String = "", to tenant: TenantCode? = nil
  ) throws -> ImportSummary {
    let reader = try CasbinTranslation(policy, prefix: prefix)
    return try importing(to: tenant) { catalogue throws(RecordError) in
      try reader.permissions(in: catalogue)
    }
  }

  private func importing(
    to tenant: TenantCode?,
    _ read: (Catalogue) throws(RecordError) -> ImportedPermissions
  ) throws -> ImportSummary {
    let actor = try requireActing()
    let id = try reading.tenant(named: tenant, for: actor)
    let intent = Intent(
      "config.import", in: id, on: try reading.code(ofTenant: id),
      need: .menu("config.apply", over: .tenant))
    var summary = ImportSummary(from: TenantConfiguration(), to: TenantConfiguration())
    _ = try configure(intent) { state, _ in
      let wanted = try read(state.catalogue).added(to: state)
      summary = ImportSummary(from: state.configuration, to: wanted)
      return wanted
    }
    return summary
  }
}

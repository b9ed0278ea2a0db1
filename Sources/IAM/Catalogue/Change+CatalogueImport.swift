internal import Policy

extension Change {
  /// Adds to the catalogue and updates it; nothing is ever removed. For exchange staff.
  ///
  /// What is added below a node belongs at once to everybody who holds that node: granting a node
  /// grants what is added below it later. Two changes would hand out or take away behind the back
  /// of those who granted, and are refused: an action that somebody was given by its own name does
  /// not become a heading, and a root neither becomes administrative nor stops being so.
  ///
  /// A change of the catalogue raises the revision of every tenant.
  ///
  /// - Parameter json: as `CatalogueDocument` reads it.
  /// - Returns: what was added and updated, in the document's order; nodes that stay as they are
  ///   are left out.
  /// - Throws: `invalid` with the path of the first problem; `conflict(.inUse)` for an action that
  ///   would become a heading; `denied`, `notLoggedIn`.
  @discardableResult
  public func importCatalogue(_ json: JSONValue) throws -> [CatalogueChange] {
    let actor = try requireActing()
    let intent = Intent(
      "catalogue.import", in: actor.tenant, on: actor.tenantCode.text,
      need: .menu("exchange.catalogue.write", over: .tenant))
    return try perform(intent) {
      let listing = try reading.catalogueListing()
      let document = try CatalogueDocument(checking: json, against: listing)
      try requireActionsToStay(document, listing)
      let changes = document.changes(to: listing)
      guard !changes.isEmpty else { return Recorded(changes) }
      try store(document)
      // The revision of the exchange itself is raised with the operation.
      try execute("UPDATE tenant SET revision = revision + 1 WHERE id <> ?", actor.tenant)
      return Recorded(
        changes,
        after: .object(
          CatalogueChange.Kind.allCases.map { kind in
            let codes = changes.filter { $0.kind == kind }.map { JSONValue.string($0.code) }
            return (key: kind.rawValue, value: .array(codes))
          }))
    }
  }

  /// Refuses children for an action that somebody was given by its own name.
  private func requireActionsToStay(
    _ document: CatalogueDocument, _ listing: CatalogueListing
  ) throws {
    let actions = Set(listing.menus.filter(\.isAction).map(\.code))
    for menu in document.menus {
      guard let parent = MenuCode(unchecked: menu.code).parent, actions.contains(parent) else {
        continue
      }
      let holders = try reading.tenantsNaming(parent)
      guard holders.isEmpty else {
        throw IAMError.conflict(.inUse(.menu, parent.text, by: holders))
      }
    }
  }
}

extension ReadTransaction {
  /// The codes of the tenants in which a menu is named itself: opened, given, or in a set.
  fileprivate func tenantsNaming(_ menu: MenuCode) throws -> [String] {
    try all(
      """
      SELECT code FROM tenant WHERE id IN (
        SELECT tenant_id FROM entitled_menu WHERE code = ?1
        UNION SELECT g.tenant_id FROM pool_menu p JOIN user_group g ON g.id = p.group_id
          WHERE p.code = ?1
        UNION SELECT g.tenant_id FROM menu_group_menu m JOIN menu_group g ON g.id = m.menu_group_id
          WHERE m.code = ?1
        UNION SELECT r.tenant_id FROM role_menu m JOIN role r ON r.id = m.role_id WHERE m.code = ?1
        UNION SELECT o.tenant_id FROM holding h JOIN operator o ON o.id = h.operator_id
          WHERE h.menu = ?1
        UNION SELECT g.tenant_id FROM holding h JOIN user_group g ON g.id = h.group_id
          WHERE h.menu = ?1
      ) ORDER BY code
      """, menu.text
    ) { try $0.text(0) }
  }
}

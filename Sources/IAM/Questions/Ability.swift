public import Policy

/// One action that an operator can do, for what, and by which grant.
public struct Ability: Sendable, Hashable {
  /// The action: a leaf of the menu tree.
  public var menu: MenuCode
  /// The products it may be done for, each with everything below it, in order.
  public var products: [ProductCode]
  /// The accounts it may be done on.
  public var accounts: AccountSet
  /// The way it came.
  public var source: Grant.Source
  /// Whether the action asks for the payment password.
  public var asksForPayment: Bool
}

extension TenantPolicy {
  /// What an operator holds, an action a row: ceilings applied, and without the actions that need a
  /// product or an account where the grant has none.
  ///
  /// - Parameter activeRoles: the roles active in a session; `nil` for all.
  /// - Returns: in the order of the grants, then of the actions.
  func abilities(
    of username: Username, at instant: Instant, activeRoles: Set<Name>? = nil
  ) -> [Ability] {
    let leaves = catalogue.leaves
    return can(username, at: instant, activeRoles: activeRoles).flatMap { grant in
      leaves.compactMap { menu -> Ability? in
        guard grant.effective.menus.covers(menu), let marks = catalogue.leaf(menu) else {
          return nil
        }
        let rectangle = grant.effective
        if marks.contains(.needsProduct), rectangle.products.isEmpty { return nil }
        if marks.contains(.needsAccount), rectangle.accounts.isEmpty { return nil }
        return Ability(
          menu: menu, products: rectangle.products.nodes.sorted(), accounts: rectangle.accounts,
          source: grant.source, asksForPayment: marks.contains(.paymentPassword))
      }
    }
  }
}

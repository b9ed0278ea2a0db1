extension TenantPolicy {
  /// What an operator can do: its grants at an instant, ceilings applied, empty ones left out.
  ///
  /// States of the tenant, the operator and the accounts are not looked at: this is what it holds.
  ///
  /// - Parameters:
  ///   - username: the operator.
  ///   - instant: when.
  ///   - activeRoles: the roles active in a session; `nil` for all.
  /// - Returns: grants in the order of ``grants(of:at:activeRoles:)``; empty for an unknown one.
  public func can(
    _ username: Username, at instant: Instant, activeRoles: Set<Name>? = nil
  ) -> [Grant] {
    guard let person = operators[username] else { return [] }
    return grants(of: person, at: instant, activeRoles: activeRoles)
      .filter { !$0.effective.menus.isEmpty }
  }

  /// Who may do something: the operators for whom every step holds that they cannot cure
  /// themselves. Not looked at are the first login's password, the key and the payment password.
  ///
  /// A product or an account that the action needs and the target does not name is open: somebody
  /// can who can for some product that is known, on some account of the tenant.
  ///
  /// - Returns: complete, in the order of the usernames, without duplicates.
  /// - Complexity: operators times that of one decision; with open sides, times the products and
  ///   accounts that each operator's own grants of the action name.
  public func whoCan(_ target: Target, at instant: Instant) -> [Username] {
    operators.keys.sorted().filter { username in
      completions(of: target, for: username, at: instant).contains { target in
        let request = Request(username: username, target: target, instant: instant)
        return Step.allCases.allSatisfy { step in
          step.isCurable || reason(against: request, in: step) == nil
        }
      }
    }
  }

  /// Ways to name the open sides of a target, so many that an operator can do one of them if it can
  /// do any. Nothing but its grants looks at the product, so those that they name are enough.
  private func completions(
    of target: Target, for username: Username, at instant: Instant
  ) -> [Target] {
    guard let marks = catalogue.leaf(target.menu) else { return [target] }
    let anyProduct = target.product == nil && marks.contains(.needsProduct)
    let anyAccount = target.account == nil && marks.contains(.needsAccount)
    guard anyProduct || anyAccount else { return [target] }
    return can(username, at: instant).map(\.effective)
      .filter { $0.menus.covers(target.menu) }
      .flatMap { rectangle in
        let places: [AccountCode?] =
          anyAccount ? accounts.keys.filter(rectangle.accounts.contains).sorted() : [target.account]
        let products: [ProductCode?] =
          anyProduct ? known(rectangle.products) : [target.product]
        return products.flatMap { product in
          places.map { Target(menu: target.menu, product: product, account: $0) }
        }
      }
  }

  /// Products that are known, of which one lies in a set if any does.
  private func known(_ products: ProductSet) -> [ProductCode] {
    products.nodes.sorted().flatMap { node in
      catalogue.knows(node)
        ? [node] : catalogue.products.filter { $0.ancestors.contains(node) }.sorted()
    }
  }
}

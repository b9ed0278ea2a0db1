extension TenantPolicy {
  /// All that has come to an operator: the definition of its effective permissions.
  ///
  /// Own grants come through the home group, handed-down ones through the group that hands them
  /// down; each side is cut by the ceiling of the group it came through, the rectangle by that of
  /// its menus. The order is: own, roles of its own, then the groups in the order of their names.
  ///
  /// - Parameters:
  ///   - person: the operator; its state is not looked at.
  ///   - instant: when; `nil` disregards every validity.
  ///   - activeRoles: the roles active in the session, given or included by given ones, each with
  ///     all that it includes; `nil` for all.
  /// - Complexity: O(groups above it × what they hand down + roles reached), times the tree depth.
  public func grants(
    of person: Operator, at instant: Instant?, activeRoles: Set<Name>? = nil
  ) -> [Grant] {
    if person.isMaster {
      let whole = opened
      return [Grant(source: .master, through: .rootGroup, nominal: whole, effective: whole)]
    }
    let channels = channels(of: person)
    let own = ownSides(of: channels, at: instant)
    return channels.flatMap { channel -> [Grant] in
      let menus = self.menus(of: channel.holdings, at: instant)
      let direct = Grant(channel.source, menus: menus, own: own, through: channel)
      let roles = active(activeRoles, of: Set(channel.holdings.roles.held(at: instant)))
      return (menus.isEmpty ? [] : [direct])
        + inclusionPaths(from: roles).compactMap { roleGrant($0, own: own, through: channel) }
    }
  }

  /// The roles given and all that they include, each once, by the shortest path that reaches it.
  ///
  /// - Returns: paths, outermost role first, in the order of their lengths.
  /// - Complexity: O(roles and inclusions reached).
  public func inclusionPaths(from given: Set<Name>) -> [[Name]] {
    var paths = given.sorted().filter { roles[$0] != nil }.map { [$0] }
    var reached = given
    var next = 0
    while next < paths.count {
      let path = paths[next]
      for name in path.last.flatMap({ roles[$0] })?.includes.sorted() ?? []
      where roles[name] != nil && reached.insert(name).inserted {
        paths.append(path + [name])
      }
      next += 1
    }
    return paths
  }

  /// Those of the roles given, and of the roles they include, that a session has chosen.
  func active(_ chosen: Set<Name>?, of given: Set<Name>) -> Set<Name> {
    guard let chosen else { return given }
    return chosen.intersection(inclusionPaths(from: given).compactMap(\.last))
  }

  /// A way by which things come to an operator, with the ceiling that cuts them.
  struct Channel {
    var source: Grant.Source
    var group: Name
    var holdings: Holdings
    var ceiling: Rectangle
  }

  /// An operator's own products and accounts, handed-down ones included: before any ceiling, and
  /// each cut by the ceiling of the group it came through.
  struct OwnSides {
    var nominal: (products: ProductSet, accounts: AccountSet)
    var effective: (products: ProductSet, accounts: AccountSet)
  }

  func channels(of person: Operator) -> [Channel] {
    let own = Channel(
      source: .own, group: person.home, holdings: person.holdings,
      ceiling: ceiling(of: person.home))
    return [own]
      + groups(around: person).sorted().map { name in
        Channel(
          source: .group(name), group: name, holdings: groups[name]?.handsDown ?? Holdings(),
          ceiling: ceiling(of: name))
      }
  }

  /// The groups an operator is in: its home, those it joined, and all above either.
  public func groups(around person: Operator) -> Set<Name> {
    Set(person.joined.union([person.home]).flatMap(lineage))
  }

  func ownSides(of channels: [Channel], at instant: Instant?) -> OwnSides {
    let none = (products: ProductSet(), accounts: AccountSet.none)
    return channels.reduce(into: OwnSides(nominal: none, effective: none)) { own, channel in
      let products = self.products(of: channel.holdings, at: instant)
      let accounts = channel.holdings.accounts.held(at: instant)
        .reduce(AccountSet.none) { $0.union($1) }
      own.nominal.products = own.nominal.products.union(products)
      own.nominal.accounts = own.nominal.accounts.union(accounts)
      let cut = channel.ceiling
      own.effective.products = own.effective.products.union(products.intersection(cut.products))
      own.effective.accounts = own.effective.accounts.union(accounts.intersection(cut.accounts))
    }
  }

  func menus(of holdings: Holdings, at instant: Instant?) -> MenuSet {
    holdings.menuGroups.held(at: instant)
      .reduce(MenuSet(holdings.menus.held(at: instant))) { $0.union(menuGroups[$1] ?? MenuSet()) }
      .resolved(in: catalogue)
  }

  func products(of holdings: Holdings, at instant: Instant?) -> ProductSet {
    holdings.productGroups.held(at: instant)
      .reduce(ProductSet(holdings.products.held(at: instant))) {
        $0.union(productGroups[$1] ?? ProductSet())
      }
      .resolved(in: catalogue)
  }

  /// The rectangle of the role that ends `path`, if it has menus of its own.
  func roleGrant(_ path: [Name], own: OwnSides, through channel: Channel) -> Grant? {
    guard let role = path.last.flatMap({ roles[$0] }), !role.menus.isEmpty else { return nil }
    let group: Name? = if case .group(let name) = channel.source { name } else { nil }
    let named = (products: catalogue.resolved(role.products), accounts: role.accounts)
    return Grant(
      .role(path: path, group: group), menus: catalogue.resolved(role.menus),
      own: own.replacing(named), through: channel)
  }
}

extension TenantPolicy.OwnSides {
  /// The sides that a role names, in place of the operator's own.
  func replacing(_ named: (products: ProductSet, accounts: AccountSet)) -> Self {
    var sides = self
    if !named.products.isEmpty {
      sides.nominal.products = named.products
      sides.effective.products = named.products
    }
    if !named.accounts.isEmpty {
      sides.nominal.accounts = named.accounts
      sides.effective.accounts = named.accounts
    }
    return sides
  }
}

extension Grant {
  fileprivate init(
    _ source: Source, menus: MenuSet, own: TenantPolicy.OwnSides,
    through channel: TenantPolicy.Channel
  ) {
    self.init(
      source: source, through: channel.group,
      nominal: Rectangle(
        menus: menus, products: own.nominal.products, accounts: own.nominal.accounts),
      effective: Rectangle(
        menus: menus, products: own.effective.products, accounts: own.effective.accounts
      ).intersection(channel.ceiling))
  }
}

extension Sequence {
  /// The values that hold at `instant`; all of them when it is `nil`.
  func held<Value>(at instant: Instant?) -> [Value] where Element == Given<Value> {
    compactMap { given in
      instant.map(given.validity.contains) == false ? nil : given.value
    }
  }
}

extension MenuSet {
  fileprivate func resolved(in catalogue: Catalogue) -> MenuSet { catalogue.resolved(self) }
}

extension ProductSet {
  fileprivate func resolved(in catalogue: Catalogue) -> ProductSet { catalogue.resolved(self) }
}

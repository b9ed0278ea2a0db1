internal import Policy

extension TenantConfiguration {
  /// Refuses a configuration in which something that is gone is still named.
  ///
  /// What the caller does not see counts too; of operators it is told only how many they are.
  ///
  /// - Throws: `conflict(.inUse)` for the first thing gone, with all that name it, in order.
  /// - Complexity: O(size of the configuration).
  func refuseLooseEnds(since state: ConfigurationState) throws(IAMError) {
    let former = state.configuration
    let whole = try completed(with: state.unseen)
    let goneMenuGroups = Set(former.menuGroups.keys).subtracting(menuGroups.keys)
    let goneProductGroups = Set(former.productGroups.keys).subtracting(productGroups.keys)
    let goneRoles = Set(former.roles.keys).subtracting(roles.keys)
    let goneGroups = Set(former.groups.keys).subtracting(groups.keys)
    for (noun, gone) in [
      (Noun.menuGroup, goneMenuGroups), (.productGroup, goneProductGroups), (.role, goneRoles),
      (.group, goneGroups),
    ] {
      guard !gone.isEmpty else { continue }
      let users = whole.users(of: gone, as: noun)
      guard let first = users.keys.sorted().first, let by = users[first] else { continue }
      let seen = by.subtracting(state.unseen.operators.keys.map(\.text))
      throw IAMError.conflict(
        .inUse(noun, first.text, by: seen.sorted(), unseen: by.count - seen.count))
    }
  }

  /// Who still names each of the things gone.
  private func users(of gone: Set<Name>, as noun: Noun) -> [Name: Set<String>] {
    var users: [Name: Set<String>] = [:]
    for (username, person) in operators {
      var named = person.holdings.names(of: noun)
      if noun == .group { named.formUnion(person.groups.union([person.group])) }
      for name in named.intersection(gone) { users[name, default: []].insert(username.text) }
    }
    for (group, facts) in groups {
      var named = facts.holdings.names(of: noun)
      if noun == .group, let parent = facts.parent { named.insert(parent) }
      for name in named.intersection(gone) { users[name, default: []].insert(group.text) }
    }
    guard noun == .role else { return users }
    for (role, facts) in roles {
      for name in facts.roles.intersection(gone) { users[name, default: []].insert(role.text) }
    }
    for (set, facts) in separations {
      for name in facts.roles.intersection(gone) { users[name, default: []].insert(set.text) }
    }
    return users
  }
}

extension Set<Holding> {
  /// The names of the things held of one kind.
  fileprivate func names(of noun: Noun) -> Set<Name> {
    Set<Name>(
      compactMap { holding in
        switch (holding.thing, noun) {
        case (.menuGroup(let name), .menuGroup), (.productGroup(let name), .productGroup),
          (.role(let name), .role):
          name
        default: nil
        }
      })
  }
}

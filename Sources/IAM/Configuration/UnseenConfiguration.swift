internal import Policy

/// What a tenant has that a caller does not see: it stays as it is whatever a document says, its
/// names are taken, and nothing of it is compared.
///
/// - Source: C5.
struct UnseenConfiguration {
  /// The operators outside the caller's view, the master among them left out as everywhere.
  var operators: [Username: ConfiguredOperator] = [:]
  /// The groups that the caller does not administer.
  var groups: [Name: ConfiguredGroup] = [:]
  /// Who is not seen of the administrators of each group that the caller administers.
  var administrators: [Name: Set<Username>] = [:]
}

extension ConfigurationState {
  /// The state as a caller sees it: the operators of its view, the groups that it administers, and
  /// the definitions of the tenant; the rest is set aside as unseen.
  ///
  /// - Complexity: O(operators and groups).
  func seen(by view: OperatorView) -> ConfigurationState {
    guard !view.isWhole else { return self }
    var seen = self
    for (username, person) in configuration.operators {
      let isSeen =
        if let id = ids.operators[username], let home = ids.groups[person.group] {
          view.sees(id, home: home)
        } else { false }
      guard !isSeen else { continue }
      seen.unseen.operators[username] = seen.configuration.operators.removeValue(forKey: username)
    }
    for (name, group) in configuration.groups {
      guard let id = ids.groups[name], view.sees(group: id) else {
        seen.unseen.groups[name] = seen.configuration.groups.removeValue(forKey: name)
        continue
      }
      let administrators = group.administrators.intersection(seen.configuration.operators.keys)
      seen.configuration.groups[name]?.administrators = administrators
      seen.unseen.administrators[name] = group.administrators.subtracting(administrators)
    }
    seen.configuration.groups[.rootGroup] = ConfiguredGroup(parent: nil, pool: nil)
    seen.master = nil
    return seen
  }
}

extension TenantConfiguration {
  /// The whole configuration: this one, as a caller sees or wants it, with what it does not see.
  ///
  /// - Throws: `conflict(.exists)` for somebody who is made here and is there unseen.
  func completed(with unseen: UnseenConfiguration) throws(IAMError) -> TenantConfiguration {
    if let taken = operators.keys.filter({ unseen.operators[$0] != nil }).min() {
      throw .conflict(.exists(.operator, taken.text))
    }
    var whole = self
    whole.operators.merge(unseen.operators) { _, unseen in unseen }
    whole.groups.merge(unseen.groups) { _, unseen in unseen }
    for (name, administrators) in unseen.administrators {
      whole.groups[name]?.administrators.formUnion(administrators)
    }
    return whole
  }
}

internal import Policy

/// Reads what a document wants of a tenant, checked against what the tenant has.
///
/// A section that is not given stays as it is. In a section given, an entry that is not listed
/// goes, but for operators, which stay unless pruned, and the root group, which stays as it is.
/// In an entry, a list that is not given is empty; an operator's name and state, and the place of
/// a group that is new, have the defaults that the readers of these entries say.
struct ConfigurationReader {
  let state: ConfigurationState
  let prune: Bool
  /// When the document is applied.
  let now: Instant
  let menuGroups: GivenSection<Name>
  let productGroups: GivenSection<Name>
  let roles: GivenSection<Name>
  let groups: GivenSection<Name>
  let operators: GivenSection<Username>
  let separations: GivenSection<Name>
  /// The names that there will be.
  let known: KnownNames

  /// What an entry may name once the document is applied.
  struct KnownNames {
    var menuGroups: Set<Name>
    var productGroups: Set<Name>
    var roles: Set<Name>
    var groups: Set<Name>
    /// Who may administer a group: everybody but the offboarded and the pruned.
    var administrators: Set<Username>
  }

  /// Reads the names of all sections.
  init(
    _ document: ConfigurationDocument, over state: ConfigurationState, prune: Bool,
    at now: Instant
  ) throws(DocumentError) {
    let reader = try DocumentReader(document.json, keys: ConfigurationDocument.keys)
    let name = { (value: DocumentValue) throws(DocumentError) in try value.name() }
    self.state = state
    self.prune = prune
    self.now = now
    menuGroups = try GivenSection(.menuGroups, of: reader, key: name)
    productGroups = try GivenSection(.productGroups, of: reader, key: name)
    roles = try GivenSection(.roles, of: reader, key: name)
    groups = try GivenSection(.groups, of: reader, key: name)
    separations = try GivenSection(.separations, of: reader, key: name)
    operators = try GivenSection(.operators, of: reader) {
      value throws(DocumentError) in try value.username()
    }
    let present = state.configuration
    let listed = Set(operators.entries?.map(\.key) ?? [])
    let leavers = present.operators.filter { $0.value.state == .offboarded }.keys
    let staying = prune && operators.entries != nil ? [] : Set(present.operators.keys)
    known = KnownNames(
      menuGroups: menuGroups.names(insteadOf: present.menuGroups.keys),
      productGroups: productGroups.names(insteadOf: present.productGroups.keys),
      roles: roles.names(insteadOf: present.roles.keys),
      groups: groups.names(insteadOf: present.groups.keys).union([.rootGroup])
        .union(state.unseen.groups.keys),
      administrators: listed.union(staying).subtracting(leavers)
        .union([state.master?.username].compactMap { $0 }))
  }

  /// The configuration that the document wants.
  ///
  /// - Throws: `DocumentError` with the path of what is wrong.
  /// - Complexity: O(size of the document and of the configuration).
  func target() throws(DocumentError) -> TenantConfiguration {
    var wanted = state.configuration
    if let entries = menuGroups.entries {
      wanted.menuGroups = try contents(of: entries) { node throws(DocumentError) in
        try menus(node)
      }
    }
    if let entries = productGroups.entries {
      wanted.productGroups = try contents(of: entries) { node throws(DocumentError) in
        try products(node)
      }
    }
    if let entries = roles.entries {
      wanted.roles = try contents(of: entries) { node throws(DocumentError) in try role(node) }
      try refuseRoleCycles(wanted.roles)
    }
    try readGroups(into: &wanted)
    try readOperators(into: &wanted)
    if let entries = separations.entries {
      wanted.separations = try contents(of: entries) { node throws(DocumentError) in
        try separation(node)
      }
    }
    return wanted
  }

  private func contents<Key, Value>(
    of entries: [(key: Key, node: DocumentReader)],
    _ read: (DocumentReader) throws(DocumentError) -> Value
  ) throws(DocumentError) -> [Key: Value] {
    var contents: [Key: Value] = [:]
    for (key, node) in entries { contents[key] = try read(node) }
    return contents
  }
}

internal import Policy

extension ConfigurationReader {
  /// A role.
  func role(_ node: DocumentReader) throws(DocumentError) -> ConfiguredRole {
    ConfiguredRole(
      menus: try menus(node), products: try products(node), accounts: try accounts(node),
      roles: try node.distinct("roles") { value throws(DocumentError) in
        try reference(value, to: .role, among: known.roles)
      })
  }

  /// A separation set; its mode is `enforce` unless given.
  func separation(_ node: DocumentReader) throws(DocumentError) -> Separation {
    let roles = try node.distinct("roles") { value throws(DocumentError) in
      try reference(value, to: .role, among: known.roles)
    }
    let limit = try node.integer("limit")
    guard limit >= 2, limit <= roles.count else {
      throw node.error(
        .refused(
          Wording(
            zh: "须为 2 到角色个数（\(roles.count)）",
            en: "must be 2 to the number of roles (\(roles.count))"
          )), at: "limit")
    }
    return Separation(
      name: try node.value("name").name(),
      kind: try node.value("kind").word(of: Separation.Kind.self),
      mode: try node.optional("mode")?.word(of: Separation.Mode.self) ?? .enforce,
      limit: Int(limit), roles: roles)
  }

  // MARK: User groups

  /// Puts the groups given in the place of those that are there.
  func readGroups(into wanted: inout TenantConfiguration) throws(DocumentError) {
    guard let entries = groups.entries else { return }
    let root = wanted.groups[.rootGroup]
    wanted.groups = [:]
    wanted.groups[.rootGroup] = root
    for (name, node) in entries {
      guard state.unseen.groups[name] == nil else {
        throw node.error(.refused(Self.taken(name)), at: "name")
      }
      wanted.groups[name] = try group(name, node)
    }
    try refuseGroupCycles(wanted.groups)
  }

  /// A user group. Without a parent it stands below the root; without a pool, its pool is empty.
  private func group(_ name: Name, _ node: DocumentReader) throws(DocumentError) -> ConfiguredGroup
  {
    let isRoot = name == .rootGroup
    let parent = node.optional("parent")
    let pool = node.optional("pool")
    if isRoot, let parent { throw parent.error(.refused(Self.rootIsFixed)) }
    if isRoot, let pool, pool.json != "all" { throw pool.error(.refused(Self.rootIsFixed)) }
    return ConfiguredGroup(
      parent: isRoot
        ? nil
        : try parent.map { value throws(DocumentError) in
          try reference(value, to: .group, among: known.groups)
        } ?? .rootGroup,
      pool: isRoot ? nil : try self.pool(pool),
      holdings: try handedDown(node, present: state.configuration.groups[name]?.holdings ?? []),
      administrators: try node.distinct("admins") { value throws(DocumentError) in
        let username = try value.username()
        guard known.administrators.contains(username) else {
          throw value.unknown(.operator, username.text)
        }
        return username
      })
  }

  private static func taken(_ name: Name) -> Wording {
    Wording(zh: "名称 `\(name)` 已被使用", en: "the name `\(name)` is taken")
  }

  private static let rootIsFixed = Wording(
    zh: "默认用户组没有上级，权限池为全部", en: "the root group has no parent, and its pool is everything")

  private func pool(_ value: DocumentValue?) throws(DocumentError) -> ConfiguredPool? {
    guard let value else { return ConfiguredPool() }
    if value.kind == .text {
      let word = try value.string()
      guard word == "all" else { throw value.error(.unknownWord(word, allowed: ["all"])) }
      return nil
    }
    let node = try value.object(keys: ["menus", "products", "accounts"])
    return ConfiguredPool(
      menus: try menus(node), products: try products(node), accounts: try accounts(node))
  }

  // MARK: Operators

  /// Puts the operators given beside those that are there; prunes those not given if told to.
  func readOperators(into wanted: inout TenantConfiguration) throws(DocumentError) {
    guard let entries = operators.entries else { return wanted.bringHome() }
    var listed: Set<Username> = []
    for (username, node) in entries {
      listed.insert(username)
      if let master = state.master, master.username == username {
        try refuseChange(of: master.facts, node)
      } else {
        wanted.operators[username] = try person(
          node, present: state.configuration.operators[username],
          canLogIn: state.withCredential.contains(username))
      }
    }
    if prune { wanted.prune(keeping: listed) }
    wanted.bringHome()
  }

  /// An operator. Without a group its home is the root; a name must be given to a new one; without
  /// a state the present one is kept, and a new one is pending.
  private func person(
    _ node: DocumentReader, present: ConfiguredOperator?, canLogIn: Bool
  ) throws(DocumentError) -> ConfiguredOperator {
    let name = node.optional("name")
    guard name != nil || present != nil else { throw node.error(.missing, at: "name") }
    let person = ConfiguredOperator(
      name: try name?.personName(insteadOf: present?.name) ?? present?.name ?? "",
      group: try node.optional("group").map { value throws(DocumentError) in
        try reference(value, to: .group, among: known.groups)
      } ?? .rootGroup,
      groups: try node.distinct("groups") { value throws(DocumentError) in
        try reference(value, to: .group, among: known.groups)
      },
      holdings: try held(node, present: present?.holdings ?? []),
      state: try node.optional("state").map { value throws(DocumentError) in
        try operatorState(value, present: present?.state, canLogIn: canLogIn)
      } ?? present?.state ?? .pending)
    if person.groups.contains(person.group) {
      throw node.error(.duplicate(person.group.text), at: "groups")
    }
    if person.state == .offboarded, !person.holdings.isEmpty || !person.groups.isEmpty {
      throw node.error(
        .refused(Wording(zh: "已离职注销，不能再持有权限", en: "is offboarded and holds nothing any more")),
        at: "state")
    }
    return person
  }

  /// `pending` and `active` both say that the login is not suspended; which of the two it is
  /// follows from its credentials.
  private func operatorState(
    _ value: DocumentValue, present: Operator.State?, canLogIn: Bool
  ) throws(DocumentError) -> Operator.State {
    let word = try value.word(of: Operator.State.self)
    if word != .offboarded, present == .offboarded {
      throw value.error(
        .refused(Wording(zh: "已离职注销，不能恢复", en: "an offboarded operator does not come back")))
    }
    switch (word, present) {
    case (.offboarded, nil), (.offboarded, .offboarded): return .offboarded
    case (.offboarded, _):
      throw value.error(
        .refused(
          Wording(
            zh: "离职注销须说明原因，请用 `iamctl operator offboard`",
            en: "offboarding takes a reason; use `iamctl operator offboard`")))
    case (.suspended, _): return .suspended
    case (_, .suspended): return canLogIn ? .active : .pending
    case (_, let present): return present ?? .pending
    }
  }

  /// A document may list the master as it is.
  private func refuseChange(
    of master: ConfiguredOperator, _ node: DocumentReader
  ) throws(DocumentError) {
    let listed = try person(node, present: master, canLogIn: true)
    guard listed == master else {
      throw DocumentError(
        path: node.path,
        reason: .refused(
          Wording(zh: "主账号不能通过配置修改", en: "the master is not changed by a document")))
    }
  }
}

extension TenantConfiguration {
  /// Takes all away from the operators not listed, and suspends those who could log in.
  ///
  /// Offboarding is final and takes a reason of its own, so a document never does it.
  fileprivate mutating func prune(keeping listed: Set<Username>) {
    for (username, person) in operators
    where !listed.contains(username) && person.state != .offboarded {
      operators[username]?.holdings = []
      operators[username]?.groups = []
      if groups[person.group] == nil { operators[username]?.group = .rootGroup }
      operators[username]?.state = .suspended
      for group in groups.keys { groups[group]?.administrators.remove(username) }
    }
  }

  /// The offboarded whose home goes are kept in the root group: their place means nothing.
  fileprivate mutating func bringHome() {
    for (username, person) in operators
    where person.state == .offboarded && groups[person.group] == nil {
      operators[username]?.group = .rootGroup
    }
  }
}

extension DocumentValue {
  /// One of the words of an enumeration.
  fileprivate func word<Word: RawRepresentable<String> & CaseIterable>(
    of type: Word.Type
  ) throws(DocumentError) -> Word {
    let text = try string()
    guard let word = Word(rawValue: text) else {
      throw error(.unknownWord(text, allowed: Word.allCases.map(\.rawValue)))
    }
    return word
  }

  /// The name of a person; one that is there already is good as it is.
  fileprivate func personName(insteadOf present: String?) throws(DocumentError) -> String {
    let text = try string()
    if let present, present == text { return present }
    do {
      return try PersonName(text, field: path).text
    } catch {
      throw self.error(.refused(error.reason.wording))
    }
  }
}

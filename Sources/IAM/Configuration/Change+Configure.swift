internal import Policy

extension Change {
  /// Makes a tenant's configuration what a document says, as one operation that the gate judges as
  /// a whole: in which order the document says it decides nothing.
  ///
  /// A section that the document does not have stays as it is; a section given is made exactly so,
  /// but operators that are not listed stay. Operators that are new have the state pending and no
  /// password until one is set for them, so staff may make them too.
  ///
  /// Whoever does not see the whole tenant configures what it sees: operators and groups outside its
  /// view stay, nothing of them is compared, and their names are taken. When nothing differs nothing
  /// is changed and no revision raised; that somebody compared is in the audit trail all the same.
  ///
  /// - Parameters:
  ///   - document: names the tenant: the caller's own, or any for staff.
  ///   - prune: whether operators that are not listed lose all that they hold and are suspended;
  ///     only an offboarding, with its reason, makes them leave.
  /// - Returns: what was changed, in the order of the document; empty when nothing differed.
  /// - Throws: `DocumentError` with the path of what is wrong; `denied` without `config.apply` or a
  ///   menu of the commands that would make the same changes; `IAMError`. The gate speaks at the
  ///   end of the transaction.
  @discardableResult
  public func apply(
    _ document: ConfigurationDocument, prune: Bool = false
  ) throws -> [ConfigurationDifference] {
    let tenant = try reading.tenant(named: document.tenant, for: requireActing())
    let intent = Intent(
      "config.apply", in: tenant, on: document.tenant.text,
      need: .menu("config.apply", over: .tenant))
    return try configure(intent) { state, reading in
      try reading.target(of: document, over: state, prune: prune, at: now)
    }
  }

  /// Brings a tenant to the configuration that the closure makes of the present one.
  func configure(
    _ intent: Intent,
    target: (ConfigurationState, borrowing ReadTransaction) throws -> TenantConfiguration
  ) throws -> [ConfigurationDifference] {
    progress.intent = intent
    let actor = try authorize(intent)
    let loaded = try ConfigurationLoader.load(intent.tenant, from: reading)
    let state =
      try actor.map { try loaded.seen(by: OperatorView(of: $0, in: intent.tenant, reading)) }
      ?? loaded
    let wanted = try target(state, reading)
    let whole = try wanted.completed(with: state.unseen)
    let differences = state.configuration.differences(to: wanted)
    guard !differences.isEmpty else {
      try recordUnchanged(intent, by: actor, outcome: .done)
      return []
    }
    if let actor {
      try requireMenus(of: differences, actor, in: intent.tenant)
      try requireReach(of: differences, actor, state, in: intent.tenant)
    }
    return try perform(intent) {
      var writer = ConfigurationWriter(
        tenant: intent.tenant, old: loaded.configuration, new: whole, ids: state.ids)
      try writer.write(self)
      return Recorded(
        differences, before: differences.record(\.before), after: differences.record(\.after))
    }
  }

  /// What the gate does not see by itself: separation sets, which bind the whole tenant; sets and
  /// roles that nobody holds; and the names of persons.
  private func requireReach(
    of differences: [ConfigurationDifference], _ actor: ActingOperator,
    _ state: ConfigurationState, in tenant: Int64
  ) throws {
    let sections = Set(differences.map(\.section))
    if sections.contains(.separations) {
      try reading.requireReach(.wholeTenant, of: actor, in: tenant)
    }
    if !sections.isDisjoint(with: [.menuGroups, .productGroups, .roles]) {
      try reading.requireReach(.definitions, of: actor, in: tenant)
    }
    for difference in differences where difference.section == .operators {
      guard difference.key == "name", let username = Username(difference.name),
        let id = state.ids.operators[username]
      else { continue }
      try reading.requireReach(.operator(id), of: actor, in: tenant)
    }
  }
}

extension ReadTransaction {
  /// The configuration that a document wants of a tenant.
  ///
  /// - Throws: `DocumentError`, or `conflict(.inUse)`.
  func target(
    of document: ConfigurationDocument, over state: ConfigurationState, prune: Bool,
    at now: Instant
  ) throws -> TenantConfiguration {
    let wanted = try ConfigurationReader(document, over: state, prune: prune, at: now).target()
    try refuseTakenUsernames(document, state)
    try wanted.refuseLooseEnds(since: state)
    return wanted
  }

  /// A username that was ever given out is taken, whoever has it: also in another tenant or unseen
  /// in this one, also where only the case of its letters differs.
  private func refuseTakenUsernames(
    _ document: ConfigurationDocument, _ state: ConfigurationState
  ) throws {
    guard case .array(let entries)? = document.json["operators"] else { return }
    var folded: Set<String> = []
    for (index, entry) in entries.enumerated() {
      guard case .string(let text)? = entry["username"], let username = Username(text) else {
        continue
      }
      let isFirst = folded.insert(username.folded).inserted
      let isNew =
        state.configuration.operators[username] == nil && state.master?.username != username
      let isGivenOut =
        try isNew && exists("SELECT 1 FROM operator WHERE folded = ?", username.folded)
      let isTaken = isGivenOut || !isFirst
      guard isTaken else { continue }
      throw DocumentError(
        path: "operators[\(index)].username",
        reason: .refused(
          Wording(zh: "用户名 `\(username)` 已被使用", en: "the username `\(username)` is taken")))
    }
  }
}

extension [ConfigurationDifference] {
  /// What the audit trail keeps of many differences: each with its value, or, where that would be
  /// more than 64 KiB, only how many there were.
  fileprivate func record(_ value: KeyPath<ConfigurationDifference, JSONValue?>) -> JSONValue {
    let whole = JSONValue.array(
      map { difference in
        [
          .string(difference.section.rawValue), .string(difference.name),
          difference.key.map { .string($0) } ?? nil, difference[keyPath: value] ?? nil,
        ]
      })
    guard whole.text().utf8.count > 64 << 10 else { return whole }
    return .object(
      ConfigurationDifference.Kind.allCases.map { kind in
        (key: kind.rawValue, value: .number(Int64(count { $0.kind == kind })))
      })
  }
}

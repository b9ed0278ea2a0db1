public import Policy

/// An operator who can do what was asked.
public struct Candidate: Sendable, Hashable {
  /// The username.
  public var username: Username
  /// The person's name.
  public var name: String
}

/// Who can do something: an action, and the product and account where they are named.
public struct WhoCan: Sendable, Hashable {
  /// The action: a leaf of the menu tree.
  public var menu: String
  /// The product; where the action needs one and none is named, any that is known.
  public var product: String?
  /// The account; where the action needs one and none is named, any of the tenant.
  public var account: String?

  /// Takes the words.
  public init(menu: String, product: String? = nil, account: String? = nil) {
    self.menu = menu
    self.product = product
    self.account = account
  }
}

extension ReadTransaction {
  /// Who can do something, whatever a session would still have to prove.
  ///
  /// - Returns: complete, in the order of the usernames, without duplicates; of those whom the caller
  ///   may see.
  /// - Throws: `notFound` for an action, product or account that is not there.
  func candidates(
    _ question: WhoCan, in tenant: TenantCode?, askedBy actor: ActingOperator, at now: Instant
  ) throws -> [Candidate] {
    let place = try self.tenant(named: tenant, for: actor)
    try require("operators.read", for: actor, in: place, at: now)
    let view = try OperatorView(of: actor, in: place, self)
    let people = try all(
      """
      SELECT id, home_group_id, username, name FROM operator WHERE tenant_id = ? ORDER BY username
      """, place
    ) { row in
      (
        id: try row.int(0), home: try row.int(1),
        candidate: Candidate(username: try row.code(2, Username.init), name: try row.text(3))
      )
    }.filter { view.sees($0.id, home: $0.home) }
    let seen = Set(people.map(\.id))
    guard
      let policy = try PolicyLoader.load(PolicyScope(operators: seen), of: place, from: self)
    else { throw IAMError.notFound(.tenant, tenant?.text ?? "") }
    let names = try policy.whoCan(question, at: now)
    return people.filter { names.contains($0.candidate.username) }.map(\.candidate)
  }
}

extension TenantPolicy {
  /// The operators for whom some way to complete the question holds.
  func whoCan(_ question: WhoCan, at now: Instant) throws -> Set<Username> {
    let target = Check(
      operator: "", menu: question.menu, product: question.product, account: question.account
    ).target
    guard catalogue.leaf(target.menu) != nil else {
      throw IAMError.notFound(.menu, question.menu)
    }
    if let product = target.product, !catalogue.knows(product) {
      throw IAMError.notFound(.product, question.product ?? "")
    }
    if let account = target.account, accounts[account] == nil {
      throw IAMError.notFound(.account, question.account ?? "")
    }
    return Set(whoCan(target, at: now))
  }
}

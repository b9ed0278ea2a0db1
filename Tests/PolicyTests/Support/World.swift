import Policy

/// The instants that tests use; 2024-01-01T10:00:00+08:00 is inside the hours.
enum Clock {
  static let now: Instant = 1_704_074_400_000
  static let later = now + .seconds(3600)
}

extension Catalogue {
  /// A few menus of each kind and the products that decisions are tried on.
  static let small = Catalogue(
    menus: [
      "member": [], "member.view": [.signup, .readOnly], "member.security": [.setup, .signup],
      "trade": [], "trade.view": [.readOnly],
      "trade.create": [.trading, .needsAccount, .needsProduct],
      "trade.pay": [.trading, .paymentPassword], "trade.declare": [.trading, .hours],
      "trade.quotes": [.readOnly, .ownScope], "funds": [],
      "funds.query": [.readOnly, .needsAccount],
      "funds.deposit": [.needsAccount], "funds.keyed": [.key],
      "operators": [.administrative], "operators.grant": [], "operators.read": [.readOnly],
    ],
    products: ["PNG", "PNG.SH", "PNG.BJ", "LNG", "LNG.SH"])
}

extension TenantPolicy {
  /// An approved member, entitled to all, with two open accounts and no operator.
  static func member(entitled: Entitlement? = nil) -> TenantPolicy {
    var policy = TenantPolicy(
      catalogue: .small,
      tenant: Tenant(code: "M000001", kind: .member, state: .approved, hasBeenApproved: true),
      entitlement: entitled ?? Entitlement(menus: ["*", "operators"], products: ["*"]),
      revision: 7)
    policy.accounts = ["T1": .open, "T2": .open]
    return policy
  }

  /// A group below another, handing out everything above it unless told otherwise.
  mutating func group(
    _ name: Name, below parent: Name = .rootGroup, pool: UserGroup.Pool = .everything,
    administrators: Set<Username> = []
  ) {
    groups[name] = UserGroup(parent: parent, pool: pool, administrators: administrators)
  }

  /// An operator with grants that hold for ever.
  mutating func person(
    _ username: Username, home: Name = .rootGroup, menus: [MenuCode] = [],
    products: [ProductCode] = [], accounts: AccountSet = .none, roles: [Name] = []
  ) {
    operators[username] = Operator(
      home: home,
      holdings: Holdings(menus: menus, products: products, accounts: accounts, roles: roles))
  }

  /// The decision about a target, now, with nothing proved unless told otherwise.
  func answer(
    _ username: Username, _ menu: MenuCode, product: ProductCode? = nil,
    account: AccountCode? = nil, at instant: Instant = Clock.now,
    session: SessionFacts = SessionFacts()
  ) -> Decision {
    decide(
      Request(
        username: username, target: Target(menu: menu, product: product, account: account),
        instant: instant, session: session))
  }
}

extension Holdings {
  /// Holdings that hold for ever.
  init(
    menus: [MenuCode] = [], products: [ProductCode] = [], accounts: AccountSet = .none,
    roles: [Name] = []
  ) {
    self.init()
    self.menus = menus.map { Given($0) }
    self.products = products.map { Given($0) }
    self.accounts = accounts.isEmpty ? [] : [Given(accounts)]
    self.roles = roles.map { Given($0) }
  }
}

extension Decision {
  /// The one reason of a denial.
  var reason: Reason? { reasons.first }
}

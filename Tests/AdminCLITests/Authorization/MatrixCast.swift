import Policy
import TestSupport

@testable import IAM

/// Everybody and everything that the matrix is about.
///
/// M000001 is acted on: 默认用户组 › 交易部 › 夜盘 (› 夜盘一组, 空组, 闲组) and 日盘. M000002 belongs to
/// another, M000003 waits for its review, M000004 is suspended.
struct MatrixCast {
  private let exchange: TestExchange
  private static let administration: [String] = [
    "operators", "menu-groups", "product-groups", "roles", "groups", "separation", "sessions",
    "policy", "audit", "reports", "config", "accounts", "member-center", "funds.own",
  ]

  init(_ exchange: TestExchange) { self.exchange = exchange }

  func begin() throws {
    try exchange.addMember(Username(unchecked: "master-01"), products: ["PNG", "LNG"])
    try exchange.addMember(Username(unchecked: "master-02"))
    _ = try exchange.member("review-001", .underReview, number: 3)
    _ = try exchange.member("paused-001", .suspended, number: 4)
    try makeGroups()
    try makeDefinitions()
    try makePeople()
    try makeStaff()
  }

  private func act(_ username: String, _ body: (borrowing Change) throws -> Void) throws {
    try exchange.registry.change(as: .unchecked(Username(unchecked: username)), body)
  }

  private func makeGroups() throws {
    let groups = [
      ("交易部", nil), ("夜盘", "交易部"), ("日盘", "交易部"), ("夜盘一组", "夜盘"), ("空组", "夜盘"),
      ("闲组", "夜盘"),
    ]
    try act("master-01") { change in
      for (name, parent) in groups {
        let group = try self.name(name)
        try change.createGroup(group, parent: parent.map(self.name))
        try change.changePool(
          of: group,
          adding: PoolParts(
            menus: [menu("trade.listing"), menu("trade.bidding"), menu("delivery")],
            products: [product("PNG")], everyAccount: true))
      }
      // Wider than what hangs below it, so that its administrator has something to add there.
      try change.changePool(of: name("交易部"), adding: PoolParts(menus: [menu("trade.contracts")]))
    }
  }

  private func makeDefinitions() throws {
    try act("master-01") { change in
      for role in ["报价员", "复核员", "审批员", "空角色"] { try change.createRole(name(role)) }
      try change.grant(RoleParts(menus: [menu("trade.listing.view")]), toRole: name("报价员"))
      for group in ["查询组", "空菜单组"] { try change.createMenuGroup(name(group), preset: nil) }
      try change.allow(
        [menu("trade.listing"), menu("trade.bidding.view")], inMenuGroup: name("查询组"))
      for group in ["天然气", "空产品组"] { try change.createProductGroup(name(group)) }
      try change.add([product("PNG")], toProductGroup: name("天然气"))
      try change.createSeparation(
        Separation(
          name: name("分离"), kind: .static, limit: 2,
          roles: [name("报价员"), name("复核员"), name("审批员")]))
      try change.assign(Assignment(productGroups: [name("天然气")]), toGroup: name("夜盘"))
    }
  }

  private func makePeople() throws {
    for person in ["trader-01", "trader-02", "target-01", "locked-01", "idle-0001"] {
      try hire(person, group: "夜盘")
      try act("master-01") { change in
        try change.assign(
          Assignment(productGroups: [name("天然气")], roles: [name("报价员")]),
          to: Username(unchecked: person))
      }
    }
    let offices = [
      ("admin-above", "交易部"), ("admin-same", "夜盘"), ("admin-below", "夜盘一组"),
      ("admin-beside", "日盘"), ("clerk-001", nil), ("target-01", "夜盘"),
    ]
    for (person, office) in offices {
      let username = Username(unchecked: person)
      if person != "target-01" { try hire(person) }
      try act("master-01") { change in
        if person != "target-01" {
          try change.assign(
            Assignment(menus: Self.administration.map(menu)), to: username)
        }
        if let office { try change.appoint(username, administering: name(office)) }
      }
    }
    try act("master-01") { change in
      for person in ["trader-01", "target-01"] {
        try change.joinGroup(Username(unchecked: person), name("空组"))
      }
      try change.suspendOperator("idle-0001")
    }
    for _ in 0..<5 {
      do {
        _ = try exchange.registry.logIn("locked-01", password: Secret(password: "wrong-Password-1"))
      } catch IAMError.loginFailed {
        continue
      }
    }
  }

  private func makeStaff() throws {
    try hire("staff-02", as: "staff-01")
    try hire("staff-03", as: "staff-01")
    try act("staff-01") { change in
      try change.assign(
        Assignment(menus: [menu("exchange.resets.request")]), to: Username(unchecked: "staff-03"))
    }
    try act("staff-03") { change in
      guard let other = TenantCode("M000002") else { return }
      _ = try change.requestReset(of: other, reason: "遗忘密码")
    }
  }

  /// An operator with passwords of its own, its first-login steps done.
  private func hire(_ username: String, group: String? = nil, as actor: String = "master-01") throws
  {
    let registry = exchange.registry
    let hash = try registry.services.hasher.hash(try Secret(password: TestExchange.password))
    let username = Username(unchecked: username)
    try act(actor) { change in
      let draft = OperatorDraft(
        username: username, name: try PersonName("某人"), group: try group.map(name))
      _ = try change.createOperator(draft, password: IssuedPassword(text: "-", hash: hash))
    }
    try registry.change(as: .nobody) { change in
      guard let found = try change.reading.findOperator(username) else { return }
      try change.perform(Intent("test.hire", in: found.tenant, on: "", need: .nothing)) {
        try change.setCredential(.login, of: found.id, hash: hash)
        try change.closeStep(.loginPassword, for: found.id)
        if found.tenant != 1 {
          try change.setCredential(.payment, of: found.id, hash: hash)
          try change.closeStep(.paymentPassword, for: found.id)
        }
        return Recorded()
      }
    }
  }

  private func name(_ text: String) throws -> Name { try required(Name(text)) }
  private func menu(_ text: String) throws -> MenuCode { try required(MenuCode(text)) }
  private func product(_ text: String) throws -> ProductCode { try required(ProductCode(text)) }

  private func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw IAMError.notFound(.operator, "a name of the matrix") }
    return value
  }
}

import Policy
import TestSupport

@testable import IAM

/// An exchange with a member, its master and some operators, for the tests of credentials.
struct Cast {
  static let master = Username(unchecked: "master-01")
  static let trader = Username(unchecked: "trader-01")
  static let password = TestExchange.password
  static let other = "Tm5#kYz8!cRb3-Qf"
  static let third = "Nf8!vGx3#sDk7-Wp"

  let exchange: TestExchange
  let member: TenantCode

  var registry: Registry { exchange.registry }
  var clock: TestClock { exchange.clock }

  /// Makes the exchange, the member `master-01` and its operator `trader-01`, whose password is
  /// its own and whose steps are done.
  init() throws {
    exchange = try TestExchange()
    member = try exchange.addMember(Cast.master)
    try add(Cast.trader, to: member)
  }

  /// Adds an operator whose passwords are ``password``, in a group that is made where it is missing.
  func add(
    _ username: Username, to tenant: TenantCode, group: String? = nil,
    administers: String? = nil, menus: [String] = []
  ) throws {
    let hash = try registry.services.hasher.hash(try Secret(password: Cast.password))
    try system { change in
      let id = try change.reading.tenantID(tenant)
      let home = try group.map { try change.group($0, in: id) }
      let operatorID = try change.insertOperator(
        NewOperator(
          username: username, name: "张三", tenant: id,
          home: try home ?? change.reading.rootGroup(of: id)))
      for factor in Factor.allCases where factor == .login || tenant != .exchange {
        try change.setCredential(factor, of: operatorID, hash: hash)
      }
      for menu in menus {
        try change.execute(
          "INSERT INTO holding (id, operator_id, menu) VALUES (?, ?, ?)",
          try change.nextID("holding"), operatorID, menu)
      }
      if let administers {
        try change.execute(
          "INSERT INTO group_administrator VALUES (?, ?)", try change.group(administers, in: id),
          operatorID)
      }
    }
  }

  /// Gives a role to an operator, made where it is missing.
  func give(_ role: String, to username: Username) throws {
    try system { change in
      guard let found = try change.reading.findOperator(username) else { return }
      let known = try change.reading.first(
        "SELECT id FROM role WHERE tenant_id = ? AND name = ?", found.tenant, role
      ) { try $0.int(0) }
      let id = try known ?? change.nextID("role")
      if known == nil {
        try change.execute(
          "INSERT INTO role (id, tenant_id, name) VALUES (?, ?, ?)", id, found.tenant, role)
      }
      try change.execute(
        "INSERT INTO holding (id, operator_id, role_id) VALUES (?, ?, ?)",
        try change.nextID("holding"), found.id, id)
    }
  }

  /// Changes the store as the program itself, past the gate.
  @discardableResult
  func system<Answer>(_ body: (borrowing Change) throws -> Answer) throws -> Answer {
    try registry.change(as: .nobody) { change in
      try change.perform(Intent("test.setup", in: 1, on: "", need: .nothing)) {
        Recorded(try body(change))
      }
    }
  }

  /// Logs in.
  @discardableResult
  func logIn(
    _ username: Username = Cast.trader, _ password: String = Cast.password,
    roles: [String]? = nil
  ) throws -> Login {
    try registry.logIn(
      username.text, password: try Secret(password: password), roles: roles)
  }

  /// Fails to log in, so many times.
  func failToLogIn(_ username: Username = Cast.trader, times: Int = 1) throws {
    for _ in 0..<times {
      do {
        try logIn(username, "wrong-Password-1")
      } catch IAMError.loginFailed {
        continue
      }
    }
  }

  /// Gives a one-time password as the master.
  func reset(
    _ username: Username = Cast.trader, as actor: Username = Cast.master
  ) throws -> PasswordReset {
    let issued = try registry.drawPassword()
    return try registry.change(as: .unchecked(actor)) { change in
      try change.resetPassword(of: username.text, to: issued)
    }
  }

  /// One integer of the store.
  func number(_ sql: StaticString, _ arguments: any SQLBindable...) throws -> Int64 {
    try registry.database.read { reading in
      switch arguments.count {
      case 0: try reading.first(sql) { try $0.int(0) } ?? -1
      default: try reading.first(sql, arguments[0]) { try $0.int(0) } ?? -1
      }
    }
  }

  /// The rows of the audit trail of one event: outcome, reason, object, in order.
  func audited(_ event: String) throws -> [String] {
    try registry.database.read { reading in
      try reading.all(
        "SELECT outcome, coalesce(reason, '-'), object, tenant FROM audit WHERE event = ?", event
      ) { "\(try $0.text(0)) \(try $0.text(1)) \(try $0.text(2))@\(try $0.text(3))" }
    }
  }
}

extension Change {
  /// A group below the root, made where it is missing. Part of an operation.
  fileprivate func group(_ name: String, in tenant: Int64) throws -> Int64 {
    let known = try reading.first(
      "SELECT id FROM user_group WHERE tenant_id = ? AND name = ?", tenant, name
    ) { try $0.int(0) }
    if let known { return known }
    let id = try nextID("group")
    try execute(
      """
      INSERT INTO user_group (id, tenant_id, name, parent_id, pool_is_everything, created_at)
      VALUES (?, ?, ?, ?, 1, ?)
      """, id, tenant, name, try reading.rootGroup(of: tenant), now.milliseconds)
    return id
  }
}

import Policy
import TestSupport

@testable import IAM

/// What a test gives to an operator, in the order menus, products, accounts.
struct Gift {
  var menus: [String] = []
  var products: [String] = []
  var hasEveryAccount = false
  var group: String?
  var until: Instant?
}

extension TestExchange {
  /// Changes rows as an operation of nobody: what a test needs without going through commands.
  @discardableResult
  func arrange<Answer>(
    in tenant: TenantCode, _ body: (borrowing Change, Int64) throws -> Answer
  ) throws -> Answer {
    try registry.change(as: .nobody) { change in
      let id = try change.reading.tenantID(tenant)
      return try change.perform(Intent("test.arrange", in: id, on: "test", need: .nothing)) {
        Recorded(try body(change, id))
      }
    }
  }

  /// An active operator of a tenant with grants of its own.
  func addOperator(_ username: Username, in tenant: TenantCode, _ gift: Gift = Gift()) throws {
    try arrange(in: tenant) { change, id in
      let home =
        if let group = gift.group {
          try change.reading.groupID(Name(unchecked: group), in: id)
        } else {
          try change.reading.rootGroup(of: id)
        }
      let person = try change.insertOperator(
        NewOperator(username: username, name: "人员 \(username)", tenant: id, home: home))
      for menu in gift.menus { try give("menu", menu, to: person, until: gift.until, change) }
      for product in gift.products {
        try give("product", product, to: person, until: gift.until, change)
      }
      if gift.hasEveryAccount {
        try change.execute(
          "INSERT INTO holding (id, operator_id, every_account) VALUES (?, ?, 1)",
          try change.nextID("holding"), person)
      }
    }
  }

  private func give(
    _ kind: String, _ code: String, to person: Int64, until: Instant?,
    _ change: borrowing Change
  ) throws {
    try change.execute(
      """
      INSERT INTO holding (id, operator_id, menu, product, valid_until)
      VALUES (?1, ?2, CASE ?3 WHEN 'menu' THEN ?4 END, CASE ?3 WHEN 'product' THEN ?4 END, ?5)
      """, try change.nextID("holding"), person, kind, code, until?.milliseconds)
  }

  /// A group below the root whose pool is everything, with its administrators.
  func addGroup(
    _ name: Name, in tenant: TenantCode, administrators: [Username] = []
  ) throws {
    try arrange(in: tenant) { change, id in
      let group = try change.nextID("group")
      try change.execute(
        """
        INSERT INTO user_group (id, tenant_id, name, parent_id, pool_is_everything, created_at)
        VALUES (?, ?, ?, ?, 1, 0)
        """, group, id, name.text, try change.reading.rootGroup(of: id))
      for administrator in administrators {
        try change.execute(
          "INSERT INTO group_administrator VALUES (?, ?)", group,
          try change.reading.operatorID(administrator, in: id))
      }
    }
  }
}

extension Name {
  /// A name that the test knows to be one.
  init(unchecked text: String) {
    guard let name = Name(text) else { preconditionFailure("`\(text)` is no name") }
    self = name
  }
}

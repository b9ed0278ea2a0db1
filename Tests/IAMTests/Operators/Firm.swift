import Policy
import TestSupport

@testable import IAM

/// An approved member in a real store, with short ways to act in it.
final class Firm: Sendable {
  static let master: Username = "master-01"

  let exchange: TestExchange
  let tenant: TenantCode
  var account: AccountCode { "T\(tenant.text.dropFirst())-GAS-01" }

  init(
    in exchange: TestExchange? = nil, master: Username = Firm.master,
    products: [String] = ["PNG", "LNG"]
  ) throws {
    let exchange = try exchange ?? TestExchange()
    self.exchange = exchange
    tenant = try exchange.addMember(master, products: products)
  }

  var registry: Registry { exchange.registry }

  /// Makes a change as somebody; as the master unless told otherwise.
  @discardableResult
  func act<Answer>(
    as username: Username = Firm.master, _ body: (borrowing Change) throws -> Answer
  ) throws -> Answer {
    try registry.change(as: .unchecked(username)) { try body($0) }
  }

  /// Asks as somebody; as the master unless told otherwise.
  func ask<Answer>(
    as username: Username = Firm.master, _ body: (borrowing Inquiry) throws -> Answer
  ) throws -> Answer {
    try registry.inquire(as: .unchecked(username), body)
  }

  /// Makes an operator whose login works, as if it had done its first-login steps.
  func hire(
    _ username: Username, group: Name? = nil, as actor: Username = Firm.master
  ) throws {
    let password = IssuedPassword(text: "-", hash: registry.services.hasher.standIn)
    try act(as: actor) { change in
      _ = try change.createOperator(
        OperatorDraft(username: username, name: PersonName("某人"), group: group),
        password: password)
    }
    try activate(username)
  }

  /// Closes somebody's first-login steps.
  func activate(_ username: Username) throws {
    try registry.change(as: .nobody) { change in
      guard let found = try change.reading.findOperator(username) else { return }
      try change.perform(
        Intent("test.activate", in: found.tenant, on: username.text, need: .nothing)
      ) {
        try change.closeStep(.loginPassword, for: found.id)
        return Recorded()
      }
    }
  }

  /// A department: a group below the root (or another) with a pool, and an administrator of it who
  /// holds the administrative menus and is at home in the group above.
  func department(
    _ name: Name, administeredBy administrator: Username, below parent: Name? = nil,
    menus: [MenuCode] = ["trade", "delivery"], products: [ProductCode] = ["PNG"],
    everyAccount: Bool = true
  ) throws {
    try act { change in
      try change.createGroup(name, parent: parent)
      try change.changePool(
        of: name,
        adding: PoolParts(menus: menus, products: products, everyAccount: everyAccount))
    }
    try hire(administrator)
    try act { change in
      try change.assign(Assignment(menus: Firm.administration), to: administrator)
      try change.appoint(administrator, administering: name)
    }
  }

  static let administration: [MenuCode] = [
    "operators", "menu-groups", "product-groups", "roles", "groups", "separation",
  ]

  /// The decision on one request at the time of the clock, payment password proved.
  func decide(
    _ username: Username, _ menu: MenuCode, product: ProductCode? = "PNG.SH",
    account: AccountCode? = nil
  ) throws -> [Reason] {
    try ask(as: username) { inquiry in
      let actor = try inquiry.requireActing()
      return try inquiry.reading.decide(
        Target(menu: menu, product: product, account: account ?? self.account), for: username,
        id: actor.id, in: actor.tenant, at: inquiry.now,
        session: SessionFacts(paymentVerified: true))
    }.reasons
  }
}

/// What refused a change, or `nil` when it was made.
func refusal(_ body: () throws -> Void) throws -> IAMError? {
  do {
    try body()
    return nil
  } catch let error as IAMError {
    return error
  }
}

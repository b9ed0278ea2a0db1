public import Policy

@testable public import IAM

/// A real store in a temporary folder: an exchange with its staff master `staff-01`, a clock that
/// stands still, and cheap password hashing. Keep it alive while the store is used.
public final class TestExchange: Sendable {
  /// The password that everybody made here has.
  public static let password = "Vq7#mZ2!tRx9-Lw"
  /// The staff master.
  public static let staff = Username(unchecked: "staff-01")

  /// Where the files are; removed when this is released.
  public let directory: TemporaryDirectory
  /// The clock of the store.
  public let clock: TestClock
  /// The store.
  public let registry: Registry

  /// The database file.
  public var path: String { directory.file("iam.db") }

  /// Makes the exchange.
  public init() throws {
    directory = try TemporaryDirectory()
    let clock = TestClock()
    self.clock = clock
    let hasher = PasswordHasher(
      uncheckedForTesting: .uncheckedForTesting(memory: 8, passes: 1, lanes: 1),
      randomness: .system)
    let vault = try Vault.create(keyFile: directory.file("iam.db.key"))
    registry = try Registry.create(
      at: directory.file("iam.db"), master: TestExchange.staff,
      password: try Secret(password: TestExchange.password), exchangeName: "测试交易所",
      services: Services(clock: { clock.now }, hasher: hasher, vault: vault))
  }

  /// A member that has been approved for PNG without going through the registration, with its
  /// master (whose password is ``password`` and payment password set) and one open gas account.
  ///
  /// - Parameter master: the master's username.
  /// - Returns: the tenant's code; its account is `T`, the digits of the code, `-GAS-01`.
  @discardableResult
  public func addMember(
    _ master: Username,
    menus: [String] = ["trade.listing", "trade.bidding", "trade.contracts", "delivery"],
    products: [String] = ["PNG"]
  ) throws -> TenantCode {
    let hash = try registry.services.hasher.hash(try Secret(password: TestExchange.password))
    return try registry.change(as: .nobody) { change in
      try change.perform(Intent("test.member", in: 1, on: master.text, need: .nothing)) {
        let code = try change.nextTenantCode(.member)
        let id = try change.insertTenant(
          NewTenant(
            code: code, kind: .member, name: "会员 \(code)", state: .approved,
            approvedAt: change.now))
        for menu in menus {
          try change.execute("INSERT INTO entitled_menu VALUES (?, ?)", id, menu)
        }
        for product in products {
          try change.execute("INSERT INTO entitled_product VALUES (?, ?)", id, product)
        }
        let digits = code.text.dropFirst()
        try change.execute(
          """
          INSERT INTO account (id, tenant_id, code, settlement_code, market, state, opened_at)
          VALUES (?, ?, ?, ?, 'gas', 'open', ?)
          """, try change.nextID("account"), id, "T\(digits)-GAS-01", "S\(digits)-GAS-01",
          change.now.milliseconds)
        let operatorID = try change.insertMaster(master, name: "管理员", of: id)
        try change.setCredential(.login, of: operatorID, hash: hash)
        try change.setCredential(.payment, of: operatorID, hash: hash)
        return Recorded(code)
      }
    }
  }
}

extension Username {
  /// A username that the test knows to be one.
  public init(unchecked text: String) {
    guard let name = Username(text) else { preconditionFailure("`\(text)` is no username") }
    self = name
  }
}

public import Policy

extension Registry {
  /// Makes a new store: the catalogue, the exchange, and its first staff master.
  ///
  /// The file appears whole or not at all. The master chose its own password, so no first-login
  /// step is open for it.
  ///
  /// - Parameters:
  ///   - path: where; nothing may be there yet.
  ///   - master: the username of the first member of staff.
  ///   - password: its login password.
  ///   - exchangeName: the exchange's name.
  ///   - services: the clock, chance, the cost of passwords, and the key of personal data.
  /// - Throws: `weakPassword`, `invalid`; `DatabaseError` `alreadyExists` or of storage.
  public static func create(
    at path: String, master: Username, password: Secret, exchangeName: String, services: Services
  ) throws -> Registry {
    let name = try acceptedName(exchangeName, master, password)
    let hash = try services.hasher.hash(password)
    let database = try Database(
      path: path, mode: .create, migrations: Schema.migrations,
      lending: { Change($0, .nobody, services, ChangeProgress()) },
      populate: { change in
        try change.install(Seed.catalogue)
        try change.setUpExchange(named: name, master: master, passwordHash: hash)
      })
    return Registry(database: database, services: services)
  }

  /// Finds out if a store could be made, and makes nothing.
  ///
  /// - Parameters:
  ///   - path: where; its directory need not be there yet.
  ///   - master: the username of the first member of staff.
  ///   - password: its login password.
  ///   - exchangeName: the exchange's name.
  /// - Throws: as ``create(at:master:password:exchangeName:services:)``.
  public static func requireCreatable(
    at path: String, master: Username, password: Secret, exchangeName: String
  ) throws {
    _ = try acceptedName(exchangeName, master, password)
    do {
      _ = try Registry(opening: path, readOnly: true)
    } catch let error as DatabaseError where error.kind == .missing || error.kind == .incomplete {
      return
    }
    throw DatabaseError(.alreadyExists, "the database `\(path)` exists already")
  }

  private static func acceptedName(
    _ exchangeName: String, _ master: Username, _ password: Secret
  ) throws -> Name {
    guard let name = Name(exchangeName) else { throw IAMError.invalidName("exchange_name") }
    let policy = PasswordPolicy(
      exchange: .standard, for: PasswordHolder(isAdministrator: true))
    try policy.require(
      password,
      context: PasswordContext(username: master.text, companies: [exchangeName]))
    return name
  }
}

extension Change {
  /// The exchange itself, with its root group and its first master.
  fileprivate func setUpExchange(named name: Name, master: Username, passwordHash: String) throws {
    let intent = Intent("exchange.create", in: 1, on: TenantCode.exchange.text, need: .nothing)
    try perform(intent) {
      let tenant = try insertTenant(
        NewTenant(
          code: .exchange, kind: .exchange, name: name.text, state: .approved,
          approvedAt: now))
      let operatorID = try insertMaster(master, name: name.text, of: tenant)
      try setCredential(.login, of: operatorID, hash: passwordHash)
      try installStaffDuties(in: tenant)
      return Recorded(after: ["username": .string(master.text), "name": .string(name.text)])
    }
    // Nobody was there before whom the gate could compare with.
    try forgetTouched()
  }
}

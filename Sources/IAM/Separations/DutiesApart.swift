internal import Policy

/// What a store has of that which keeps the duties of the exchange's staff apart: a role for each
/// duty, and the separation set of them. It is made with the exchange and stays so.
///
/// What the role of a duty takes is not part of it: the exchange decides that, and the catalogue
/// grows.
///
/// - Source: GB/T 22239-2019, 8.1.4.2.
struct DutiesApart: Equatable {
  /// The roles of the duties, those that are there.
  var roles: Set<Name> = []
  /// The separation set; `nil` when there is none of its name.
  var separation: Separation?

  /// The separation set that the exchange is made with.
  static let builtIn = Separation(
    name: StaffDuty.separation, kind: .static, limit: 2,
    roles: Set(StaffDuty.allCases.map(\.role)))

  /// The names of what is missing or not as it was made, roles first.
  var faults: [Name] {
    let missing = Self.builtIn.roles.subtracting(roles).sorted()
    return separation == Self.builtIn ? missing : missing + [StaffDuty.separation]
  }

  /// Lets a change pass that leaves all this as it was, or as it was made: what a store has lost may
  /// be made again.
  ///
  /// - Throws: `conflict(.builtIn)` naming what would go or differ.
  func requireKept(since former: DutiesApart) throws(IAMError) {
    if let role = former.roles.subtracting(roles).min() {
      throw .conflict(.builtIn(.role, role.text))
    }
    guard separation == former.separation || separation == Self.builtIn else {
      throw .conflict(.builtIn(.separation, StaffDuty.separation.text))
    }
  }
}

extension Change {
  /// Holds what keeps the duties of the exchange's staff apart against a change, by whatever commands
  /// or document it was made.
  ///
  /// - Parameter before: the last committed state.
  /// - Throws: `conflict(.builtIn)`.
  func keepDutiesApart(
    _ touched: TouchedRows, in tenant: Int64, before: borrowing ReadTransaction
  ) throws {
    guard touched.concernsSeparation(in: tenant),
      try reading.code(ofTenant: tenant) == TenantCode.exchange.text
    else { return }
    try reading.dutiesApart(in: tenant).requireKept(since: before.dutiesApart(in: tenant))
  }
}

extension ReadTransaction {
  /// What the exchange has of that which keeps the duties of its staff apart.
  func dutiesApart(in exchange: Int64) throws -> DutiesApart {
    let roles = try StaffDuty.allCases.map(\.role).filter { role in
      try findRole(role, in: exchange) != nil
    }
    return DutiesApart(
      roles: Set(roles),
      separation: try separations(of: exchange).first { $0.name == StaffDuty.separation })
  }
}

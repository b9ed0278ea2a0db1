internal import Policy

/// What an import adds to a tenant: roles that are new, and menus and roles for operators, who are
/// made where they are not there yet.
struct ImportedPermissions {
  var roles: [Name: ConfiguredRole] = [:]
  var operators: [Username: (name: String, holdings: Set<Holding>)] = [:]

  /// The configuration with all this added; nothing is taken away.
  ///
  /// - Throws: `conflict(.exists)` for a role that is there already and says something else: an
  ///   import does not widen what others hold; `conflict(.state)` for an offboarded operator;
  ///   `refused` for the master.
  func added(to state: ConfigurationState) throws(IAMError) -> TenantConfiguration {
    var wanted = state.configuration
    for (name, role) in roles.sorted(by: { $0.key < $1.key }) {
      if let present = wanted.roles[name], present != role {
        throw .conflict(.exists(.role, name.text))
      }
      wanted.roles[name] = role
    }
    for (username, person) in operators.sorted(by: { $0.key < $1.key }) {
      if state.master?.username == username { throw .refused([.operatorNotYours(username)]) }
      if wanted.operators[username]?.state == .offboarded {
        throw .conflict(
          .state(.operator, username.text, is: Operator.State.offboarded.rawValue))
      }
      wanted.operators[
        username,
        default: ConfiguredOperator(name: person.name, group: .rootGroup, state: .pending)
      ].holdings.formUnion(person.holdings)
    }
    return wanted
  }
}

/// What an import has added.
public struct ImportSummary: Sendable, Equatable {
  /// How many operators were made; they are pending and have no password.
  public let operators: Int
  /// How many roles were made.
  public let roles: Int
  /// How many menus and roles were given, to operators and to roles.
  public let grants: Int

  init(operators: Int, roles: Int, grants: Int) {
    self.operators = operators
    self.roles = roles
    self.grants = grants
  }

  init(from present: TenantConfiguration, to wanted: TenantConfiguration) {
    operators = wanted.operators.count - present.operators.count
    roles = wanted.roles.count - present.roles.count
    grants = wanted.grantCount - present.grantCount
  }
}

extension TenantConfiguration {
  fileprivate var grantCount: Int {
    roles.values.reduce(0) { $0 + $1.menus.count + $1.roles.count }
      + operators.values.reduce(0) { $0 + $1.holdings.count }
  }
}

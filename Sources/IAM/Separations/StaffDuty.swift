public import Policy

/// A duty of administration at the exchange; no member of staff has two of them, but the master,
/// who has all by what it is and hands them out.
///
/// - Source: GB/T 22239-2019, 8.1.4.2 and 8.1.4.3: system, security and audit administration.
public enum StaffDuty: CaseIterable, Sendable {
  /// System administration: accounts, catalogue, backup and care.
  case system
  /// Security administration: grants, groups, roles, separation and password rules.
  case security
  /// Audit administration: the audit trail, checkpoints and reports.
  case audit

  /// The separation set that keeps the duties apart.
  public static let separation = name("管理职责分离")

  /// The role of the duty.
  public var role: Name {
    switch self {
    case .system: StaffDuty.name("系统管理员")
    case .security: StaffDuty.name("安全管理员")
    case .audit: StaffDuty.name("审计管理员")
    }
  }

  /// What the duty takes.
  var menus: [String] {
    switch self {
    case .system:
      [
        "operators.read", "operators.read-full", "operators.create", "operators.update",
        "operators.suspend", "operators.reset-password", "operators.offboard", "groups.read",
        "sessions", "config.export", "exchange.catalogue", "exchange.care",
      ]
    case .security:
      [
        "operators.read", "operators.grant", "menu-groups", "product-groups", "roles", "groups",
        "separation", "policy", "exchange.policy",
      ]
    case .audit:
      [
        "operators.read", "roles.read", "groups.read", "separation.read", "audit", "reports",
        "exchange.audit",
      ]
    }
  }

  private static func name(_ text: String) -> Name {
    guard let name = Name(text) else { preconditionFailure("the name of a duty must be a name") }
    return name
  }
}

extension Change {
  /// The three duties of administration as roles of the exchange, and the static separation set
  /// that keeps them apart. Part of an operation: that which makes the exchange.
  ///
  /// - Parameter exchange: the exchange's id; it has no role and no separation set yet.
  /// - Source: GB/T 22239-2019, 8.1.4.2.
  func installStaffDuties(in exchange: Int64) throws {
    for duty in StaffDuty.allCases {
      let id = try insertRole(duty.role, in: exchange)
      for menu in duty.menus { try execute("INSERT INTO role_menu VALUES (?, ?)", id, menu) }
    }
    try insertSeparation(DutiesApart.builtIn, in: exchange)
  }
}

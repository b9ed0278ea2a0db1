public import Policy

/// An operator as it stands in lists.
public struct OperatorListing: Sendable, Equatable {
  /// How a login stands to those who look at it.
  public enum State: String, Sendable, CaseIterable {
    /// It has not been put to use, or its validity has not begun.
    case pending
    case active, suspended
    /// By failed logins, until a time or until it is unlocked.
    case locked
    /// Its validity is over.
    case expired
    case offboarded
  }

  /// Its login.
  public var username: Username
  /// The person's name.
  public var name: String
  /// Its home group.
  public var group: Name
  /// How it stands now.
  public var state: State
  /// Whether it is the tenant's master.
  public var isMaster: Bool
  /// When its login may be used at all.
  public var validity: Validity
  /// When it was made.
  public var createdAt: Instant
  /// When it last logged in; `nil` for never.
  public var lastLoginAt: Instant?

  let id: Int64
  let home: Int64
}

/// Which operators a list holds; each condition that is given narrows it.
public struct OperatorFilter: Sendable, Equatable {
  /// In this group or one below it, at home or joined.
  public var group: Name?
  /// In this state now.
  public var state: OperatorListing.State?
  /// Not offboarded, and without a login for at least so many days; one that never logged in
  /// counts from when it was made.
  public var inactiveDays: Int?

  /// No condition unless told otherwise.
  public init(
    group: Name? = nil, state: OperatorListing.State? = nil, inactiveDays: Int? = nil
  ) {
    self.group = group
    self.state = state
    self.inactiveDays = inactiveDays
  }
}

extension Inquiry {
  /// The operators of a tenant that the caller sees, in the order of their usernames: for the
  /// master and staff all, for an administrator those of its groups.
  ///
  /// - Throws: `notLoggedIn`, `denied`, `notFound` for a group that is not there.
  /// - Complexity: O(operators of the tenant).
  /// - Source: B7, C5.
  public func operators(
    _ filter: OperatorFilter = OperatorFilter(), in tenant: TenantCode? = nil
  ) throws -> [OperatorListing] {
    let (actor, tenant) = try require("operators.read", in: tenant)
    let view = try OperatorView(of: actor, in: tenant, reading)
    let members = try filter.group.map {
      Set(try reading.members(below: reading.groupID($0, in: tenant)))
    }
    let latest = filter.inactiveDays.map { now + .seconds(-86_400 * Int64(clamping: $0)) }
    return try reading.operatorListings(of: tenant, at: now).filter { person in
      view.sees(person.id, home: person.home)
        && members?.contains(person.id) != false
        && filter.state.map { $0 == person.state } != false
        && latest.map { person.isInactive(since: $0) } != false
    }
  }
}

extension OperatorListing {
  fileprivate func isInactive(since latest: Instant) -> Bool {
    state != .offboarded && (lastLoginAt ?? createdAt) <= latest
  }

  /// Reads the columns that `operatorListings` and `operatorListing` select.
  init(_ row: borrowing Row, at now: Instant) throws {
    id = try row.int(0)
    username = try row.code(1, Username.init)
    name = try row.text(2)
    group = try row.code(3, Name.init)
    home = try row.int(4)
    let stored = try row.code(5, Operator.State.init)
    isMaster = try row.bool(6)
    validity = Validity(from: try row.instantOrNil(7), until: try row.instantOrNil(8))
    let isLocked = try row.bool(10) || row.instantOrNil(9).map { now < $0 } ?? false
    createdAt = try row.instant(11)
    lastLoginAt = try row.instantOrNil(12)
    let isAhead = validity.from.map { now < $0 } ?? false
    let isOver = validity.until.map { $0 <= now } ?? false
    state =
      switch stored {
      case .pending: .pending
      case .suspended: .suspended
      case .offboarded: .offboarded
      case .active: isAhead ? .pending : isOver ? .expired : isLocked ? .locked : .active
      }
  }
}

extension ReadTransaction {
  /// All operators of a tenant, in the order of their usernames.
  func operatorListings(of tenant: Int64, at now: Instant) throws -> [OperatorListing] {
    try all(
      """
      SELECT o.id, o.username, o.name, g.name, o.home_group_id, o.state, o.is_master,
        o.valid_from, o.valid_until, c.locked_until, coalesce(c.is_disabled, 0), o.created_at,
        r.last_login_at
      FROM operator o JOIN user_group g ON g.id = o.home_group_id
      LEFT JOIN credential c ON c.operator_id = o.id AND c.factor = 'login'
      LEFT JOIN login_record r ON r.operator_id = o.id
      WHERE o.tenant_id = ? ORDER BY o.username
      """, tenant
    ) { try OperatorListing($0, at: now) }
  }

  /// One operator as it stands in lists.
  func operatorListing(_ id: Int64, at now: Instant) throws -> OperatorListing? {
    try first(
      """
      SELECT o.id, o.username, o.name, g.name, o.home_group_id, o.state, o.is_master,
        o.valid_from, o.valid_until, c.locked_until, coalesce(c.is_disabled, 0), o.created_at,
        r.last_login_at
      FROM operator o JOIN user_group g ON g.id = o.home_group_id
      LEFT JOIN credential c ON c.operator_id = o.id AND c.factor = 'login'
      LEFT JOIN login_record r ON r.operator_id = o.id
      WHERE o.id = ?
      """, id
    ) { try OperatorListing($0, at: now) }
  }
}

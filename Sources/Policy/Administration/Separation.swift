/// A separation of duty: of these roles nobody holds, or has active at once, `limit` or more.
///
/// - Source: ANSI INCITS 359-2012, static and dynamic separation of duty relations.
public struct Separation: Sendable, Hashable {
  /// When the roles are counted.
  public enum Kind: String, Sendable, CaseIterable {
    /// Over all roles an operator is authorised for: direct, group and inherited.
    case `static`
    /// Over the roles active in one session.
    case dynamic
  }

  /// Whether a violation refuses the change or is only reported.
  public enum Mode: String, Sendable, CaseIterable {
    case enforce, record
  }

  /// Its name, unique in the tenant.
  public var name: Name
  /// When the roles are counted.
  public var kind: Kind
  /// Whether it refuses or reports.
  public var mode: Mode
  /// From how many roles on it is violated; 2 to the number of roles.
  public var limit: Int
  /// The roles that exclude each other.
  public var roles: Set<Name>

  /// Takes the facts as they are.
  public init(name: Name, kind: Kind, mode: Mode = .enforce, limit: Int, roles: Set<Name>) {
    self.name = name
    self.kind = kind
    self.mode = mode
    self.limit = limit
    self.roles = roles
  }

  /// Whether the gate refuses what violates it.
  package var isInForce: Bool { kind == .static && mode == .enforce }

  /// The roles of the set among `held`, when they are too many; else `nil`.
  public func violation(by held: Set<Name>) -> [Name]? {
    let together = roles.intersection(held)
    return together.count >= limit ? together.sorted() : nil
  }
}

extension TenantPolicy {
  /// The roles an operator is authorised for: direct, handed down, and included by either.
  ///
  /// - Parameters:
  ///   - username: the operator; one that is not there has none.
  ///   - instant: when; `nil` disregards every validity.
  public func authorizedRoles(of username: Username, at instant: Instant?) -> Set<Name> {
    guard let person = operators[username], person.state != .offboarded else { return [] }
    let handed = groups(around: person).compactMap { groups[$0]?.handsDown }
    let given = ([person.holdings] + handed).flatMap { $0.roles.held(at: instant) }
    return Set(inclusionPaths(from: Set(given)).compactMap(\.last))
  }
}

extension Gate {
  /// Static sets in force that an operator would violate, now or at any later instant.
  func separationViolations(_ username: Username) -> [Violation] {
    let inForce = separations.filter(\.isInForce)
    guard !inForce.isEmpty else { return [] }
    let instants = turningPoints(of: username)
    return inForce.compactMap { set in
      instants.lazy
        .compactMap { set.violation(by: after.authorizedRoles(of: username, at: $0)) }.first
        .map { .separation(name: set.name, username, roles: $0) }
    }
  }
}

import Policy

/// Who may act on whom and on what, from the sentences of the model: read from the tenant as it was
/// before the change, and not by the code that it judges.
struct ModelAuthority {
  enum Reach {
    /// The master, or staff of the exchange in another tenant.
    case wholeTenant(isStaff: Bool)
    /// The administrator of these groups.
    case groups(Set<Name>)
    /// Somebody of another tenant.
    case none
  }

  let actor: Username
  let reach: Reach
  let before: NaivePolicy
  let after: NaivePolicy

  var isStaff: Bool { if case .wholeTenant(isStaff: true) = reach { true } else { false } }
  var isWholeTenant: Bool { if case .wholeTenant = reach { true } else { false } }

  /// Whether the actor administers anything at all.
  var isAdministrator: Bool {
    switch reach {
    case .wholeTenant: true
    case .groups(let groups): !groups.isEmpty
    case .none: false
    }
  }

  /// Whether the actor administers a group or one above it, in one of the two states.
  func administers(_ group: Name, in state: NaivePolicy) -> Bool {
    guard case .groups(let administered) = reach else { return isWholeTenant }
    var next: Name? = group
    while let name = next {
      if administered.contains(name) { return true }
      next = state.world.groups[name]?.parent
    }
    return false
  }

  /// Whether the actor administers a group above this one.
  func standsAbove(_ group: Name, in state: NaivePolicy) -> Bool {
    isWholeTenant
      || state.world.groups[group]?.parent.map { administers($0, in: state) } == true
  }

  /// Whether the actor may act on an operator, as it was and as it is.
  func mayActOn(_ username: Username) -> Bool {
    let states = [before, after].filter { $0.world.operators[username] != nil }
    return username != actor && !states.isEmpty
      && states.allSatisfy { state in
        guard let person = state.world.operators[username], !person.isMaster else { return false }
        let offices = state.world.groups.filter { $0.value.administrators.contains(username) }
        return administers(person.home, in: state)
          && offices.keys.allSatisfy { standsAbove($0, in: state) }
      }
  }

  /// Whether the actor may hand a point out to an operator.
  func handsOut(_ point: Point, to username: Username) -> Bool {
    guard mayActOn(username), let person = after.world.operators[username] else { return false }
    if isWholeTenant { return after.isEntitled(point) }
    return person.joined.union([person.home]).contains {
      administers($0, in: after) && after.isInside($0, point)
    }
  }
}

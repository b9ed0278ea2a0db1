extension Gate {
  /// Where somebody who can log in would have administered, somebody still must: now, and at every
  /// later instant at which the login of somebody concerned begins or ends.
  func lastAdministratorViolations() -> [Violation] {
    let concerned = touched.operators.flatMap { officesBefore[$0] ?? [] }
    let groups = touched.groups.union(concerned).sorted().filter(isDeserted)
    let isMasterLost = loginTurningPoints(of: touched.operators).contains(where: losesMaster)
    return (isMasterLost ? [.lastAdministrator(.tenant)] : [])
      + groups.map { .lastAdministrator(.group($0)) }
  }

  /// Whether a group had somebody to administer it and has nobody any more. The logins of those who
  /// stay count too: one that ends tomorrow is nobody who administers after tomorrow.
  private func isDeserted(_ name: Name) -> Bool {
    guard let old = before.groups[name], let new = after.groups[name] else { return false }
    let instants = loginTurningPoints(of: old.administrators.union(new.administrators))
    return instants.contains { instant in
      old.administrators.contains { before.canLogIn($0, at: instant) }
        && !new.administrators.contains { remains($0, at: instant) }
    }
  }

  /// Whether a touched master who could log in is gone, and there is no other.
  private func losesMaster(at instant: Instant) -> Bool {
    let isLost = touched.operators.contains { username in
      before.operators[username]?.isMaster == true && before.canLogIn(username, at: instant)
        && !(after.operators[username]?.isMaster == true && remains(username, at: instant))
    }
    return isLost
      && !after.operators.contains { $0.value.isMaster && after.canLogIn($0.key, at: instant) }
  }

  /// Whether one can log in, or could and lacks only what is no demotion: a lock by failures, or a
  /// password that was reset.
  private func remains(_ username: Username, at instant: Instant) -> Bool {
    if after.canLogIn(username, at: instant) { return true }
    guard before.canLogIn(username, at: instant), let person = after.operators[username] else {
      return false
    }
    return person.state == .active && person.validity.contains(instant)
  }

  private func loginTurningPoints(of usernames: Set<Username>) -> [Instant] {
    let validities = usernames.flatMap { username in
      [before, after].compactMap { $0.operators[username]?.validity }
    }
    let instants = validities.flatMap { [$0.from, $0.until] }.compactMap(\.self)
    return Set(instants.filter { $0 > now } + [now]).sorted()
  }
}

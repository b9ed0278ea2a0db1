extension Gate {
  /// Where somebody who can log in would have administered, somebody still must: now, and at every
  /// later instant at which the login of one touched begins or ends.
  func lastAdministratorViolations() -> [Violation] {
    let instants = loginTurningPoints()
    let concerned = touched.operators.flatMap { officesBefore[$0] ?? [] }
    let groups = touched.groups.union(concerned).sorted().filter { name in
      guard let old = before.groups[name], let new = after.groups[name] else { return false }
      return instants.contains { instant in
        old.administrators.contains { before.canLogIn($0, at: instant) }
          && !new.administrators.contains { remains($0, at: instant) }
      }
    }
    return (instants.contains(where: losesMaster) ? [.lastAdministrator(.tenant)] : [])
      + groups.map { .lastAdministrator(.group($0)) }
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

  private func loginTurningPoints() -> [Instant] {
    let validities = touched.operators.flatMap { username in
      [before, after].compactMap { $0.operators[username]?.validity }
    }
    let instants = validities.flatMap { [$0.from, $0.until] }.compactMap(\.self)
    return Set(instants.filter { $0 > now } + [now]).sorted()
  }
}

internal import Policy

extension Inquiry {
  /// The requests that the caller may see, newest first: staff all of them, others those about
  /// their own tenant and those that it filed.
  ///
  /// - Throws: `notLoggedIn`, `denied`.
  /// - Source: C10: the member sees what happens to its administrator.
  public func resetRequests() throws -> [ResetRequest] {
    let actor = try requireActing()
    if actor.isStaff {
      try requireEither("exchange.resets.request", "exchange.resets.approve", of: actor)
    } else {
      try require("operators.read", of: actor, in: actor.tenant)
    }
    return try reading.resetRequests(id: nil, of: actor.isStaff ? nil : actor.tenant, at: now)
      .map(\.request)
  }

  private func requireEither(
    _ one: String, _ other: String, of actor: ActingOperator
  ) throws {
    do {
      try require(one, of: actor, in: actor.tenant)
    } catch IAMError.denied {
      try require(other, of: actor, in: actor.tenant)
    }
  }
}

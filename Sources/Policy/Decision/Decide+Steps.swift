extension TenantPolicy {
  /// Step 1: the login is active, within its validity, and not locked.
  func stateReason(_ person: Operator, at instant: Instant) -> Reason? {
    switch person.state {
    case .pending: return .operatorPending
    case .suspended: return .operatorSuspended
    case .offboarded: return .operatorOffboarded
    case .active: break
    }
    if let from = person.validity.from, instant < from { return .operatorPending }
    if let until = person.validity.until, instant >= until { return .operatorExpired }
    if let end = person.lockedUntil, instant < end { return .operatorLocked }
    return nil
  }

  /// Step 2: product and account are known where named, and named where the menu needs them.
  func targetReason(_ target: Target, _ marks: Marks) -> Reason? {
    if let product = target.product, !catalogue.knows(product) { return .productUnknown }
    if let account = target.account, accounts[account] == nil { return .accountUnknown }
    if marks.contains(.needsProduct), target.product == nil { return .productRequired }
    if marks.contains(.needsAccount), target.account == nil { return .accountRequired }
    return nil
  }

  /// Step 3: before the first approval only the menus of signing up are open; later, a review, until
  /// it ends in an approval, or a suspension closes trading alone.
  ///
  /// - Source: A10, F5.
  func tenantReason(_ marks: Marks) -> Reason? {
    switch tenant.state {
    case .closed: return .tenantClosed
    case .approved: return nil
    case .suspended: return marks.contains(.trading) ? .tenantSuspended : nil
    case _ where tenant.hasBeenApproved:
      return marks.contains(.trading) ? .tenantUnderReview : nil
    case .underReview: return marks.contains(.signup) ? nil : .tenantUnderReview
    case .registered, .profiled, .bankBound, .rejected, .supplement:
      return marks.contains(.signup) ? nil : .tenantNotApproved
    }
  }

  /// Step 5: the exchange has opened it, and a group the operator is in may hand it out, or one
  /// above that hands it down already. That the root could hand it out says nothing: it always can.
  func ceilingReason(_ target: Target, _ person: Operator) -> Reason? {
    guard opened.covers(target) else { return .outsideEntitlement }
    let isWithin =
      person.isMaster || person.allGroups.contains { ceiling(of: $0).covers(target) }
      || grants(of: person, at: nil).contains { $0.effective.covers(target) }
    return isWithin ? nil : .outsidePool
  }

  /// Step 6, when no grant covers the target: what the nearest one failed on.
  func nearestFailure(of request: Request, _ person: Operator) -> Reason {
    let target = request.target
    let timeless = grants(of: person, at: nil, activeRoles: request.session.activeRoles)
      .map(\.effective)
    if timeless.contains(where: { $0.covers(target) }) { return .grantExpired }
    let withMenu = timeless.filter { $0.menus.covers(target.menu) }
    if withMenu.isEmpty { return .menuNotGranted }
    let withProduct = withMenu.filter { target.product.map($0.products.covers) != false }
    return withProduct.isEmpty ? .productNotGranted : .accountNotGranted
  }

  /// Step 7: the account is open, or frozen and the menu only reads.
  func accountReason(_ target: Target, _ marks: Marks) -> Reason? {
    switch target.account.flatMap({ accounts[$0] }) {
    case .closed: .accountClosed
    case .frozen where !marks.contains(.readOnly): .accountFrozen
    default: nil
    }
  }

  /// Step 8: 09:15:00 to 15:15:00 exchange time, both included.
  ///
  /// - Source: F6.
  func isOpen(at instant: Instant) -> Bool {
    (33_300_000...54_900_000).contains(instant.exchangeTimeOfDay)
  }

  /// Step 10: where the menu asks for it, the payment password is set and was verified.
  func paymentReason(_ session: SessionFacts, _ person: Operator, _ marks: Marks) -> Reason? {
    guard marks.contains(.paymentPassword) else { return nil }
    guard person.paymentPasswordSet else { return .paymentPasswordNotSet }
    return session.paymentVerified ? nil : .paymentPasswordRequired
  }
}

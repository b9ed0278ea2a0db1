/// What the tenant's state closes, worked out once: step 3 of a decision.
struct TenantStage: Sendable, BitwiseCopyable {
  /// Which menus are closed.
  enum Closing: Sendable, BitwiseCopyable {
    case none, all, trading, allButSignup
  }

  let closing: Closing
  /// Why.
  let reason: Reason

  init(_ tenant: Tenant) {
    switch tenant.state {
    case .closed: self.init(.all, .tenantClosed)
    case .approved: self.init(.none, .tenantClosed)
    case .suspended: self.init(.trading, .tenantSuspended)
    case _ where tenant.hasBeenApproved: self.init(.trading, .tenantUnderReview)
    case .underReview: self.init(.allButSignup, .tenantUnderReview)
    case .registered, .profiled, .bankBound, .rejected, .supplement:
      self.init(.allButSignup, .tenantNotApproved)
    }
  }

  private init(_ closing: Closing, _ reason: Reason) {
    self.closing = closing
    self.reason = reason
  }

  /// Why a menu with these marks is closed; `nil` when it is open.
  @inline(__always)
  func reason(against marks: Marks) -> Reason? {
    switch closing {
    case .none: nil
    case .all: reason
    case .trading: marks.contains(.trading) ? reason : nil
    case .allButSignup: marks.contains(.signup) ? nil : reason
    }
  }
}

extension Instant {
  /// Whether it lies between 09:15:00 and 15:15:00 exchange time, both included.
  ///
  /// - Source: F6.
  @inline(__always)
  var isWithinHours: Bool { (33_300_000...54_900_000).contains(exchangeTimeOfDay) }
}

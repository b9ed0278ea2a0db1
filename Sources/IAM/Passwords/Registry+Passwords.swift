public import Policy

extension Registry {
  /// The caller does its first-login steps in one go.
  ///
  /// - Parameters:
  ///   - identity: who asks.
  ///   - current: the login password in force, mostly a one-time password.
  ///   - login: the new one, where that step is open; else `nil`.
  ///   - payment: the payment password, where that step is open; else `nil`.
  ///   - dryRun: whether to undo everything at the end; a wrong password is counted all the same.
  /// - Throws: `stepNotOpen`, `verificationFailed`, `weakPassword`, `notLoggedIn`.
  /// - Source: C8.
  public func completeSetup(
    as identity: Identity, current: Secret?, login: Secret?, payment: Secret?,
    dryRun: Bool = false
  ) throws {
    let revision = PasswordRevision(
      event: "setup.complete", proof: (.login, current), login: login, payment: payment)
    try revise(revision, as: identity, dryRun: dryRun) { reading, actor in
      let open = try reading.openSteps(of: actor.id)
      if login != nil || open.isEmpty, !open.contains(.loginPassword) {
        throw IAMError.conflict(.stepNotOpen(.loginPassword))
      }
      if payment != nil, !open.contains(.paymentPassword) {
        throw IAMError.conflict(.stepNotOpen(.paymentPassword))
      }
    }
  }

  /// The caller changes its login password; its other sessions end.
  ///
  /// - Parameters:
  ///   - identity: who asks.
  ///   - current: the password in force.
  ///   - new: the new one.
  ///   - dryRun: whether to undo everything at the end; a wrong password is counted all the same.
  /// - Throws: `verificationFailed`, `weakPassword`, `notLoggedIn`.
  public func changePassword(
    as identity: Identity, current: Secret?, new: Secret, dryRun: Bool = false
  ) throws {
    let revision = PasswordRevision(
      event: "password.change", proof: (.login, current), login: new)
    try revise(revision, as: identity, dryRun: dryRun) { _, _ in }
  }

  /// The caller sets its payment password (支付密码) for the first time, or anew after a reset.
  ///
  /// - Parameters:
  ///   - identity: who asks.
  ///   - new: the new password.
  ///   - fundMobile: where messages about funds go; checked as A4 says.
  ///   - dryRun: whether to undo everything at the end.
  /// - Throws: `stepNotOpen` for staff, `accountMissing` before the first trading account,
  ///   `paymentPassword(isSet: true)`, `weakPassword`, `invalid`, `keyUnavailable`.
  /// - Source: A13.
  public func setPaymentPassword(
    as identity: Identity, new: Secret, fundMobile: String? = nil, dryRun: Bool = false
  ) throws {
    let mobile = try fundMobile.map(Registry.mobile)
    let revision = PasswordRevision(
      event: "payment-password.set", payment: new, fundMobile: mobile)
    try revise(revision, as: identity, dryRun: dryRun) { reading, actor in
      try reading.requirePaymentPasswordMayBeSet(by: actor)
    }
  }

  /// The caller changes its payment password.
  ///
  /// - Parameters:
  ///   - identity: who asks.
  ///   - current: the password in force.
  ///   - new: the new one.
  ///   - dryRun: whether to undo everything at the end; a wrong password is counted all the same.
  /// - Throws: `paymentPassword(isSet: false)`, `verificationFailed`, `weakPassword`.
  public func changePaymentPassword(
    as identity: Identity, current: Secret?, new: Secret, dryRun: Bool = false
  ) throws {
    let revision = PasswordRevision(
      event: "payment-password.change", proof: (.payment, current), payment: new)
    try revise(revision, as: identity, dryRun: dryRun) { reading, actor in
      try reading.requirePaymentPassword(of: actor)
    }
  }

  /// The caller proves its payment password; its session counts as verified for ten minutes.
  ///
  /// - Parameters:
  ///   - identity: who asks.
  ///   - password: the payment password.
  ///   - dryRun: whether to undo everything at the end; a wrong password is counted all the same.
  /// - Returns: until when it counts.
  /// - Throws: `paymentPassword(isSet: false)`, `verificationFailed`.
  /// - Source: C9.
  @discardableResult
  public func verifyPaymentPassword(
    as identity: Identity, _ password: Secret?, dryRun: Bool = false
  ) throws -> Instant {
    try inquire(as: identity) { inquiry in
      try inquiry.reading.requirePaymentPassword(of: try inquiry.requireActing())
    }
    let event = "payment-password.verify"
    return try prove(.payment, password, as: identity, for: event, dryRun: dryRun) {
      change, actor in
      let intent = Intent(event, in: actor.tenant, on: actor.username.text, need: .ownSelf)
      return try change.record(intent) {
        let until = change.now + SessionLimits.payment
        try change.execute(
          "UPDATE session SET payment_verified_until = ? WHERE id = ?", until.milliseconds,
          actor.session)
        return Attempt(answer: until, actor: actor)
      }
    }
  }

  private static func mobile(_ text: String) throws -> Mobile {
    do throws(InvalidField) {
      return try Mobile(text)
    } catch {
      throw IAMError.invalid(path: error.field, reason: error.reason.wording)
    }
  }
}

extension ReadTransaction {
  /// Lets an operator pass who may set a payment password now.
  fileprivate func requirePaymentPasswordMayBeSet(by actor: ActingOperator) throws {
    if actor.isStaff { throw IAMError.conflict(.stepNotOpen(.paymentPassword)) }
    if try openSteps(of: actor.id).contains(.paymentPassword) { return }
    if try credential(.payment, of: actor.id) != nil {
      throw IAMError.conflict(.paymentPassword(isSet: true))
    }
    guard try hasAccount(actor.tenant) else { throw IAMError.conflict(.accountMissing) }
  }

  fileprivate func requirePaymentPassword(of actor: ActingOperator) throws {
    guard try credential(.payment, of: actor.id) != nil else {
      throw IAMError.conflict(.paymentPassword(isSet: false))
    }
  }

  /// Whether a tenant has a trading account, in whatever state.
  func hasAccount(_ tenant: Int64) throws -> Bool {
    try exists("SELECT 1 FROM account WHERE tenant_id = ?", tenant)
  }
}

public import Policy

/// Why a change does not fit the present state of things.
public enum Conflict: Sendable, Equatable {
  /// It is there already.
  case exists(Noun, String)
  /// Others depend on it; `by` says who, in order, and `unseen` how many operators there are beside
  /// them whom the caller does not see.
  case inUse(Noun, String, by: [String], unseen: Int = 0)
  /// It is in another state than the change needs.
  case state(Noun, String, is: String)
  /// The member has not submitted its profile yet (A7).
  case profileMissing
  /// The profile was submitted; only exchange staff change it now (A7).
  case profileSubmitted
  /// No own-funds bank account is bound yet (A8).
  case bankMissing
  /// A bank account is bound already.
  case bankBound
  /// The tenant has not been approved yet, or is under its first review (A10).
  case tenant(Tenant.State)
  /// An enterprise with this credit or organisation code is there already (A5, D2).
  case identityTaken(String)
  /// Nothing at or below this menu or product is open to the tenant.
  case notEntitled(String)
  /// Nothing is waiting for review.
  case nothingToReview(TenantCode)
  /// The role or group would contain itself.
  case cycle(Noun, String)
  /// More of them would stand in a row, each in the next, than `limit`.
  case tooDeep(Noun, String, limit: Int)
  /// It is there only through a node above it, `by`.
  case coveredBy(Noun, String, by: String)
  /// It is the operator's home group, which is not left but moved from.
  case homeGroup(String)
  /// It was made by the program and stays.
  case builtIn(Noun, String)
  /// The root group stands above all others and is not renamed, moved or deleted.
  case rootGroup
  /// No trading account exists yet (A13).
  case accountMissing
  /// The first-login step is not open.
  case stepNotOpen(FirstLoginStep)
  /// A payment password is set already, or not yet.
  case paymentPassword(isSet: Bool)
}

/// What a person does before everything else opens (C8).
public enum FirstLoginStep: String, Sendable, CaseIterable {
  /// Change the one-time password.
  case loginPassword = "login-password"
  /// Set the payment password.
  case paymentPassword = "payment-password"
}

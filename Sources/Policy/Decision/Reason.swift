/// Why a decision is a denial; the raw values are stable codes that callers match on.
public enum Reason: String, Sendable, Hashable, CaseIterable {
  // Step 1: the operator.
  case operatorUnknown = "operator-unknown"
  case operatorPending = "operator-pending"
  case operatorSuspended = "operator-suspended"
  case operatorLocked = "operator-locked"
  case operatorOffboarded = "operator-offboarded"
  case operatorExpired = "operator-expired"
  // Step 2: the target.
  case menuUnknown = "menu-unknown"
  case productUnknown = "product-unknown"
  case accountUnknown = "account-unknown"
  case productRequired = "product-required"
  case accountRequired = "account-required"
  // Step 3: the tenant.
  case tenantNotApproved = "tenant-not-approved"
  case tenantUnderReview = "tenant-under-review"
  case tenantSuspended = "tenant-suspended"
  case tenantClosed = "tenant-closed"
  // Step 4: the first login.
  case firstLoginIncomplete = "first-login-incomplete"
  // Step 5: entitlement and ceilings.
  case outsideEntitlement = "outside-entitlement"
  case outsidePool = "outside-pool"
  // Step 6: the grants.
  case menuNotGranted = "menu-not-granted"
  case productNotGranted = "product-not-granted"
  case accountNotGranted = "account-not-granted"
  case grantExpired = "grant-expired"
  // Step 7: the account.
  case accountFrozen = "account-frozen"
  case accountClosed = "account-closed"
  // Step 8: the hours.
  case outsideHours = "outside-hours"
  // Steps 9 and 10: what the caller can cure.
  case keyRequired = "key-required"
  case paymentPasswordNotSet = "payment-password-not-set"
  case paymentPasswordRequired = "payment-password-required"
  // Not reached by any step: the store could not be asked, and the answer to that is no.
  case storeUnavailable = "store-unavailable"
}

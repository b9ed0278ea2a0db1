internal import CIAM
internal import Policy

/// A text of the program itself as C wants it: ended with a NUL, alive for ever.
///
/// - Precondition: the text is longer than one character, so that it is stored as bytes.
func constantText(_ text: StaticString) -> UnsafePointer<CChar> {
  precondition(text.hasPointerRepresentation, "a constant text is stored as bytes")
  // SAFETY: a literal is stored with a NUL at its end, is never freed, and is ASCII; `CChar` has
  // the size and alignment of a byte.
  return unsafe UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}

/// The stable code of a reason by its number; `nil` for a number that is none.
func reasonText(_ number: Int32) -> StaticString? {
  number == Int32(IAM_REASON_NONE) ? "none" : Reason.texts[number]
}

extension Reason {
  /// The stable codes by number. The test of the header compares them with the raw values, which C
  /// cannot be given: they have no address that stays.
  fileprivate static let texts: [Int32: StaticString] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.number, $0.constantText) })

  private var constantText: StaticString {
    switch self {
    case .operatorUnknown: "operator-unknown"
    case .operatorPending: "operator-pending"
    case .operatorSuspended: "operator-suspended"
    case .operatorLocked: "operator-locked"
    case .operatorOffboarded: "operator-offboarded"
    case .operatorExpired: "operator-expired"
    case .menuUnknown: "menu-unknown"
    case .productUnknown: "product-unknown"
    case .accountUnknown: "account-unknown"
    case .productRequired: "product-required"
    case .accountRequired: "account-required"
    case .tenantNotApproved: "tenant-not-approved"
    case .tenantUnderReview: "tenant-under-review"
    case .tenantSuspended: "tenant-suspended"
    case .tenantClosed: "tenant-closed"
    case .firstLoginIncomplete: "first-login-incomplete"
    case .outsideEntitlement: "outside-entitlement"
    case .outsidePool: "outside-pool"
    case .menuNotGranted: "menu-not-granted"
    case .productNotGranted: "product-not-granted"
    case .accountNotGranted: "account-not-granted"
    case .grantExpired: "grant-expired"
    case .accountFrozen: "account-frozen"
    case .accountClosed: "account-closed"
    case .outsideHours: "outside-hours"
    case .keyRequired: "key-required"
    case .paymentPasswordNotSet: "payment-password-not-set"
    case .paymentPasswordRequired: "payment-password-required"
    case .storeUnavailable: "store-unavailable"
    }
  }
}

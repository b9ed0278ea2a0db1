internal import CIAM
internal import Policy

extension Reason {
  /// The number of the header. It never changes: programs are compiled with it.
  var number: Int32 {
    let number =
      switch self {
      case .operatorUnknown: IAM_REASON_OPERATOR_UNKNOWN
      case .operatorPending: IAM_REASON_OPERATOR_PENDING
      case .operatorSuspended: IAM_REASON_OPERATOR_SUSPENDED
      case .operatorLocked: IAM_REASON_OPERATOR_LOCKED
      case .operatorOffboarded: IAM_REASON_OPERATOR_OFFBOARDED
      case .operatorExpired: IAM_REASON_OPERATOR_EXPIRED
      case .menuUnknown: IAM_REASON_MENU_UNKNOWN
      case .productUnknown: IAM_REASON_PRODUCT_UNKNOWN
      case .accountUnknown: IAM_REASON_ACCOUNT_UNKNOWN
      case .productRequired: IAM_REASON_PRODUCT_REQUIRED
      case .accountRequired: IAM_REASON_ACCOUNT_REQUIRED
      case .tenantNotApproved: IAM_REASON_TENANT_NOT_APPROVED
      case .tenantUnderReview: IAM_REASON_TENANT_UNDER_REVIEW
      case .tenantSuspended: IAM_REASON_TENANT_SUSPENDED
      case .tenantClosed: IAM_REASON_TENANT_CLOSED
      case .firstLoginIncomplete: IAM_REASON_FIRST_LOGIN_INCOMPLETE
      case .outsideEntitlement: IAM_REASON_OUTSIDE_ENTITLEMENT
      case .outsidePool: IAM_REASON_OUTSIDE_POOL
      case .menuNotGranted: IAM_REASON_MENU_NOT_GRANTED
      case .productNotGranted: IAM_REASON_PRODUCT_NOT_GRANTED
      case .accountNotGranted: IAM_REASON_ACCOUNT_NOT_GRANTED
      case .grantExpired: IAM_REASON_GRANT_EXPIRED
      case .accountFrozen: IAM_REASON_ACCOUNT_FROZEN
      case .accountClosed: IAM_REASON_ACCOUNT_CLOSED
      case .outsideHours: IAM_REASON_OUTSIDE_HOURS
      case .keyRequired: IAM_REASON_KEY_REQUIRED
      case .paymentPasswordNotSet: IAM_REASON_PAYMENT_PASSWORD_NOT_SET
      case .paymentPasswordRequired: IAM_REASON_PAYMENT_PASSWORD_REQUIRED
      case .storeUnavailable: IAM_REASON_STORE_UNAVAILABLE
      }
    return Int32(number)
  }
}

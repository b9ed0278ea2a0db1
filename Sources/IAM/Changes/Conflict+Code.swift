public import Policy

extension Conflict {
  /// The stable code, in lower case with hyphens.
  public var code: String {
    switch self {
    case .exists(let noun, _): "\(noun.rawValue)-exists"
    case .inUse(let noun, _, _, _): "\(noun.rawValue)-in-use"
    case .state(let noun, _, _): "\(noun.rawValue)-state"
    case .profileMissing: "profile-missing"
    case .profileSubmitted: "profile-submitted"
    case .bankMissing: "bank-missing"
    case .bankBound: "bank-bound"
    case .tenant(let state): "tenant-\(state.rawValue)"
    case .identityTaken: "identity-taken"
    case .notEntitled: "not-entitled"
    case .nothingToReview: "nothing-to-review"
    case .cycle(let noun, _): "\(noun.rawValue)-cycle"
    case .tooDeep(let noun, _, _): "\(noun.rawValue)-too-deep"
    case .coveredBy(let noun, _, _): "\(noun.rawValue)-covered"
    case .homeGroup: "home-group"
    case .builtIn(let noun, _): "\(noun.rawValue)-built-in"
    case .rootGroup: "root-group"
    case .accountMissing: "account-missing"
    case .stepNotOpen(let step): "\(step.rawValue)-not-open"
    case .paymentPassword(let isSet): isSet ? "payment-password-set" : "payment-password-not-set"
    }
  }
}

extension Violation {
  /// The stable code, in lower case with hyphens.
  public var code: String {
    switch self {
    case .operatorNotYours, .unseen(.notYours, _): "operator-not-yours"
    case .groupNotYours: "group-not-yours"
    case .gain, .unseen(.gain, _): "outside-authority"
    case .outside(_, _, .entitlement), .unseen(.outsideEntitlement, _): "outside-entitlement"
    case .outside(_, _, .pool), .unseen(.outsidePool, _): "outside-pool"
    case .separation, .unseen(.separation, _): "separation-of-duty"
    case .lastAdministrator: "last-administrator"
    }
  }
}

internal import CIAM

/// See `iam.h`.
@c @implementation
public func iam_abi_version() -> UInt32 { UInt32(IAM_ABI_VERSION) }

/// See `iam.h`.
@c @implementation
public func iam_reason_text(_ reason: Int32) -> UnsafePointer<CChar>? {
  // SAFETY: constant texts live for ever.
  unsafe reasonText(reason).map { unsafe constantText($0) }
}

/// See `iam.h`.
@c @implementation
public func iam_scope_text(_ scope: Int32) -> UnsafePointer<CChar>? {
  let text: StaticString? =
    switch scope {
    case Int32(IAM_SCOPE_NONE): "none"
    case Int32(IAM_SCOPE_OWN): "own"
    case Int32(IAM_SCOPE_ACCOUNT): "account"
    case Int32(IAM_SCOPE_TENANT): "tenant"
    default: nil
    }
  // SAFETY: constant texts live for ever.
  return unsafe text.map { unsafe constantText($0) }
}

/// See `iam.h`.
@c @implementation
public func iam_error_text(_ error: Int32) -> UnsafePointer<CChar>? {
  let failure = CheckFailure.allCases.first { $0.code == error }
  // SAFETY: constant texts live for ever.
  return unsafe failure.map { unsafe constantText($0.text) }
}

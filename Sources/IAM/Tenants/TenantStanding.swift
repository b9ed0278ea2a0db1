public import Policy

/// Where a tenant stands after a change.
public struct TenantStanding: Sendable, Equatable {
  /// Its code.
  public var tenant: TenantCode
  /// Its state.
  public var state: Tenant.State
}

public import Policy

/// The functions of ANSI INCITS 359-2012 under their standard names, each an operation of ours.
///
/// Users are operators, roles are roles, operations are menu leaves, objects are products. Every
/// call goes the way of every other change: the actor's own menu is decided, the gate judges what
/// anybody gains, the audit trail keeps a row. Nothing is decided here.
///
/// `docs/incits-359.md` has the table of all 43 functions and where they differ.
///
/// - Source: ANSI INCITS 359-2012, clause 6: core, hierarchical, static and dynamic separation of
///   duty relations.
public struct RBAC: Sendable {
  /// The store.
  public let registry: Registry
  /// Who acts in the administrative functions and asks in the reviews; sessions act for themselves.
  public let identity: Identity
  /// The tenant that staff name; `nil` for the actor's own.
  public let tenant: TenantCode?

  /// Acts on a store as somebody.
  public init(_ registry: Registry, as identity: Identity, in tenant: TenantCode? = nil) {
    self.registry = registry
    self.identity = identity
    self.tenant = tenant
  }

  /// Changes something as the actor.
  func change<Answer>(_ body: (borrowing Change) throws -> Answer) throws -> Answer {
    try registry.change(as: identity, body)
  }

  /// Asks something as the actor.
  func ask<Answer>(_ body: (borrowing Inquiry) throws -> Answer) throws -> Answer {
    try registry.inquire(as: identity, body)
  }
}

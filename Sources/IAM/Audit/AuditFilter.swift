public import Policy

/// Which rows of the audit trail are asked for; what is `nil` does not narrow them.
public struct AuditFilter: Sendable, Equatable {
  /// The tenant that it happened in. Only staff name one, or see those of all.
  public var tenant: TenantCode?
  /// Who did it.
  public var actor: String?
  /// What happened: a whole event, or its first word (`operator` for `operator.create` and so on).
  public var event: String?
  /// Not before this instant.
  public var since: Instant?
  /// No more than the newest so many, 0 or more.
  public var limit: Int?

  /// Every row that the caller may see, unless narrowed.
  public init(
    tenant: TenantCode? = nil, actor: String? = nil, event: String? = nil, since: Instant? = nil,
    limit: Int? = nil
  ) {
    self.tenant = tenant
    self.actor = actor
    self.event = event
    self.since = since
    self.limit = limit
  }
}

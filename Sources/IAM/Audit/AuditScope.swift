/// Which rows of the audit trail a caller may read.
struct AuditScope {
  /// The tenant whose rows they are; `nil` for all.
  let tenant: String?
  /// Of whom rows are shown, as actors or as what was acted on; `nil` for everybody.
  let seen: Set<String>?

  /// Whether a row is shown.
  func shows(_ entry: AuditEntry) -> Bool {
    guard tenant == nil || entry.tenant == tenant else { return false }
    return shows(actor: entry.actor, object: entry.object)
  }

  /// Whether rows of the tenant are shown that tell of two.
  func shows(actor: String, object: String) -> Bool {
    seen.map { $0.contains(actor) || $0.contains(object) } ?? true
  }
}

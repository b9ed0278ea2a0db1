import IAM
import Policy

extension Context {
  /// Makes a change in a tenant and tells people a sentence and programs the facts, with the
  /// tenant's revision after it.
  ///
  /// - Parameters:
  ///   - tenant: the code that staff named; `nil` for the caller's own tenant.
  ///   - said: what was done.
  ///   - facts: what it was done to.
  func changing(
    _ tenant: String?, _ said: Text, _ facts: [(key: String, value: JSONValue)],
    _ body: (borrowing Change, TenantCode?) throws -> Void
  ) throws -> Output {
    let tenant = try tenant.map(TenantCode.init(existing:))
    let revision = try registry().change(as: identity(), dryRun: isDryRun) { change in
      try body(change, tenant)
      return try change.revision(in: tenant)
    }
    return .message(said, json: .object(facts + [(key: "revision", value: .number(revision))]))
  }

  /// Asks a question in a tenant.
  func asking<Answer>(
    _ tenant: String?, _ body: (borrowing Inquiry, TenantCode?) throws -> Answer
  ) throws -> Answer {
    let tenant = try tenant.map(TenantCode.init(existing:))
    return try registry(changing: false).inquire(as: identity()) { try body($0, tenant) }
  }
}

extension JSONValue {
  /// Texts as an array.
  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}

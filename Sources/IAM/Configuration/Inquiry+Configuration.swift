public import Policy

extension Inquiry {
  /// The configuration of a tenant as a document; it holds no secrets and no personal data but
  /// names.
  ///
  /// - Parameter tenant: the tenant that staff name; `nil` for the caller's own.
  /// - Throws: `notFound` for a tenant that is not the caller's to see; `refused` for one who does
  ///   not see the whole of it.
  public func configuration(of tenant: TenantCode? = nil) throws -> ConfigurationDocument {
    let (actor, id) = try require("config.export", in: tenant)
    try OperatorView(of: actor, in: id, reading).requireWhole()
    let state = try ConfigurationLoader.load(id, from: reading)
    guard let code = TenantCode(try reading.code(ofTenant: id)) else {
      throw DatabaseError(.integrity, "a tenant has no valid code")
    }
    return ConfigurationDocument(state.configuration, of: code)
  }

  /// What applying a document would change, without changing it; whether the caller may make the
  /// change is not asked.
  ///
  /// - Parameters:
  ///   - document: names the tenant: the caller's own, or any for staff.
  ///   - prune: whether operators that are not listed lose all that they hold and are suspended.
  /// - Returns: the differences in the order of the document; empty when there are none.
  /// - Throws: `DocumentError` with the path of what is wrong; `IAMError`.
  public func plan(
    _ document: ConfigurationDocument, prune: Bool = false
  ) throws -> [ConfigurationDifference] {
    let (actor, id) = try require("config.export", in: document.tenant)
    try OperatorView(of: actor, in: id, reading).requireWhole()
    let state = try ConfigurationLoader.load(id, from: reading)
    let wanted = try reading.target(of: document, over: state, prune: prune, at: now)
    return state.configuration.differences(to: wanted)
  }
}

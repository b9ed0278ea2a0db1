import IAM
import Policy

extension TenantCode {
  /// The tenant that an option names, or `nil` for none.
  ///
  /// - Throws: `notFound` for a text that cannot be a tenant's code: nothing has that name.
  static func named(_ text: String?) throws(IAMError) -> TenantCode? {
    guard let text else { return nil }
    guard let code = TenantCode(text) else { throw .notFound(.tenant, text) }
    return code
  }
}

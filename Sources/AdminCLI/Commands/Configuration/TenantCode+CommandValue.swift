import IAM
import Policy

extension TenantCode {
  /// The tenant that a word names, if one is given.
  ///
  /// - Throws: not found for a word that is no tenant's code, as for one that names no tenant.
  static func named(_ word: String?) throws(IAMError) -> TenantCode? {
    guard let word else { return nil }
    guard let code = TenantCode(word) else { throw .notFound(.tenant, word) }
    return code
  }
}

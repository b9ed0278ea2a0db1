internal import Policy

/// What the store says of a tenant when a document meets it: the configuration as it is, what a
/// document may name, and the ids behind the names.
struct ConfigurationState {
  /// The configuration as it is, as far as the caller sees it.
  var configuration = TenantConfiguration()
  /// What else there is; nothing for those who see the whole tenant.
  var unseen = UnseenConfiguration()
  /// The trees that permissions are granted over.
  var catalogue: Catalogue
  /// The master, which no document configures; `nil` for those who do not see it.
  var master: (username: Username, facts: ConfiguredOperator)?
  /// The operators who have a login credential, so that they can be active.
  var withCredential: Set<Username> = []
  /// The ids behind the names, of what is not seen too.
  var ids = ConfigurationIDs()

  init(catalogue: Catalogue) {
    self.catalogue = catalogue
  }
}

/// The ids behind the names of one tenant.
struct ConfigurationIDs {
  var menuGroups: [Name: Int64] = [:]
  var productGroups: [Name: Int64] = [:]
  var roles: [Name: Int64] = [:]
  var groups: [Name: Int64] = [:]
  var operators: [Username: Int64] = [:]
  var separations: [Name: Int64] = [:]
  var accounts: [AccountCode: Int64] = [:]

  /// The id of something that was looked up or made before.
  static func known<Key>(_ key: Key, in ids: [Key: Int64]) throws(DatabaseError) -> Int64 {
    guard let id = ids[key] else {
      throw DatabaseError(.integrity, "a configuration names what the tenant does not have")
    }
    return id
  }
}

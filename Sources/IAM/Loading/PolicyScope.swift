internal import Policy

/// Which part of a tenant to load: these, and all that they reach.
struct PolicyScope: Equatable {
  /// Operators, with their groups, holdings and the groups they administer.
  var operators: Set<Int64> = []
  /// User groups, with those above them.
  var groups: Set<Int64> = []
  /// Roles, with those they include.
  var roles: Set<Int64> = []
  /// Menu permission groups.
  var menuGroups: Set<Int64> = []
  /// Product permission groups.
  var productGroups: Set<Int64> = []
  /// Whether the administrators of `groups`, and the other ones of the groups that `operators`
  /// administer, are needed too.
  var fellowAdministrators = false
  /// What groups are called, where that is not the name they have: those renamed by a change are
  /// compared under one name.
  var groupNames: [Int64: Name] = [:]
}

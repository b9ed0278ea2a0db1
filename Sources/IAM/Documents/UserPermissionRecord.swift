/// One assignment of a permission matrix: this user has this permission.
public struct UserPermissionRecord: Sendable, Equatable {
  /// The line on which the assignment stands, from 1.
  public let line: Int
  /// The user, as written; not blank.
  public let user: String
  /// The permission, as written; not blank.
  public let permission: String
}

/// What a password policy needs to know about the operator whose password it is.
public struct PasswordHolder: Sendable, Hashable {
  /// Whether the operator administers anything: a master, an administrator of a group, staff.
  public let isAdministrator: Bool
  /// Whether the operator's login also asks for a key (E4).
  public let hasKey: Bool

  /// Describes an operator.
  public init(isAdministrator: Bool, hasKey: Bool = false) {
    self.isAdministrator = isAdministrator
    self.hasKey = hasKey
  }
}

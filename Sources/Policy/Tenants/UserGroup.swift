/// A node of the tenant's tree of user groups (用户组).
public struct UserGroup: Hashable, Sendable {
  /// What a group's administrators may hand out (权限池).
  public enum Pool: Hashable, Sendable {
    /// All that the group above may hand out.
    case everything
    /// What lies in this rectangle too.
    case within(Rectangle)

    /// A new group's pool.
    public static let empty = Pool.within(
      Rectangle(menus: MenuSet(), products: ProductSet(), accounts: .none))
  }

  /// The group above; `nil` for the root group only.
  public var parent: Name?
  /// What its administrators may hand out.
  public var pool: Pool
  /// What it hands to every operator in it and in the groups below it.
  public var handsDown: Holdings
  /// The operators who administer it and the groups below it.
  public var administrators: Set<Username>

  /// Takes the facts as they are.
  public init(
    parent: Name?, pool: Pool = .empty, handsDown: Holdings = Holdings(),
    administrators: Set<Username> = []
  ) {
    self.parent = parent
    self.pool = pool
    self.handsDown = handsDown
    self.administrators = administrators
  }
}

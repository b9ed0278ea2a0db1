/// A permission that has come to an operator, and the way it came.
public struct Grant: Hashable, Sendable {
  /// The way a permission comes to an operator.
  public enum Source: Hashable, Sendable {
    /// The operator is the tenant's master and holds the whole entitlement.
    case master
    /// Given to the operator itself.
    case own
    /// Handed down by a user group.
    case group(Name)
    /// A role, given to the operator itself or handed down by a group, straight or included by
    /// the roles of `path` (outermost first, the role itself last; never empty).
    case role(path: [Name], group: Name?)
  }

  /// The way it came.
  public var source: Source
  /// The group whose ceiling cuts it: the home group for what is the operator's own.
  public var through: Name
  /// What it would permit if no ceiling cut it.
  public var nominal: Rectangle
  /// What it permits.
  public var effective: Rectangle
}

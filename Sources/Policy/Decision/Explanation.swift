/// A decision with everything that was looked at on the way.
public struct Explanation: Sendable, Hashable {
  /// One of the ten steps and how the request fared in it.
  public struct StepFinding: Sendable, Hashable {
    /// The step.
    public var step: Step
    /// Why it fails; `nil` when it holds.
    public var reason: Reason?
  }

  /// One grant and how it fared.
  public struct GrantFinding: Sendable, Hashable {
    /// What became of a grant.
    public enum Outcome: String, Sendable, Hashable {
      /// It covers menu, product and account, now.
      case covers
      /// It does not hold the menu.
      case menu
      /// It holds the menu, not the product.
      case product
      /// It holds menu and product, not the account.
      case account
      /// It would cover, but a ceiling takes that away.
      case ceiling
      /// It would cover, but is not valid now.
      case validity
    }
    /// The grant.
    public var grant: Grant
    /// What became of it.
    public var outcome: Outcome
  }

  /// The answer.
  public var decision: Decision
  /// All ten steps, in order, whatever the first failure was.
  public var steps: [StepFinding]
  /// Every grant that has come to the operator, valid now or not.
  public var grants: [GrantFinding]
  /// What would have to be added to the operator's own grants for the grant step to hold; `nil`
  /// when it holds, or when no grant could make it hold.
  public var smallestGrant: MissingGrant?
}

/// The parts that an operator's own grants lack for a target; at least one is there.
public struct MissingGrant: Sendable, Hashable {
  /// The menu, if it is missing.
  public var menu: MenuCode?
  /// The product, if it is missing.
  public var product: ProductCode?
  /// The account, if it is missing.
  public var account: AccountCode?
}

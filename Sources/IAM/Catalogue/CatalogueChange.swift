/// What an import did to one node.
public struct CatalogueChange: Sendable, Equatable {
  /// The section that a node stands in.
  public enum Section: String, Sendable, CaseIterable {
    case menu, product, market
  }

  /// What was done.
  public enum Kind: String, Sendable, CaseIterable {
    /// It was not there before.
    case added
    /// Its titles or marks are others now.
    case updated
  }

  /// The section.
  public var section: Section
  /// The node's code.
  public var code: String
  /// What was done.
  public var kind: Kind
}

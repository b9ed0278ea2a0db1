/// What somebody does to a request that takes two people.
public enum RequestAct: Sendable, Equatable, CaseIterable {
  /// Files it.
  case request
  /// Lets it happen.
  case approve
  /// Ends it.
  case reject
}

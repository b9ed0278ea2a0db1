/// A piece of personal data as it is shown.
public enum PersonalDetail: Sendable, Equatable {
  /// The key that opens it is not at hand.
  case locked
  /// Masked, or whole for those who may see it so.
  case shown(String)
}

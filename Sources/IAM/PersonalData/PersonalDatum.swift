/// A piece of personal data as it is shown.
public enum PersonalDatum: Sendable, Equatable {
  /// Nothing is known.
  case absent
  /// The key that opens it is not at hand.
  case locked
  /// Masked, or whole for those who may see it so.
  case shown(String)
}

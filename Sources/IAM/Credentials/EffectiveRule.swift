/// The value of a rule together with where it comes from.
public struct EffectiveRule: Sendable, Hashable {
  /// The number.
  public let value: Int
  /// Who asks for it.
  public let origin: PasswordRuleOrigin

  /// Puts both together.
  public init(_ value: Int, _ origin: PasswordRuleOrigin) {
    self.value = value
    self.origin = origin
  }
}

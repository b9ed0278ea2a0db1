/// A named set of password rules to start from.
public enum PasswordProfile: String, Sendable, Hashable, CaseIterable {
  /// The rule book's own floor.
  ///
  /// - Source: A3.
  case seed
  /// Classified protection level 3; the default.
  ///
  /// - Source: GB/T 22239-2019; JR/T 0060-2021.
  case mlps3
  /// Length in place of composition and rotation.
  ///
  /// - Source: NIST SP 800-63B-4.
  case nist

  /// The rules for one kind of holder; a rule that is not listed is not set.
  public func rules(for holder: PasswordHolder) -> [PasswordRule: Int] {
    switch self {
    case .seed:
      [.minimumLength: 6, .maximumLength: 20, .kinds: 2]
    case .mlps3:
      [
        .minimumLength: holder.isAdministrator ? 12 : 8, .maximumLength: 128, .classes: 4,
        .history: 5, .maximumAge: holder.isAdministrator ? 90 : 180,
      ]
    case .nist:
      [.minimumLength: holder.hasKey ? 8 : 15, .maximumLength: 128]
    }
  }
}

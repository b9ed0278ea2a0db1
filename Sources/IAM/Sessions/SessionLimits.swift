/// How long sessions last.
///
/// - Source: C12; OWASP ASVS 5.0 V7.3.
enum SessionLimits {
  /// From the login to the end, whatever happens.
  static let absolute = Duration.seconds(4 * 60 * 60)
  /// From the last command to the end, for those who administer something.
  static let idleOfAdministrators = Duration.seconds(15 * 60)
  /// From the last command to the end, for everybody else.
  static let idle = Duration.seconds(30 * 60)
  /// How long the payment password counts as verified.
  static let payment = Duration.seconds(10 * 60)
  /// How old the note of the last command may grow before it is written anew.
  static let coarseness = Duration.seconds(60)
}

extension Duration {
  /// Whole milliseconds.
  var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}

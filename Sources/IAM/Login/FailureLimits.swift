/// How many wrong passwords are borne, and what follows.
///
/// - Source: GB/T 22239-2019, 8.1.4.1 b; NIST SP 800-63B-4, section 3.2.2.
enum FailureLimits {
  /// So many failures within ``window`` lock the factor.
  static let beforeLock = 5
  /// The time in which failures add up. One that is exactly so old counts no more.
  static let window = Duration.seconds(15 * 60)
  /// How long a lock lasts. At its last instant the factor is free again.
  static let lock = Duration.seconds(30 * 60)
  /// So many failures without a success between them disable the factor.
  static let inARow = 100
  /// So many failures make a one-time password worthless.
  static let ofOneTimePassword = 5
}

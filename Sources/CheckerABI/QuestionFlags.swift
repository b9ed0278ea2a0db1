internal import CIAM

/// What a request says besides its words.
struct QuestionFlags: OptionSet {
  let rawValue: UInt32

  static let paymentVerified = QuestionFlags(rawValue: UInt32(IAM_PAYMENT_VERIFIED))
  static let keyVerified = QuestionFlags(rawValue: UInt32(IAM_KEY_VERIFIED))
  static let atInstant = QuestionFlags(rawValue: UInt32(IAM_AT_INSTANT))
  static let rolesChosen = QuestionFlags(rawValue: UInt32(IAM_ROLES_CHOSEN))

  private static let known: QuestionFlags = [
    .paymentVerified, .keyVerified, .atInstant, .rolesChosen,
  ]

  /// Takes any bits.
  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Takes the bits of a request.
  ///
  /// - Throws: `argument` for a bit that has no meaning.
  init(_ bits: UInt32) throws(CheckFailure) {
    self.init(rawValue: bits)
    guard QuestionFlags.known.isSuperset(of: self) else { throw .argument }
  }
}

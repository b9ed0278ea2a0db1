extension PlainText {
  /// A reason that somebody gives: 1 to 200 characters that can be seen; `nil` when it is not.
  static func reason(_ text: String) -> String? {
    try? checked(text, field: "reason", lengths: 1...200)
  }

  /// The same.
  ///
  /// - Throws: `invalid` when it is not a reason.
  static func requireReason(_ text: String) throws(IAMError) -> String {
    guard let reason = reason(text) else { throw .invalidReason }
    return reason
  }
}

extension IAMError {
  /// A reason that is not one.
  static let invalidReason = IAMError.invalid(
    path: "reason",
    reason: Wording(
      zh: "须为 1–200 个可见字符，首尾无空格",
      en: "must be 1 to 200 visible characters without spaces at its ends"))
}

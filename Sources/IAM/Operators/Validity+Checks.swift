internal import Policy

extension Validity {
  /// Refuses a period that ends before it begins, or that is over already.
  ///
  /// - Throws: `invalid` with path `until`.
  func requireSense(at now: Instant) throws {
    if let from, let until, until <= from {
      throw IAMError.invalid(
        path: "until", reason: Wording(zh: "须晚于开始时间", en: "must be after the beginning"))
    }
    if let until, until <= now {
      throw IAMError.invalid(
        path: "until", reason: Wording(zh: "须在将来", en: "must lie in the future"))
    }
  }

  /// Both ends, for the audit trail; `nil` when it always holds.
  var json: JSONValue? {
    guard self != .always else { return nil }
    let end: (Instant?) -> JSONValue = { $0.map { .number($0.milliseconds) } ?? .null }
    return ["from": end(from), "until": end(until)]
  }
}

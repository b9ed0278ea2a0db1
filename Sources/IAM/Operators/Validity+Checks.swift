internal import Policy

extension Validity {
  /// Refuses a period that ends before it begins, or that is over already.
  ///
  /// - Throws: `invalid` with path `until`.
  func requireSense(at now: Instant) throws {
    if let reason = nonsense(at: now) { throw IAMError.invalid(path: "until", reason: reason) }
  }

  /// What is wrong with the end of a period in which something is going to be given; `nil` when
  /// nothing is.
  func nonsense(at now: Instant) -> Wording? {
    guard let until else { return nil }
    if let from, until <= from {
      return Wording(zh: "须晚于开始时间", en: "must be after the beginning")
    }
    return until <= now ? Wording(zh: "须在将来", en: "must lie in the future") : nil
  }

  /// Both ends, for the audit trail; `nil` when it always holds.
  var json: JSONValue? {
    guard self != .always else { return nil }
    let end: (Instant?) -> JSONValue = { $0.map { .number($0.milliseconds) } ?? .null }
    return ["from": end(from), "until": end(until)]
  }
}

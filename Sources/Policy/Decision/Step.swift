/// The ten steps of a decision, in the order they are checked; the first that fails is the reason.
public enum Step: Int, Sendable, CaseIterable {
  case `operator` = 1
  case target, tenant, firstLogin, ceiling, grant, account, hours, key, paymentPassword

  /// Whether the caller can cure its failure without anybody else.
  public var isCurable: Bool {
    switch self {
    case .firstLogin, .key, .paymentPassword: true
    case .operator, .target, .tenant, .ceiling, .grant, .account, .hours: false
    }
  }
}

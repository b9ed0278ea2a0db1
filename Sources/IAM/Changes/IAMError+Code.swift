internal import Policy

extension IAMError {
  /// The stable code, in lower case with hyphens: for scripts and the audit trail.
  public var code: String {
    switch self {
    case .invalid: "invalid-\(pathTail)"
    case .notFound(let noun, _), .notHeld(let noun, _): "\(noun.rawValue)-not-found"
    case .conflict(let conflict): conflict.code
    case .denied(let reason, _): reason.rawValue
    case .refused(let violations): violations.first?.code ?? "refused"
    case .notLoggedIn: "not-logged-in"
    case .loginFailed: "login-failed"
    case .verificationFailed: "verification-failed"
    case .weakPassword: "weak-password"
    case .keyUnavailable: "key-unavailable"
    case .ownRequest: "own-request"
    }
  }

  /// Whether it is a denial that the audit trail keeps.
  var isDenial: Bool {
    switch self {
    case .denied, .refused, .ownRequest: true
    default: false
    }
  }

  private var pathTail: String {
    guard case .invalid(let path, _) = self else { return "" }
    let tail = path.split(separator: ".").last ?? "value"
    return String(tail.prefix { $0 != "[" }.map { $0 == "_" ? "-" : $0 })
  }
}

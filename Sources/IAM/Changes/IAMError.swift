public import Policy

/// What a caller can act on. *Not found* and *not yours to see* are one answer.
public enum IAMError: Error, Sendable, Equatable {
  /// A field of a document or an argument does not hold; `path` as in `administrator.mobile`.
  case invalid(path: String, reason: Wording)
  /// There is no such thing, or it is not the caller's to see.
  case notFound(Noun, String)
  /// A menu or a product cannot be taken away from where it is not held. Only of these two is it told,
  /// for everybody may know them; anything else that is not there is ``notFound(_:_:)``.
  case notHeld(Noun, String)
  /// It does not fit the present state.
  case conflict(Conflict)
  /// The decision engine denies the command.
  case denied(Reason, menu: MenuCode)
  /// The gate refuses the change.
  case refused([Violation])
  /// Nobody is logged in, or the session has ended.
  case notLoggedIn
  /// The login failed; the same for every cause.
  case loginFailed
  /// A password was wrong, the factor is locked, or it is disabled.
  case verificationFailed
  /// New passwords break these rules; only those that break any are named.
  case weakPassword([Factor: [PasswordFailure]])
  /// Personal data cannot be sealed: the key file is not at hand.
  case keyUnavailable
  /// Only another member of staff may do this to a request of the caller's own, or to one about the
  /// caller (dual control).
  case ownRequest(RequestAct)
}

extension IAMError {
  /// A name that cannot be one.
  static func invalidName(_ path: String) -> IAMError {
    .invalid(
      path: path,
      reason: Wording(
        zh: "须为 1–64 个可见字符，首尾无空格",
        en: "must be 1 to 64 visible characters without spaces at its ends"))
  }
}

extension IAMError {
  /// What cannot be taken away because it is not there. Menus and products are everybody's to see; of
  /// all else it is told as if it did not exist at all, for the caller may not be to know.
  static func absent(_ noun: Noun, _ name: String) -> IAMError {
    switch noun {
    case .menu, .product: .notHeld(noun, name)
    default: .notFound(noun, name)
    }
  }
}

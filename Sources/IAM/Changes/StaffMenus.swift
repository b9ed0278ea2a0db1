internal import Policy

/// Which `exchange.` menu lets staff do in a member's tenant what a menu of the tenant lets the
/// member do itself.
///
/// What is not listed, staff cannot do for a member at all: neither make logins nor reset
/// passwords there (that takes a request and a second person), nor trade.
enum StaffMenus {
  static func menu(for own: String) -> String? {
    if let named = named[own] { return named }
    return own.hasSuffix(".read") || own.hasSuffix(".view") ? "exchange.members.read" : nil
  }

  /// Whether an operation is the member's own alone, though the menu that it takes has others as
  /// well that staff do: staff freeze an account, the member closes it for good.
  static func excludes(_ event: String) -> Bool { event == "account.close" }

  private static let named: [String: String] = [
    "member-center.user-info.edit": "exchange.members.review",
    "operators.read-full": "exchange.members.read-full",
    "accounts.manage": "exchange.accounts.freeze",
    "operators.grant": "exchange.members.entitle",
    "operators.suspend": "exchange.members.suspend",
    "menu-groups.write": "exchange.members.entitle",
    "product-groups.write": "exchange.members.entitle",
    "roles.write": "exchange.members.entitle",
    "groups.write": "exchange.members.entitle",
    "separation.write": "exchange.members.entitle",
    "config.export": "exchange.members.read",
    "config.apply": "exchange.members.entitle",
    "policy.write": "exchange.policy.write",
    "audit.read": "exchange.audit.read",
    "sessions.end": "exchange.members.suspend",
  ]
}

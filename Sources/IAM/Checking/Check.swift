public import Policy

/// One question, in the words of whoever asks: may this operator do this, there, in this session?
///
/// Words that name nothing are no error: they lead to a denial that says which is unknown.
public struct Check: Sendable, Hashable {
  /// The username.
  public var `operator`: String
  /// The action: a leaf of the menu tree.
  public var menu: String
  /// The product, where one is named; `PNG.SH.D1`, `PNG SH D1` and `PNG-SH-D1` are the same.
  public var product: String?
  /// The trading account, where one is named.
  public var account: String?
  /// What the session has proved.
  public var session: SessionFacts
  /// When; `nil` for now.
  public var instant: Instant?
  /// The tenant within which it is asked: an operator of another is unknown. `nil` for any.
  public var tenant: String?

  /// Takes the words.
  public init(
    operator: String, menu: String, product: String? = nil, account: String? = nil,
    session: SessionFacts = SessionFacts(), at instant: Instant? = nil,
    in tenant: String? = nil
  ) {
    self.operator = `operator`
    self.menu = menu
    self.product = product
    self.account = account
    self.session = session
    self.instant = instant
    self.tenant = tenant
  }
}

extension Check {
  /// What it is about. Words that are no codes become codes that nothing bears, so that the
  /// decision finds them unknown in its own order.
  var target: Target {
    Target(
      menu: MenuCode(menu) ?? MenuCode(unchecked: Self.bare(menu)),
      product: product.map { ProductCode($0) ?? ProductCode(unchecked: Self.bare($0)) },
      account: account.map { AccountCode($0) ?? Check.noAccount })
  }

  /// A word whose characters beyond ASCII are gone: some of them equal letters that codes have.
  private static func bare(_ word: String) -> String {
    String(String.UnicodeScalarView(word.unicodeScalars.map { $0.isASCII ? $0 : "?" }))
  }

  /// A username that no operator bears where none is loaded.
  static let nobody = known(Username("nobody-0"))

  private static let noAccount = known(AccountCode("-"))

  private static func known<Code>(_ code: Code?) -> Code {
    guard let code else { preconditionFailure("the placeholder has the form of a code") }
    return code
  }
}

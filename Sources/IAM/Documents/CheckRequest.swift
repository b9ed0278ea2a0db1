/// One question of a batch: may this operator do this?
public struct CheckRequest: Sendable, Equatable {
  /// The line on which the question stands, from 1.
  public let line: Int
  /// Who asks, as written; not blank.
  public let username: String
  /// The menu's code, as written; not blank.
  public let menu: String
  /// The product's code, as written, or `nil` when none is named.
  public let product: String?
  /// The trading account's code, as written, or `nil` when none is named.
  public let account: String?
}

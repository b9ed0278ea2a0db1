/// A set of accounts of one tenant: some, or every one that is there now or later.
public enum AccountSet: Hashable, Sendable {
  /// Every account of the tenant, now and later (`*`).
  case every
  /// Just these.
  case some(Set<AccountCode>)

  /// No account.
  public static let none = AccountSet.some([])

  /// Whether no account is in it.
  public var isEmpty: Bool { self == .none }

  /// Whether `account` is in it.
  public func contains(_ account: AccountCode) -> Bool {
    switch self {
    case .every: true
    case .some(let accounts): accounts.contains(account)
    }
  }

  /// What is in either.
  public func union(_ other: AccountSet) -> AccountSet {
    guard case .some(let mine) = self, case .some(let theirs) = other else { return .every }
    return .some(mine.union(theirs))
  }

  /// What is in both.
  public func intersection(_ other: AccountSet) -> AccountSet {
    switch (self, other) {
    case (.every, _): other
    case (_, .every): self
    case (.some(let mine), .some(let theirs)): .some(mine.intersection(theirs))
    }
  }
}

public import Policy

/// One line of the access report: something that has come to an operator, and the way it came.
public struct AccessRow: Sendable, Equatable {
  /// The operator.
  public var username: Username
  /// The person's name.
  public var name: String
  /// Its state.
  public var state: Operator.State
  /// Its home group.
  public var group: Name
  /// The menus, in order; granting a node grants everything below it.
  public var menus: [MenuCode]
  /// The products, in order; empty for what needs none.
  public var products: [ProductCode]
  /// The accounts, in order; `nil` for every one.
  public var accounts: [AccountCode]?
  /// The way it came: `master`, `own`, `group G`, `role R`, `role R > S`, `role R via group G`.
  public var source: String
}

extension Grant.Source {
  /// The way in words that are never translated.
  var listing: String {
    switch self {
    case .master: return "master"
    case .own: return "own"
    case .group(let name): return "group \(name)"
    case .role(let path, let group):
      let roles = path.map(\.text).joined(separator: " > ")
      return "role \(roles)" + (group.map { " via group \($0)" } ?? "")
    }
  }
}

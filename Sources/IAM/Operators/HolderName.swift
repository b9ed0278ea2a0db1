public import Policy

/// Somebody or something that holds a definition.
public enum HolderName: Hashable, Sendable {
  /// An operator, to whom it was given.
  case `operator`(Username)
  /// A user group, which hands it down.
  case group(Name)

  /// The name alone.
  public var text: String {
    switch self {
    case .operator(let username): username.text
    case .group(let name): name.text
    }
  }

  /// Reads the columns username and group name, one of which is `NULL`.
  init(_ row: borrowing Row) throws {
    if try row.textOrNil(0) != nil {
      self = .operator(try row.code(0, Username.init))
    } else {
      self = .group(try row.code(1, Name.init))
    }
  }
}

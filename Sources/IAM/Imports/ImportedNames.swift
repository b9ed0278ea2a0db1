internal import Policy

/// Gives the users of another system usernames of this one.
///
/// With a prefix every user gets it, also one whose name would do without: so two users never
/// become one, and it is plain to see who was imported.
struct ImportedNames {
  private let usernames: [String: Username]

  /// Reads the users in the order of their lines.
  ///
  /// - Throws: a `RecordError` at the first user that cannot have a username, listing them all.
  init(_ users: [(name: String, line: Int)], prefix: String) throws(RecordError) {
    var usernames: [String: Username] = [:]
    var refused: [(name: String, line: Int)] = []
    var seen: Set<String> = []
    for user in users where seen.insert(user.name).inserted {
      if let username = Username(prefix + user.name) {
        usernames[user.name] = username
      } else {
        refused.append(user)
      }
    }
    if let first = refused.first {
      throw RecordError(line: first.line, refusing: "user", Self.wording(refused.map(\.name)))
    }
    self.usernames = usernames
  }

  /// The username of a user that was read.
  subscript(_ name: String) -> Username? { usernames[name] }

  private static let listed = 10

  private static func wording(_ names: [String]) -> Wording {
    let list = names.prefix(listed).map { "`\($0)`" }
    let rest = names.count - list.count
    let verdict = names.count == 1 ? " cannot be a username" : " cannot be usernames"
    return Wording(
      zh: "不能作为用户名：" + list.joined(separator: "、") + (rest > 0 ? " 等 \(names.count) 个" : "")
        + "；须为 8–20 位字母和数字，可用 --prefix 补足",
      en: list.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
        + verdict + ": 8 to 20 letters and digits; --prefix can make them so")
  }
}

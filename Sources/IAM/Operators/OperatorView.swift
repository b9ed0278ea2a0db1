internal import Policy

/// Which operators of a tenant somebody sees: the master and staff all, an administrator those of
/// the groups it administers, everybody itself. Whoever administers the root group sees all.
///
/// - Source: C5.
struct OperatorView {
  /// Whether all operators are seen, and with them the tenant as a whole.
  let isWhole: Bool
  /// The groups whose operators are seen, unless all are.
  private let groups: Set<Int64>
  private let own: Int64

  /// Reads what a caller administers.
  ///
  /// - Complexity: O(groups below those it administers).
  init(
    of actor: ActingOperator, in tenant: Int64, _ reading: borrowing ReadTransaction
  ) throws {
    own = actor.id
    let isMaster = try reading.exists(
      "SELECT 1 FROM operator WHERE id = ? AND is_master = 1", actor.id)
    guard actor.tenant == tenant, !isMaster else {
      isWhole = true
      groups = []
      return
    }
    let groups = Set(
      try reading.all(
        """
        WITH RECURSIVE below (id) AS (
          SELECT group_id FROM group_administrator WHERE operator_id = ?
          UNION SELECT g.id FROM user_group g JOIN below ON g.parent_id = below.id
        ) SELECT id FROM below
        """, actor.id
      ) { try $0.int(0) })
    self.groups = groups
    isWhole = groups.contains(try reading.rootGroup(of: tenant))
  }

  /// Lets pass who sees the tenant as a whole.
  ///
  /// - Throws: `refused`.
  func requireWhole() throws {
    guard isWhole else { throw IAMError.refused([.groupNotYours(.rootGroup)]) }
  }

  /// Whether an operator is seen.
  func sees(_ id: Int64, home: Int64) -> Bool {
    isWhole || id == own || groups.contains(home)
  }

  /// Whether a group's operators are seen.
  func sees(group id: Int64) -> Bool { isWhole || groups.contains(id) }

  /// Those of the holders that are seen; groups always are.
  func visible(
    _ holders: [HolderName], _ reading: borrowing ReadTransaction
  ) throws -> [HolderName] {
    guard !isWhole else { return holders }
    var seen: [HolderName] = []
    for holder in holders {
      guard case .operator(let username) = holder else {
        seen.append(holder)
        continue
      }
      if try sees(username, reading) { seen.append(holder) }
    }
    return seen
  }

  /// Those of the operators that are seen.
  func visible(
    _ usernames: [Username], _ reading: borrowing ReadTransaction
  ) throws -> [Username] {
    isWhole ? usernames : try usernames.filter { try sees($0, reading) }
  }

  /// The usernames of those who are seen; `nil` where all are.
  ///
  /// - Complexity: O(operators seen).
  func usernames(_ reading: borrowing ReadTransaction) throws -> Set<String>? {
    guard !isWhole else { return nil }
    var names: Set<String> = []
    try reading.rows("SELECT username FROM operator WHERE id = ?", own) {
      names.insert(try $0.text(0))
    }
    for group in groups {
      try reading.rows("SELECT username FROM operator WHERE home_group_id = ?", group) {
        names.insert(try $0.text(0))
      }
    }
    return names
  }

  /// Whether an operator is seen, by its username.
  func sees(_ username: Username, _ reading: borrowing ReadTransaction) throws -> Bool {
    let found = try reading.first(
      "SELECT id, home_group_id FROM operator WHERE username = ?", username.text
    ) { (id: try $0.int(0), home: try $0.int(1)) }
    return found.map { sees($0.id, home: $0.home) } ?? false
  }
}

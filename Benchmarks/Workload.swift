import Glibc

/// Tenants, operators, roles and questions with their right answers.
///
/// Numbers are those of the files: they count from 1, and 0 stands for what does not exist.
struct Workload {
  /// One question. An operator may be asked about in a tenant that is not its own.
  struct Question {
    var tenant: Int
    var user: Int
    var permission: Int
    var tenantCode: String
    var login: String
    var menu: String
    var isAllowed: Bool
  }

  var tenants: [String] = []
  var users: [(tenant: Int, login: String)] = []
  var menus: [String] = []
  var roles: [(tenant: Int, name: String)] = []
  var groups: [(tenant: Int, name: String)] = []
  var roleMenus: [(role: Int, menu: Int)] = []
  var userRoles: [(user: Int, role: Int)] = []
  var groupRoles: [(group: Int, role: Int)] = []
  var userGroups: [(user: Int, group: Int)] = []
  var questions: [Question] = []

  /// The root below which all menus of the workload lie.
  static let root = "w"

  /// Every permission of the workload becomes an action.
  static func menu(_ permission: String) -> String {
    root + "." + permission.lowercased()
  }

  /// Reads the files of a folder.
  init(folder: String) throws {
    func rows(_ name: String) throws -> [[String]] {
      try Files.read("\(folder)/\(name).csv").split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",").map(String.init) }
    }
    func numbers(_ name: String) throws -> [(Int, Int)] {
      try rows(name).map { (Int($0[0]) ?? 0, Int($0[1]) ?? 0) }
    }
    tenants = try rows("tenants").map { $0[1] }
    users = try rows("users").map { (Int($0[1]) ?? 0, $0[2]) }
    menus = try rows("perms").map { Self.menu($0[2]) }
    roles = try rows("roles").map { (Int($0[1]) ?? 0, $0[2]) }
    groups = try rows("groups").map { (Int($0[1]) ?? 0, $0[2]) }
    roleMenus = try numbers("role_perms").map { ($0.0, $0.1) }
    userRoles = try numbers("user_roles").map { ($0.0, $0.1) }
    groupRoles = try numbers("group_roles").map { ($0.0, $0.1) }
    userGroups = try numbers("user_groups").map { ($0.0, $0.1) }
    questions = try rows("checks").map {
      Question(
        tenant: Int($0[0]) ?? 0, user: Int($0[1]) ?? 0, permission: Int($0[2]) ?? 0,
        tenantCode: $0[3], login: $0[4], menu: Self.menu($0[5]), isAllowed: $0[6] == "1")
    }
  }

  /// Makes a smaller workload of the same kind, the same every time.
  init(tenants count: Int) {
    var random = Generator(state: 20_261_120)
    menus = (0..<400).map { Self.menu("area\($0 % 10).page\($0 / 10 % 10).act\($0 / 100)") }
    var held: [Set<Int>] = []
    for tenant in 1...count {
      tenants.append("M\(10_000 + tenant)")
      for role in 0..<10 {
        roles.append((tenant, "role\(role)"))
        let chosen = Set((0..<40).map { _ in random.number(below: 400) + 1 })
        for menu in chosen.sorted() { roleMenus.append((roles.count, menu)) }
        held.append(chosen)
      }
      for _ in 0..<50 {
        users.append((tenant, "op\(1_000_000 + users.count)"))
        let chosen = Set((0..<3).map { _ in (tenant - 1) * 10 + random.number(below: 10) + 1 })
        for role in chosen.sorted() { userRoles.append((users.count, role)) }
      }
    }
    let rolesOf = Dictionary(grouping: userRoles, by: \.user)
    for _ in 0..<20_000 {
      let user = random.number(below: users.count) + 1
      let menu = random.number(below: 400) + 1
      let isAllowed = rolesOf[user]?.contains { held[$0.role - 1].contains(menu) } == true
      let tenant = users[user - 1].tenant
      questions.append(
        Question(
          tenant: tenant, user: user, permission: menu, tenantCode: tenants[tenant - 1],
          login: users[user - 1].login, menu: menus[menu - 1], isAllowed: isAllowed))
    }
  }
}

/// Numbers that look random, the same on every machine.
struct Generator {
  var state: UInt64

  /// A number from 0 up to but not including `bound`.
  mutating func number(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

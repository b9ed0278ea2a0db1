import IAM
import Policy

/// A user–permission matrix of a real system, and a published set of roles that covers it.
///
/// Users become operators `user-0007`, permissions actions `matrix.p7`.
struct RoleMiningData {
  /// The menus of each user, by its number.
  var rows: [Int: Set<Int>] = [:]
  /// The roles of the cover.
  var roles: [(permissions: Set<Int>, users: Set<Int>)] = []

  /// Reads one of the data sets.
  init(_ name: String) throws {
    for line in try SharedData.unzipped("role-mining/\(name).txt.gz").split(separator: "\n") {
      let numbers = line.split(separator: " ").compactMap { Int($0) }
      guard numbers.count == 2 else { continue }
      rows[numbers[0], default: []].insert(numbers[1])
    }
    let cover = try SharedData.unzipped("role-mining/\(name)_optimal_cover.txt.gz")
    for line in cover.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let numbers = Set(parts[1].split { $0 == "," || $0 == " " }.compactMap { Int($0) })
      switch parts[0] {
      case "role": roles.append(([], []))
      case "permissions": roles[roles.count - 1].permissions = numbers
      default: roles[roles.count - 1].users = numbers
      }
    }
  }

  /// How many permissions are given to users.
  var grantCount: Int { rows.values.reduce(0) { $0 + $1.count } }
  /// Every permission.
  var permissions: Set<Int> { rows.values.reduce(into: []) { $0.formUnion($1) } }

  /// The root of all menus of the matrix.
  static let root = "matrix"

  static func menu(_ permission: Int) -> String { "\(root).p\(permission)" }
  static func user(_ number: Int) -> String {
    "user-" + String(repeating: "0", count: 4 - String(number).count) + String(number)
  }

  /// A catalogue with an action for each permission.
  var catalogue: JSONValue {
    let codes = [Self.root] + permissions.sorted().map(Self.menu)
    return [
      "menus": .array(
        codes.map { code in
          [
            "code": .string(code), "title": ["zh": .string(code), "en": .string(code)], "marks": [],
          ]
        })
    ]
  }

  /// The matrix as CSV.
  var csv: [UInt8] {
    let lines = rows.sorted { $0.key < $1.key }.flatMap { user, permissions in
      permissions.sorted().map { "\(Self.user(user)),\(Self.menu($0))\n" }
    }
    return Array(("user,permission\n" + lines.joined()).utf8)
  }

  /// The cover as a document.
  func document(of tenant: TenantCode) throws -> ConfigurationDocument {
    let roles = self.roles.enumerated().map { index, role -> JSONValue in
      [
        "name": .string("R\(index)"),
        "menus": .array(role.permissions.sorted().map { .string(Self.menu($0)) }),
      ]
    }
    let operators = rows.keys.sorted().map { user -> JSONValue in
      let held = self.roles.indices.filter { self.roles[$0].users.contains(user) }
      return [
        "username": .string(Self.user(user)), "name": .string("用户 \(user)"),
        "roles": .array(held.map { .string("R\($0)") }),
      ]
    }
    return try ConfigurationDocument([
      "format": .string(ConfigurationDocument.format), "tenant": .string(tenant.text),
      "roles": .array(roles), "operators": .array(operators),
    ])
  }
}

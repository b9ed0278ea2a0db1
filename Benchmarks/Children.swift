import Glibc
import IAM
import Policy

/// What the program does when it is started by itself.
enum Children {
  /// Prints how many bytes all tenants of a store take.
  static func reportMemory(_ path: String) throws {
    let reader = try PermissionChecker(database: path).reader()
    let names = try Registry(opening: path, readOnly: true).everyUsername()
    let before = try Files.residentBytes()
    for name in names { _ = try reader.check(Check(operator: name, menu: Workload.root)) }
    print(try Files.residentBytes() - before)
  }

  /// Commits again and again, and prints each revision once it is committed.
  static func write(_ path: String, tenant: String, count: Int) throws {
    let registry = try Registry(opening: path)
    let tenant = Int64(tenant) ?? 0
    for _ in 0..<count {
      let revision = try registry.fill { try $0.raiseRevision(of: tenant) }
      let line = Array("\(revision)\n".utf8)
      _ = Glibc.write(1, line, line.count)
    }
  }

  /// Prints how often memory was allocated while many questions were answered, as counted by a
  /// library that was loaded before.
  static func reportAllocations(_ path: String) throws {
    typealias Counter = @convention(c) () -> Int
    guard let symbol = dlsym(nil, "iam_allocation_count") else {
      throw Failure(description: "nothing counts")
    }
    let count = unsafeBitCast(symbol, to: Counter.self)
    let reader = try PermissionChecker(database: path).reader()
    let names = try Registry(opening: path, readOnly: true).everyUsername().prefix(100)
    let menu = try reader.menu(Workload.root)
    let checks = names.map { Check(operator: $0, menu: Workload.root) }
    let people = try names.compactMap { try reader.operator($0) }
    for check in checks { _ = try reader.check(check) }
    let before = count()
    for _ in 0..<1000 {
      for person in people { _ = try reader.check(person, menu) }
      for check in checks { _ = try reader.check(check) }
    }
    print(count() - before)
  }
}

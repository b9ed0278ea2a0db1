import Glibc
import IAM
import Policy

/// What the program does when it is started by itself.
enum Children {
  /// Prints how many milliseconds passed from the start of the program to its first answer.
  static func reportFirstAnswer(
    _ path: String, _ login: String, _ menu: String, since start: ContinuousClock.Instant
  ) throws {
    let reader = try PermissionChecker(database: path).reader()
    let verdict = try reader.check(Check(operator: login, menu: menu))
    let time = ContinuousClock.now - start
    guard verdict.isAllowed else { throw Failure(description: "the first answer is wrong") }
    print(Double(time.components.attoseconds) / 1e15)
  }

  /// Prints how many bytes all tenants of a store take.
  static func reportMemory(_ path: String) throws {
    let reader = try PermissionChecker(database: path).reader()
    let names = try Registry(opening: path, readOnly: true).everyUsername()
    let before = try Files.residentBytes()
    for name in names { _ = try reader.check(Check(operator: name, menu: Workload.root)) }
    print(try Files.residentBytes() - before)
  }

  /// For each byte of input gives a role to an operator or takes it back, in turns, and says that
  /// it is committed.
  ///
  /// - Parameter ids: of the tenant, the operator and the role.
  static func write(_ path: String, _ ids: [Int64]) throws {
    let registry = try Registry(opening: path)
    var isGiven = false
    var byte: UInt8 = 0
    while Glibc.read(0, &byte, 1) == 1 {
      isGiven.toggle()
      try registry.fill { writer in
        if isGiven {
          try writer.give(role: ids[2], toOperator: ids[1], orGroup: nil)
        } else {
          try writer.take(role: ids[2], fromOperator: ids[1])
        }
        _ = try writer.raiseRevision(of: ids[0])
      }
      Glibc.write(1, &byte, 1)
    }
  }

  /// Prints how often memory was allocated while many questions were answered, as counted by a
  /// library that was loaded before, and how many questions that were. They take longer than many
  /// ticks of the clock, so that the files are looked at again and again.
  static func reportAllocations(_ path: String) throws {
    typealias Counter = @convention(c) () -> Int
    guard let symbol = dlsym(nil, "iam_allocation_count") else {
      throw Failure(description: "nothing counts")
    }
    let count = unsafeBitCast(symbol, to: Counter.self)
    let reader = try PermissionChecker(database: path).reader()
    let names = try Registry(opening: path, readOnly: true).everyUsername().prefix(100)
    let menus = [Workload.root, "trade.listing.view"]
    let checks = names.flatMap { name in menus.flatMap { questions(about: name, $0) } }
    let people = try names.compactMap { try reader.operator($0) }
    let actions = try menus.map { try reader.menu($0) }
    let product = reader.product("PNG.SH.D1")
    let account = reader.account("T000001-GAS-01")
    func ask(for time: Duration) throws -> Int {
      var asked = 0
      let end = ContinuousClock.now + time
      while ContinuousClock.now < end {
        for person in people {
          for action in actions {
            _ = try reader.check(person, action)
            _ = try reader.check(person, action, product: product, account: account)
          }
        }
        for check in checks { _ = try reader.check(check) }
        asked += people.count * actions.count * 2 + checks.count
      }
      return asked
    }
    // Over some ticks, so that the reader has all that it needs for looking at the files.
    _ = try ask(for: .milliseconds(50))
    let before = count()
    let asked = try ask(for: .milliseconds(200))
    let allocations = count() - before
    print(allocations, asked)
  }

  /// Questions that a menu decides, and questions that more decides.
  private static func questions(about name: String, _ menu: String) -> [Check] {
    [
      Check(operator: name, menu: menu),
      Check(operator: name, menu: menu, product: "PNG-SH-D1", account: "T000001-GAS-01"),
    ]
  }
}

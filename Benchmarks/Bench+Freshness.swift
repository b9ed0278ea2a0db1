import Glibc
import IAM
import Policy

extension Bench {
  /// How soon a commit is seen, and how often one that had finished was not.
  func measureFreshness(_ figures: inout Figures) throws {
    let registry = try Registry(opening: path)
    let reader = try PermissionChecker(database: path).reader()
    guard let change = roleToGive() else { return }
    let check = Check(operator: change.login, menu: change.menu)
    guard try !reader.check(check).isAllowed else {
      throw Failure(description: "the role to give must be news")
    }
    var times: [Double] = []
    for number in 0..<1000 {
      let isGiven = number.isMultiple(of: 2)
      let time = try seconds {
        try registry.fill { writer in
          if isGiven {
            try writer.give(role: change.role, toOperator: change.person, orGroup: nil)
          } else {
            try writer.take(role: change.role, fromOperator: change.person)
          }
          _ = try writer.raiseRevision(of: change.tenant)
        }
        guard try reader.check(check).isAllowed == isGiven else {
          throw Failure(description: "a commit was not seen")
        }
      }
      times.append(time * 1000)
    }
    figures.add("visible_p50_ms", times.median)
    figures.add("visible_p99_ms", times.quantile(0.99), "at most 5")
    figures.gate("stale_of_10000", try countStale(reader, change.tenant, change.login))
  }

  /// Another process commits; whatever it says it has committed must be in the next answer.
  private func countStale(
    _ reader: CheckReader, _ tenant: Int64, _ login: String
  ) throws -> Int {
    let writer = try ChildProcess(
      [CommandLine.arguments[0], "write", path, String(tenant), "10000"])
    let check = Check(operator: login, menu: Workload.root)
    var stale = 0
    var count = 0
    while let line = writer.line() {
      guard let revision = Int64(line) else { continue }
      count += 1
      if try reader.check(check).revision < revision { stale += 1 }
    }
    _ = writer.finish()
    return count == 10_000 ? stale : 10_000
  }

  /// A role that gives an operator something new.
  private func roleToGive()
    -> (tenant: Int64, person: Int64, role: Int64, login: String, menu: String)?
  {
    let question = workload.questions.first { question in
      guard !question.isAllowed, question.user > 0, question.permission > 0 else { return false }
      return workload.users[question.user - 1].tenant == question.tenant
        && role(of: question) != nil
    }
    guard let question, let role = role(of: question) else { return nil }
    return (
      ids.tenants[question.tenant - 1], ids.users[question.user - 1], ids.roles[role - 1],
      question.login, question.menu
    )
  }

  private func role(of question: Workload.Question) -> Int? {
    workload.roleMenus.first {
      $0.menu == question.permission && workload.roles[$0.role - 1].tenant == question.tenant
    }?.role
  }
}

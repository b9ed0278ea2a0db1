import Glibc
import IAM
import Policy

extension Bench {
  /// Whether a change that another process has committed is in the next answer, and how long that
  /// answer takes.
  func measureFreshness(_ figures: inout Figures) throws {
    guard let change = roleToGive() else {
      throw Failure(description: "the workload has no role to give")
    }
    let reader = try PermissionChecker(database: path).reader()
    let check = Check(operator: change.login, menu: change.menu)
    guard try !reader.check(check).isAllowed else {
      throw Failure(description: "the role to give must be news")
    }
    let ids = [change.tenant, change.person, change.role].map(String.init)
    let writer = try ChildProcess([CommandLine.arguments[0], "write", path] + ids)
    var times: [Double] = []
    var stale = 0
    for number in 0..<10_000 {
      try writer.send(1)
      guard writer.receive() == 1 else { throw Failure(description: "the writer has ended") }
      var verdict = Verdict.denied(.storeUnavailable, revision: 0)
      times.append(try seconds { verdict = try reader.check(check) } * 1000)
      if verdict.isAllowed != number.isMultiple(of: 2) { stale += 1 }
    }
    _ = writer.finish()
    figures.add("visible_p50_ms", times.median)
    figures.add("visible_p99_ms", times.quantile(0.99))
    figures.add("stale_of_10000", Double(stale))
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

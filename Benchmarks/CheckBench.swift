import IAM
import Policy

/// How many questions a reader answers in a second.
struct CheckBench {
  /// One question by handles.
  struct HandleQuestion {
    var person: OperatorHandle?
    var menu: MenuHandle
    var tenant: TenantHandle?
    var isAllowed: Bool
  }

  /// One question by words.
  struct WordQuestion {
    var check: Check
    var isAllowed: Bool
  }

  let reader: CheckReader

  /// The questions of a workload by handles; also loads every tenant asked about.
  func handles(_ questions: [Workload.Question]) throws -> [HandleQuestion] {
    var people: [String: OperatorHandle?] = [:]
    var menus: [String: MenuHandle] = [:]
    var tenants: [String: TenantHandle?] = [:]
    return try questions.map { question in
      let person = try people[question.login] ?? reader.operator(question.login)
      people[question.login] = .some(person)
      let menu = try menus[question.menu] ?? reader.menu(question.menu)
      menus[question.menu] = menu
      let tenant = try tenants[question.tenantCode] ?? reader.tenant(question.tenantCode)
      tenants[question.tenantCode] = .some(tenant)
      return HandleQuestion(
        person: person, menu: menu, tenant: tenant, isAllowed: question.isAllowed)
    }
  }

  /// The questions of a workload by words.
  static func words(_ questions: [Workload.Question]) -> [WordQuestion] {
    questions.map {
      WordQuestion(
        check: Check(operator: $0.login, menu: $0.menu, in: $0.tenantCode),
        isAllowed: $0.isAllowed)
    }
  }

  /// Asks every question once.
  ///
  /// - Returns: how many answers were wrong.
  @inline(never)
  func ask(_ questions: [HandleQuestion]) throws -> Int {
    var wrong = 0
    for question in questions {
      var isAllowed = false
      if let person = question.person {
        isAllowed = try reader.check(person, question.menu, in: question.tenant).isAllowed
      }
      if isAllowed != question.isAllowed { wrong += 1 }
    }
    return wrong
  }

  /// Asks every question once, by words.
  @inline(never)
  func ask(_ questions: [WordQuestion]) throws -> Int {
    var wrong = 0
    for question in questions
    where try reader.check(question.check).isAllowed != question.isAllowed { wrong += 1 }
    return wrong
  }

  /// Questions a second: the median of several runs of some rounds.
  static func rate(_ count: Int, rounds: Int, runs: Int = 9, _ round: () throws -> Void) rethrows
    -> Double
  {
    var rates: [Double] = []
    for _ in 0..<runs {
      let time = try seconds { for _ in 0..<rounds { try round() } }
      rates.append(Double(count * rounds) / time)
    }
    return rates.median
  }
}

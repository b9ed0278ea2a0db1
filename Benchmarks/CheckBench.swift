import IAM
import Policy

/// The questions of a workload, asked of one reader in several ways. Each way answers how many of
/// the answers were wrong.
struct CheckBench {
  private struct HandleQuestion {
    var person: OperatorHandle?
    var menu: MenuHandle
    var tenant: TenantHandle?
    var isAllowed: Bool
  }

  private let reader: CheckReader
  private let handles: [HandleQuestion]
  private let tenantHandles: [HandleQuestion]
  private let words: WordQuestions
  private let lists: [[Check]]
  private let rights: [Bool]

  /// How many questions there are, of each kind.
  var count: Int { handles.count }

  /// Looks up what the questions are about, which loads every tenant.
  init(_ reader: CheckReader, _ questions: [Workload.Question]) throws {
    self.reader = reader
    let handles = try questions.map { question in
      HandleQuestion(
        person: try reader.operator(question.login), menu: try reader.menu(question.menu),
        tenant: try reader.tenant(question.tenantCode), isAllowed: question.isAllowed)
    }
    self.handles = handles
    // As many questions as about all, so that reading the questions costs the same.
    let own = handles.filter { $0.person != nil && $0.tenant == handles[0].tenant }
    tenantHandles = handles.indices.map { own[$0 % own.count] }
    words = WordQuestions(questions)
    let checks = questions.map { Check(operator: $0.login, menu: $0.menu, in: $0.tenantCode) }
    rights = questions.map(\.isAllowed)
    lists = stride(from: 0, to: checks.count, by: 100).map {
      Array(checks[$0..<min($0 + 100, checks.count)])
    }
  }

  /// By handles.
  ///
  /// - Parameter rounds: how often every question is asked.
  @inline(never)
  func askHandles(_ rounds: Int) throws -> Int { try ask(handles, rounds) }

  /// By handles, about one tenant.
  @inline(never)
  func askOneTenant(_ rounds: Int) throws -> Int { try ask(tenantHandles, rounds) }

  private func ask(_ questions: [HandleQuestion], _ rounds: Int) throws -> Int {
    let questions = questions.span
    var wrong = 0
    for _ in 0..<rounds {
      for index in questions.indices {
        var isAllowed = false
        if let person = questions[index].person {
          isAllowed =
            try reader.check(person, questions[index].menu, in: questions[index].tenant).isAllowed
        }
        if isAllowed != questions[index].isAllowed { wrong += 1 }
      }
    }
    return wrong
  }

  /// By handles, out of what is remembered.
  @inline(never)
  func askRememberedHandles(_ rounds: Int) -> Int {
    let questions = handles.span
    var wrong = 0
    for _ in 0..<rounds {
      for index in questions.indices {
        var isAllowed = false
        if let person = questions[index].person {
          isAllowed =
            reader.remembered(person, questions[index].menu, in: questions[index].tenant)?
            .isAllowed == true
        }
        if isAllowed != questions[index].isAllowed { wrong += 1 }
      }
    }
    return wrong
  }

  /// By words.
  @inline(never)
  func askWords(_ rounds: Int) throws -> Int {
    try words.countWrong(rounds) { try reader.check($0, $1, in: $2).isAllowed }
  }

  /// By words that are put together to a question.
  @inline(never)
  func askChecks(_ rounds: Int) throws -> Int {
    try words.countWrong(rounds) {
      try reader.check(Check(operator: $0, menu: $1, in: $2)).isAllowed
    }
  }

  /// By words, out of what is remembered.
  @inline(never)
  func askRememberedWords(_ rounds: Int) -> Int {
    words.countWrong(rounds) { reader.remembered($0, $1, in: $2)?.isAllowed == true }
  }

  /// By words, a hundred at once.
  @inline(never)
  func askMany(_ rounds: Int) throws -> Int {
    var wrong = 0
    for _ in 0..<rounds {
      var place = 0
      for list in lists {
        for verdict in try reader.checkMany(list) {
          if verdict.isAllowed != rights[place] { wrong += 1 }
          place += 1
        }
      }
    }
    return wrong
  }
}

import Glibc
import IAM
import Policy

/// A store that holds a workload, and the measurements on it.
///
/// What is compared is measured in turns, so that a busy moment of the machine falls on both.
struct Bench {
  let workload: Workload
  let path: String
  let folder: String
  let ids: StoreBuilder.Ids

  /// How often everything is measured.
  static let rounds = 5

  /// Makes the store in a folder.
  init(_ workload: Workload, folder: String) throws {
    self.workload = workload
    self.folder = folder
    path = folder + "/iam.db"
    var ids = StoreBuilder.Ids()
    let path = path
    let time = try seconds { ids = try StoreBuilder.build(workload, at: path) }
    self.ids = ids
    say(
      "store: \(workload.tenants.count) tenants, \(workload.users.count) operators, made in "
        + "\(time.decimal(places: 1)) s")
  }

  /// Questions a second, in one and in two threads, and whether the answers are right.
  func measureChecks(beside baselines: Baselines, _ figures: inout Figures) throws {
    let checker = try PermissionChecker(database: path)
    let bench = try CheckBench(checker.reader(), workload.questions)
    let pair = try ReaderPair(checker, workload.questions)
    figures.add("wrong", Double(try bench.askHandles(1) + bench.askWords(1) + bench.askChecks(1)))
    for round in 0..<Bench.rounds {
      try baselines.measureBits("bits_role", "c_bits_role_per_s", &figures)
      try measureHandles(bench, pair, &figures)
      try baselines.measureBits("bits_role_str", "c_bits_role_str_per_s", &figures)
      try measureStrings(bench, pair, &figures)
      if round == Bench.rounds / 2 { try baselines.measureJoin(&figures) }
    }
  }

  private func measureHandles(
    _ bench: CheckBench, _ pair: ReaderPair, _ figures: inout Figures
  ) throws {
    let count = bench.count
    try figures.rate("handles_per_s", count) { try bench.askHandles($0) }
    try figures.rate("handles_2_threads_per_s", count * 2) { rounds in
      try pair.ask { try $0.askHandles(rounds) }
    }
    try figures.rate("handles_1_tenant_per_s", count) { try bench.askOneTenant($0) }
    try figures.rate("handles_remembered_per_s", count) { bench.askRememberedHandles($0) }
    try figures.rate("handles_2_threads_remembered_per_s", count * 2) { rounds in
      try pair.ask { $0.askRememberedHandles(rounds) }
    }
  }

  private func measureStrings(
    _ bench: CheckBench, _ pair: ReaderPair, _ figures: inout Figures
  ) throws {
    let count = bench.count
    try figures.rate("strings_per_s", count) { try bench.askWords($0) }
    try figures.rate("strings_2_threads_per_s", count * 2) { rounds in
      try pair.ask { try $0.askWords(rounds) }
    }
    try figures.rate("strings_as_checks_per_s", count) { try bench.askChecks($0) }
    try figures.rate("strings_remembered_per_s", count) { bench.askRememberedWords($0) }
    try figures.rate("check_many_per_s", count) { try bench.askMany($0) }
  }

  /// The first answer, all tenants, and memory.
  func measureLoading(beside baselines: Baselines, _ figures: inout Figures) throws {
    var seen: Set<Int> = []
    let questions = workload.questions.filter {
      $0.user > 0 && $0.isAllowed && seen.insert($0.tenant).inserted
    }
    let reader = try PermissionChecker(database: path).reader()
    for question in questions.prefix(100) {
      let check = Check(operator: question.login, menu: question.menu)
      figures.add("tenant_load_ms", try seconds { _ = try reader.check(check) } * 1000)
    }
    for round in 0..<Bench.rounds {
      try measureFirstAnswers(to: questions.dropFirst(round * 10).prefix(10), &figures)
      try baselines.measureReading(&figures)
      let reader = try PermissionChecker(database: path).reader()
      figures.add("load_all_s", try seconds { try loadAll(reader) })
    }
    let memory = try ChildProcess.output(of: [CommandLine.arguments[0], "memory", path])
    figures.add("memory_mb", (Double(memory.dropLast()) ?? 0) / 1_048_576)
  }

  /// Those of new processes, each about another tenant.
  private func measureFirstAnswers(
    to questions: some Sequence<Workload.Question>, _ figures: inout Figures
  ) throws {
    for question in questions {
      let words = [CommandLine.arguments[0], "first", path, question.login, question.menu]
      guard let time = Double(try ChildProcess.output(of: words).dropLast()) else {
        throw Failure(description: "a new process did not answer")
      }
      figures.add("tenant_first_answer_ms", time)
    }
  }

  private func loadAll(_ reader: CheckReader) throws {
    var seen: Set<Int> = []
    for user in workload.users where seen.insert(user.tenant).inserted {
      _ = try reader.check(Check(operator: user.login, menu: Workload.root))
    }
  }
}

extension Figures {
  /// Adds questions a second, three times, each over as many rounds as take a twentieth of a second.
  fileprivate mutating func rate(_ name: String, _ count: Int, _ ask: (Int) throws -> Int) throws {
    var rounds = 1
    while try seconds({ _ = try ask(rounds) }) < 0.025 { rounds *= 2 }
    rounds *= 2
    for _ in 0..<3 {
      let time = try seconds { _ = try ask(rounds) }
      add(name, Double(count * rounds) / time)
    }
  }
}

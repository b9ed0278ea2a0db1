import Glibc
import IAM
import Policy

/// A store that holds a workload, and the measurements on it.
struct Bench {
  let workload: Workload
  let path: String
  let folder: String
  let ids: StoreBuilder.Ids

  /// Makes the store in a folder.
  init(_ workload: Workload, folder: String) throws {
    self.workload = workload
    self.folder = folder
    path = folder + "/iam.db"
    var ids = StoreBuilder.Ids()
    let path = path
    let time = try seconds { ids = try StoreBuilder.build(workload, at: path) }
    self.ids = ids
    print("store of \(workload.users.count) operators made in \(Int(time)) s\n")
  }

  /// Questions a second, in one and in two threads, and whether the answers are right.
  func measureChecks(_ figures: inout Figures) throws {
    let checker = try PermissionChecker(database: path)
    let bench = CheckBench(reader: checker.reader())
    let handles = try bench.handles(workload.questions)
    let words = CheckBench.words(workload.questions)
    figures.gate("wrong_handles", try bench.ask(handles))
    figures.gate("wrong_strings", try bench.ask(words))
    let rounds = max(1, 1_000_000 / handles.count)
    figures.add(
      "handles_per_s",
      try CheckBench.rate(handles.count, rounds: rounds) { _ = try bench.ask(handles) })
    figures.add(
      "strings_per_s",
      try CheckBench.rate(words.count, rounds: max(1, rounds / 4)) { _ = try bench.ask(words) })
    let one = handles.filter { $0.person != nil && $0.tenant == handles[0].tenant }
    figures.add(
      "handles_1_tenant_per_s",
      try CheckBench.rate(one.count, rounds: max(1, 1_000_000 / one.count)) {
        _ = try bench.ask(one)
      })
    figures.add("handles_2_threads_per_s", try twoThreads(checker, rounds: rounds))
  }

  private func twoThreads(_ checker: PermissionChecker, rounds: Int) throws -> Double {
    let questions = workload.questions
    let start = StartLine(runners: 2)
    let runners = (0..<2).map { _ in
      Runner {
        let bench = CheckBench(reader: checker.reader())
        let handles = try bench.handles(questions)
        _ = try bench.ask(handles)
        start.wait()
        return try CheckBench.rate(handles.count, rounds: rounds) { _ = try bench.ask(handles) }
      }
    }
    return try runners.map { try $0.result() }.reduce(0, +)
  }

  /// The first answer, all tenants, and memory.
  func measureLoading(_ figures: inout Figures) throws {
    let questions = workload.questions.filter { $0.user > 0 && $0.isAllowed }
    var first: [Double] = []
    for question in questions.prefix(30) {
      let time = try seconds {
        let reader = try PermissionChecker(database: path).reader()
        _ = try reader.check(Check(operator: question.login, menu: question.menu))
      }
      first.append(time * 1000)
    }
    figures.add("tenant_first_answer_ms", first.median, "at most 3")
    var all: [Double] = []
    for _ in 0..<3 {
      let reader = try PermissionChecker(database: path).reader()
      all.append(try seconds { try loadAll(reader) })
    }
    figures.add("load_all_s", all.median)
    let memory = try ChildProcess.output(of: [CommandLine.arguments[0], "memory", path])
    figures.add("memory_mb", (Double(memory.dropLast()) ?? 0) / 1_048_576, "at most 40")
  }

  private func loadAll(_ reader: CheckReader) throws {
    var seen: Set<Int> = []
    for user in workload.users where seen.insert(user.tenant).inserted {
      _ = try reader.check(Check(operator: user.login, menu: Workload.root))
    }
  }
}

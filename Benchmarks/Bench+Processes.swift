import Glibc
import IAM
import Policy

extension Bench {
  /// Allocations of the hot path, and how long whole programs take.
  func measureProcesses(_ figures: inout Figures) throws {
    try countAllocations(&figures)
    try measureColdStart(&figures)
  }

  private func countAllocations(_ figures: inout Figures) throws {
    let library = folder + "/count_allocations.so"
    let source = Baselines.own("count_allocations.c")
    let compile = ["cc", "-O2", "-shared", "-fPIC", source, "-o", library]
    guard try ChildProcess(compile, isSilent: true).finish().status == 0 else {
      return say("NOTICE: \(source) cannot be built, so allocations are not counted")
    }
    let printed = try ChildProcess.output(
      of: [CommandLine.arguments[0], "allocations", path], environment: ["LD_PRELOAD=\(library)"])
    let fields = printed.split(separator: " ").compactMap { Double($0.filter { $0 != "\n" }) }
    guard fields.count == 2, fields[1] > 0 else { throw Failure(description: "nothing counted") }
    figures.add("allocations_per_1000", fields[0] / fields[1] * 1000)
  }

  /// The program that is installed beside a shell that asks the same with one join.
  private func measureColdStart(_ figures: inout Figures) throws {
    let program =
      CommandLine.arguments[0].split(
        separator: "/", omittingEmptySubsequences: false
      ).dropLast().joined(separator: "/") + "/iamctl"
    guard Files.exists(program), let user = workload.users.first else {
      return say("NOTICE: \(program) is not there, so its start is not measured")
    }
    let session = self.folder + "/session"
    let token = try SessionToken(randomness: .system)
    try Registry(opening: path).fill {
      try $0.openSession(of: ids.users[0], token, at: Instant.systemNow())
    }
    try Files.write(token.text + "\n", to: session)
    chmod(session, 0o600)
    let check = [program, "check", user.login, workload.menus[0], "--db", path, "--json"]
    let query = """
      SELECT count(*) FROM operator o JOIN holding h ON h.operator_id = o.id
      JOIN role_menu m ON m.role_id = h.role_id
      WHERE o.username = '\(user.login)' AND m.code = '\(workload.menus[0])'
      """
    for _ in 0..<60 {
      let time = try seconds {
        _ = try ChildProcess.output(of: check, environment: ["IAMCTL_SESSION=\(session)"])
      }
      figures.add("cli_check_cold_ms", time * 1000)
      guard Files.isInPath("sqlite3") else { continue }
      let shell = try seconds { _ = try ChildProcess.output(of: ["sqlite3", path, query]) }
      figures.add("sqlite_shell_cold_ms", shell * 1000)
    }
  }
}

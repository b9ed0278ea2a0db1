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
    guard
      try ChildProcess(["gcc", "-O2", "-shared", "-fPIC", source, "-o", library]).finish().status
        == 0
    else { return }
    let printed = try ChildProcess.output(
      of: [CommandLine.arguments[0], "allocations", path], environment: ["LD_PRELOAD=\(library)"])
    // In 200,000 questions; the files are looked at now and then, which allocates.
    figures.add("allocations_per_1000", (Double(printed.dropLast()) ?? 0) / 200, "0 but for looks")
  }

  private func measureColdStart(_ figures: inout Figures) throws {
    let folder = CommandLine.arguments[0].split(
      separator: "/", omittingEmptySubsequences: false
    ).dropLast().joined(separator: "/")
    guard Files.exists(folder + "/iamctl"), let user = workload.users.first else { return }
    let session = self.folder + "/session"
    let token = try SessionToken(randomness: .system)
    try Registry(opening: path).fill {
      try $0.openSession(of: ids.users[0], token, at: Instant.systemNow())
    }
    try Files.write(token.text + "\n", to: session)
    chmod(session, 0o600)
    let command = [
      folder + "/iamctl", "check", user.login, workload.menus[0], "--db", path, "--json",
    ]
    let environment = ["IAMCTL_SESSION=\(session)"]
    print(try ChildProcess.output(of: command, environment: environment))
    figures.add(
      "cli_check_cold_ms",
      try time { _ = try ChildProcess.output(of: command, environment: environment) })
    let query = """
      SELECT count(*) FROM operator o JOIN holding h ON h.operator_id = o.id
      JOIN role_menu m ON m.role_id = h.role_id
      WHERE o.username = '\(user.login)' AND m.code = '\(workload.menus[0])'
      """
    guard try ChildProcess(["sqlite3", "-version"]).finish().status == 0 else { return }
    figures.add(
      "sqlite_shell_cold_ms",
      try time { _ = try ChildProcess.output(of: ["sqlite3", path, query]) })
  }

  private func time(_ body: () throws -> Void) rethrows -> Double {
    var times: [Double] = []
    for _ in 0..<60 { times.append(try seconds(body) * 1000) }
    return times.median
  }
}

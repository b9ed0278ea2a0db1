import Glibc
import IAM

/// The same work in plain C, built in a folder of its own.
struct Baselines {
  let sources: String
  let workload: String
  let folder: String

  /// A source that belongs to this package.
  static func own(_ name: String, beside file: String = #filePath) -> String {
    file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/Baselines/" + name
  }

  /// Builds and runs what can be built.
  func measure(_ figures: inout Figures) throws {
    let size = workload.split(separator: "/").last.map(String.init) ?? ""
    try shell("mkdir -p db; ln -sfn '\(workload)/..' data")
    if try build("\(sources)/bench_limit.c", "bench_limit") {
      for (name, mode) in [
        ("c_bits_role_per_s", "bits_role"), ("c_bits_role_str_per_s", "bits_role_str"),
      ] {
        figures.add(name, rate(try shell("./bench_limit \(size) \(mode)")))
      }
    }
    if try build("\(sources)/bench_sqlite.c", "bench_sqlite") {
      try shell("./bench_sqlite \(size) build")
      figures.add("sql_join_per_s", rate(try shell("./bench_sqlite \(size) join_str")))
    }
    if try build(Self.own("read_all.c"), "read_all") {
      figures.add("c_read_all_s", Double(try shell("./read_all iam.db").dropLast()) ?? 0)
    }
  }

  private func build(_ source: String, _ name: String) throws -> Bool {
    let words = ["gcc", "-O2", source, "-o", "\(folder)/\(name)", "-lsqlite3"]
    return try ChildProcess(words).finish().status == 0
  }

  @discardableResult
  private func shell(_ line: String) throws -> String {
    try ChildProcess.output(of: ["sh", "-c", "cd '\(folder)' && { \(line); } 2>/dev/null"])
  }

  /// The ninth field is the median of questions a second.
  private func rate(_ line: String) -> Double {
    let fields = line.split(separator: ",")
    return fields.count > 8 ? Double(fields[8]) ?? 0 : 0
  }
}

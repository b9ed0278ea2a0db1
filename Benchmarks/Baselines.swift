import Glibc
import IAM

/// The same work in plain C, built in a folder of its own. What cannot be built is not measured.
struct Baselines {
  /// Where the sources that do not belong to this package are; `nil` where they are not.
  let sources: String?
  let folder: String
  /// The name of the workload among those in the folder `data`.
  let size: String
  private var programs: Set<String> = []

  /// A source that belongs to this package.
  static func own(_ name: String, beside file: String = #filePath) -> String {
    file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/Baselines/" + name
  }

  /// Builds what can be built.
  ///
  /// - Parameter workload: the folder of the workload; `nil` when it is not one of files.
  init(sources: String?, workload: String?, folder: String) throws {
    self.sources = sources
    self.folder = folder
    size = workload?.split(separator: "/").last.map(String.init) ?? ""
    try build(Self.own("read_all.c"))
    guard let sources, let workload else { return }
    try shell("mkdir -p db; test -e data || ln -sfn \"$(dirname '\(workload)')\" data")
    try build("\(sources)/bench_limit.c")
    try build("\(sources)/bench_sqlite.c")
  }

  /// Adds the questions a second of a mode of the program without a database.
  func measureBits(_ mode: String, _ name: String, _ figures: inout Figures) throws {
    guard programs.contains("bench_limit") else { return }
    try rate("./bench_limit \(size) \(mode)", name, &figures)
  }

  /// Adds the questions a second of the prepared join.
  func measureJoin(_ figures: inout Figures) throws {
    guard programs.contains("bench_sqlite") else { return }
    try shell("test -e db/\(size).db || ./bench_sqlite \(size) build")
    try rate("./bench_sqlite \(size) join_str", "sql_join_per_s", &figures)
  }

  /// Adds how long reading all rows takes.
  func measureReading(_ figures: inout Figures) throws {
    guard programs.contains("read_all"),
      let time = Double(try shell("./read_all iam.db").dropLast())
    else { return }
    figures.add("c_read_all_s", time)
  }

  /// Runs a line of shell in the folder.
  ///
  /// - Returns: what it prints.
  @discardableResult
  func shell(_ line: String) throws -> String {
    try ChildProcess.output(of: ["sh", "-c", "cd '\(folder)' && { \(line); } 2>/dev/null"])
  }

  private mutating func build(_ source: String) throws {
    let name = source.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    let words = ["cc", "-O2", source, "-o", "\(folder)/\(name)", "-lsqlite3"]
    if Files.exists(source), try ChildProcess(words, isSilent: true).finish().status == 0 {
      programs.insert(name)
    } else {
      say("NOTICE: \(source) cannot be built, so there is nothing to compare with")
    }
  }

  /// The ninth field is the median of questions a second.
  private func rate(_ line: String, _ name: String, _ figures: inout Figures) throws {
    let fields = try shell(line).split(separator: ",")
    guard fields.count > 8, let rate = Double(fields[8]) else { return }
    figures.add(name, rate)
  }
}

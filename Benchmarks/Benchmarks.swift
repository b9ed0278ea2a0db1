import Glibc
import IAM
import Policy

/// Measures the checker and writes one table and `bench.json`.
///
/// `Benchmarks [--workload FOLDER] [--c-sources FOLDER] [--out FILE]`: without a workload it makes a
/// smaller one; with the sources of the C baselines and a compiler it measures those as well. Counts
/// that are not as they must be make it fail; times never do.
@main
struct Benchmarks {
  static func main() throws {
    let words = CommandLine.arguments
    switch words.dropFirst().first {
    case "memory": try Children.reportMemory(words[2])
    case "write": try Children.write(words[2], tenant: words[3], count: Int(words[4]) ?? 0)
    case "allocations": try Children.reportAllocations(words[2])
    default: try measure(Arguments(words))
    }
  }

  private static func measure(_ arguments: Arguments) throws {
    let folder = try Files.temporaryFolder()
    defer { _ = try? ChildProcess.output(of: ["rm", "-rf", folder]) }
    let workload =
      try arguments.workload.map { try Workload(folder: $0) } ?? Workload(tenants: 200)
    let bench = try Bench(workload, folder: folder)
    var figures = Figures()
    try bench.measureChecks(&figures)
    try bench.measureLoading(&figures)
    try bench.measureFreshness(&figures)
    try bench.measureProcesses(&figures)
    if let sources = arguments.sources, let data = arguments.workload {
      try Baselines(sources: sources, workload: data, folder: folder).measure(&figures)
    }
    figures.ratio("handles_to_c", "handles_per_s", "c_bits_role_per_s", "at least 0.5")
    figures.ratio("strings_to_c", "strings_per_s", "c_bits_role_str_per_s", "at least 1")
    figures.ratio("threads", "handles_2_threads_per_s", "handles_per_s", "at least 1.8")
    figures.ratio("load_to_c", "load_all_s", "c_read_all_s", "at most 3")
    figures.ratio("cold_to_shell", "cli_check_cold_ms", "sqlite_shell_cold_ms", "at most 2")
    print(figures.table)
    try Files.write(figures.json, to: arguments.output)
    guard figures.broken.isEmpty else {
      print("broken: \(figures.broken.joined(separator: ", "))")
      exit(1)
    }
  }
}

/// The words after the program's name.
struct Arguments {
  var workload: String?
  var sources: String?
  var output = "bench.json"

  /// Reads them; unknown ones are passed over.
  init(_ words: [String]) {
    for (name, value) in zip(words, words.dropFirst()) {
      switch name {
      case "--workload": workload = value
      case "--c-sources": sources = value
      case "--out": output = value
      default: continue
      }
    }
  }
}

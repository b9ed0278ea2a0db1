/// The words after the program's name.
struct Arguments {
  /// The folder of a workload; one is made where none is named.
  var workload: String?
  /// Where the generator of workloads and the programs in C are.
  var sources: String?
  /// Where the figures are written to.
  var output = "bench.json"
  /// The folder of the Python environment of the peers; they are not measured without.
  var peers: String?
  /// The sections to measure; empty for all.
  var only: [String] = []

  /// Reads them; unknown ones are passed over.
  init(_ words: [String]) {
    for (name, value) in zip(words, words.dropFirst()) {
      switch name {
      case "--workload": workload = Files.absolute(value)
      case "--c-sources": sources = value
      case "--out": output = value
      case "--peers": peers = value
      case "--only": only = value.split(separator: ",").map(String.init)
      default: continue
      }
    }
    if sources == nil, Files.exists(Arguments.shared + "/workload.py") {
      sources = Arguments.shared
    }
  }

  /// Beside the package, where it is available.
  private static let shared = "../shared/bench"

  /// Whether a section is to be measured.
  func wants(_ section: String) -> Bool { only.isEmpty || only.contains(section) }

  /// The workload: the one named, else the large one of the generator, else a smaller one.
  ///
  /// - Parameter folder: where to make it.
  func makeWorkload(in folder: String) throws -> (workload: Workload, folder: String?) {
    if let workload {
      say("workload: \(workload)")
      return (try Workload(folder: workload), workload)
    }
    if let sources, Files.exists(sources + "/workload.py") {
      let data = folder + "/data"
      let made = try ChildProcess(["python3", sources + "/workload.py", data, "large"]).finish()
      if made.status == 0 {
        say("workload: large, made by \(sources)/workload.py")
        return (try Workload(folder: data + "/large"), data + "/large")
      }
      say("NOTICE: \(sources)/workload.py cannot be run by python3")
    }
    say("NOTICE: a SMALL workload of 200 tenants, without the programs in C to compare with:")
    say("        \(Arguments.shared) is not there")
    return (Workload(tenants: 200), nil)
  }
}

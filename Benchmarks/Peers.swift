import Glibc
import IAM

/// Other engines on the same questions, asked by the drivers that are kept beside the package.
struct Peers {
  /// One way of using another engine.
  private struct Peer {
    var package: String
    var driver: String
    var title: String
  }

  private static let all = [
    Peer(package: "casbin", driver: "pycasbin:tenant", title: "casbin, an enforcer a tenant"),
    Peer(package: "cedarpy", driver: "cedarpy:slice", title: "cedarpy, a slice a request"),
    Peer(package: "oso", driver: "oso:host", title: "oso, facts as objects"),
    Peer(package: "regopy", driver: "regopy:data", title: "regopy, all facts as data"),
  ]

  private let environment: String
  private let baselines: Baselines

  /// Takes the folder of a Python environment, which need not exist yet.
  init(environment: String, _ baselines: Baselines) {
    // What does not exist has no absolute path yet.
    mkdir(environment, 0o755)
    self.environment = Files.absolute(environment)
    self.baselines = baselines
  }

  /// Installs and runs each that can be.
  ///
  /// - Returns: the lines that the table gets.
  func measure(_ figures: inout Figures) throws -> (title: String, lines: [ReportLine]) {
    var section: (title: String, lines: [ReportLine]) = ("peers, checks a second", [])
    guard let sources = baselines.sources.map(Files.absolute), !baselines.size.isEmpty else {
      say("SKIPPED: all peers, for their drivers are not there")
      return section
    }
    let python = "'\(environment)/bin/python'"
    for peer in Peers.all {
      guard try isInstalled(peer.package) else {
        say("SKIPPED: \(peer.package) cannot be installed")
        continue
      }
      if peer.package == "casbin" {
        try baselines.shell(
          "'\(environment)/bin/python' '\(sources)/gen_casbin.py' \(baselines.size) || true")
      }
      let line = try baselines.shell(
        "timeout 300 \(python) '\(sources)/bench_py.py' \(peer.driver) \(baselines.size) 2 20 3"
          + " || true")
      let fields = line.split(separator: ",").map(String.init)
      guard fields.count > 8, let rate = Double(fields[8]), let load = Double(fields[3]) else {
        say("SKIPPED: \(peer.package) does not run")
        continue
      }
      section.lines += add(peer, rate, load, Double(fields[4]) ?? 0, &figures)
    }
    return section
  }
}

extension Peers {
  private func add(
    _ peer: Peer, _ rate: Double, _ load: Double, _ memory: Double, _ figures: inout Figures
  ) -> [ReportLine] {
    let name = peer.package
    figures.add("\(name)_per_s", rate)
    figures.add("\(name)_load_s", load)
    figures.add("\(name)_memory_mb", memory)
    return [
      ReportLine(
        title: "strings", figure: "strings_per_s", unit: .perSecond,
        beside: ("\(name)_per_s", peer.title)),
      ReportLine(
        title: "  all tenants loaded", figure: "load_all_s", unit: .seconds,
        beside: ("\(name)_load_s", name)),
      ReportLine(
        title: "  memory of all tenants", figure: "memory_mb", unit: .megabytes,
        beside: ("\(name)_memory_mb", name)),
    ]
  }

  private func isInstalled(_ package: String) throws -> Bool {
    let python = environment + "/bin/python"
    if !Files.exists(python) {
      _ = try ChildProcess(["python3", "-m", "venv", environment], isSilent: true).finish()
    }
    guard Files.exists(python) else { return false }
    let lookUp = [python, "-c", "import \(package)"]
    if try ChildProcess(lookUp, isSilent: true).finish().status == 0 { return true }
    let install = [python, "-m", "pip", "install", "--quiet", package]
    return try ChildProcess(install, isSilent: true).finish().status == 0
  }
}

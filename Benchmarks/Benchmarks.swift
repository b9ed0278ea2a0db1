import Glibc
import IAM
import Policy

/// Measures the checker and writes one table and `bench.json`.
///
/// `Benchmarks [--workload FOLDER] [--c-sources FOLDER] [--out FILE] [--peers FOLDER] [--only NAMES]`:
/// without words it makes the large workload of `../shared/bench` and compares with the programs
/// in C that are there; without that folder it makes a smaller workload and says so. Counts that
/// are not as they must be make it fail; times never do, for machines are noisy.
@main
struct Benchmarks {
  static func main() throws {
    let start = ContinuousClock.now
    let words = CommandLine.arguments
    switch words.dropFirst().first {
    case "first": try Children.reportFirstAnswer(words[2], words[3], words[4], since: start)
    case "memory": try Children.reportMemory(words[2])
    case "write": try Children.write(words[2], Array(words[3...]).compactMap { Int64($0) })
    case "allocations": try Children.reportAllocations(words[2])
    default:
      do {
        try measure(Arguments(words))
      } catch let failure as Failure {
        say("error: \(failure)")
        exit(2)
      }
    }
  }

  private static func measure(_ arguments: Arguments) throws {
    var load = [0.0]
    if getloadavg(&load, 1) == 1, load[0] > 0.5 {
      let load = load[0].decimal(places: 1)
      say("NOTICE: other programs are at work (load \(load)): times will differ")
    }
    let folder = try Files.temporaryFolder()
    defer { _ = try? ChildProcess.output(of: ["rm", "-rf", folder]) }
    let (workload, data) = try arguments.makeWorkload(in: folder)
    let bench = try Bench(workload, folder: folder)
    let baselines = try Baselines(sources: arguments.sources, workload: data, folder: folder)
    var figures = Figures()
    if arguments.wants("checks") { try bench.measureChecks(beside: baselines, &figures) }
    if arguments.wants("loading") { try bench.measureLoading(beside: baselines, &figures) }
    if arguments.wants("changes") { try bench.measureFreshness(&figures) }
    if arguments.wants("programs") { try bench.measureProcesses(&figures) }
    var sections = Report.ownSections
    if let environment = arguments.peers {
      sections.append(try Peers(environment: environment, baselines).measure(&figures))
    }
    let report = Report(figures: figures, sections: sections)
    say("\n" + report.text)
    try Files.write(figures.json, to: arguments.output)
    say("the figures are in \(arguments.output)")
    let missed = report.missed()
    say(missed.isEmpty ? "every bar holds" : "NOT HELD: \(missed.joined(separator: "; "))")
    if !report.missed(countsOnly: true).isEmpty { exit(1) }
  }
}

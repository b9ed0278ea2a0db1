import IAM

/// Where the demo plays: a folder with its own database and a session for each person.
///
/// The commands are the very ones that people type; only where they read and write differs.
struct DemoStage {
  /// What one command line came to.
  struct Outcome {
    /// The answer, or `nil` when it failed.
    let output: Output?
    /// The failure, or `nil`.
    let failure: CommandFailure?
    /// What it said beside its data.
    let remarks: String
  }

  /// The folder of all files.
  let folder: String
  /// The console of whoever watches.
  let console: Console
  private var memory: [String: String] = [:]

  /// Sets the stage in an empty folder.
  init(folder: String, console: Console) {
    self.folder = folder
    self.console = console
  }

  /// Puts a value in the place of each `⟨name⟩`; `⟨folder⟩` is the folder.
  func filled(_ text: String) -> String {
    var filled = text
    for (name, value) in memory.merging(["folder": folder], uniquingKeysWith: { old, _ in old }) {
      filled = filled.replacing("⟨\(name)⟩", with: value)
    }
    return filled
  }

  /// Plays one step.
  mutating func play(_ step: DemoStep) -> Outcome {
    let remarks = DemoMemory()
    var console = console
    console.environment[.database] = "\(folder)/iam.db"
    console.environment[.session] = "\(folder)/session-\(step.person)"
    console.environment[.keyFile] = nil
    console.input = DemoInput(step.secrets.map { filled($0) + "\n" }.joined())
    console.errors = remarks
    console.json = false
    let words = step.words.map(filled) + (step.secrets.isEmpty ? [] : ["--password-stdin"])
    do {
      let resolution = try Resolution(words, among: allCommands)
      guard let command = resolution.command else { throw CommandFailure.usage(Text("?")) }
      let output = try command.run(resolution.words, rest: nil, console: console)
      if let remembered = step.remembered,
        case .string(let value)? = output.json[remembered.key]
      {
        memory[remembered.name] = value
      }
      return Outcome(output: output, failure: nil, remarks: remarks.text)
    } catch {
      return Outcome(output: nil, failure: CommandFailure(error), remarks: remarks.text)
    }
  }
}

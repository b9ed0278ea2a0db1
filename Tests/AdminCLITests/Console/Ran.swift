import IAM

@testable import AdminCLI

/// What one command line did, run in this process.
struct Ran {
  let exit: Int32
  let output: String
  let errors: String

  /// Runs a command line of the given words.
  init(
    _ words: [String], commands: [any CommandProtocol] = allCommands,
    environment: [EnvironmentVariable: String] = [:], input: any ByteInput = GivenInput(),
    terminal: Terminal = Terminal(), services: Services = Services()
  ) {
    let output = CapturedOutput()
    let errors = CapturedOutput()
    let console = Console(
      environment: environment, input: input, output: output, errors: errors, terminal: terminal,
      services: services)
    self.exit = run(arguments: words, console: console, commands: commands)
    self.output = output.text
    self.errors = errors.text
  }

  /// Runs a command line whose words have no spaces in them.
  init(_ line: String, commands: [any CommandProtocol] = allCommands) {
    self.init(line.split(separator: " ").map(String.init), commands: commands)
  }
}

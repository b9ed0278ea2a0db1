/// The commands that share their first word: `member list`, `member show` and so on.
///
/// A program run needs one family; making them all takes a good part of the time of a short run.
struct CommandFamily: Sendable {
  /// The word that all names begin with.
  let word: String
  /// Makes the commands, in the order of the help.
  let commands: @Sendable () -> [any CommandProtocol]

  /// Names a family.
  init(_ word: String, _ commands: @escaping @Sendable () -> [any CommandProtocol]) {
    self.word = word
    self.commands = commands
  }

  /// The commands that a line can mean: those of the family that its first word names, or all.
  static func commands(for arguments: [String]) -> [any CommandProtocol] {
    all.first { $0.word == arguments.first }?.commands() ?? allCommands
  }
}

/// Every command of the program, in the order of the help.
let allCommands = CommandFamily.all.flatMap { $0.commands() }

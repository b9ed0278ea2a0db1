/// A command of any parameters: what dispatch, help, completion and the manual need of it.
protocol CommandProtocol: Sendable {
  /// One to three words: `operator create`.
  var name: String { get }
  /// What it does, in one line without a final period.
  var summary: Text { get }
  /// What it does to the data.
  var effect: Effect { get }
  /// The secrets that it may ask for, in order.
  var secrets: [SecretPrompt] { get }
  /// Whole command lines, the most usual first; at least one.
  var examples: [String] { get }
  /// The shapes of its own parameters, in order.
  var parameters: [ParameterShape] { get }

  /// Reads the parameters from the words and does it.
  func run(_ words: MatchedWords, in context: Context) throws -> Output
}

extension CommandProtocol {
  /// All that may be written after its name.
  var shapes: [ParameterShape] { parameters + flags + CommonOptions.shapes }

  /// The flags that its effect and its secrets bring.
  var flags: [ParameterShape] { CommonOptions.shapes(effect: effect, secrets: secrets) }

  /// Whether the name begins with all words of `path` and goes on; everything is under no words.
  func isUnder(_ path: String) -> Bool {
    path.isEmpty || name.hasPrefix(path + " ")
  }

  /// Matches the words after its name and does it.
  ///
  /// - Parameter rest: what followed `--`, or `nil`.
  func run(_ words: [String], rest: [String]?, console: Console) throws -> Output {
    let matched = try MatchedWords(words, rest: rest, shapes: shapes)
    let options = CommonOptions(matched)
    let context = Context(console: console, options: options, secrets: secrets)
    let output = try run(matched, in: context)
    return options.dryRun
      ? output.noting(Text(zh: "试运行：未做任何修改", en: "dry run: nothing was changed")) : output
  }
}

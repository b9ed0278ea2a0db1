/// A command as one value: its words, its help, its parameters, and what it does.
///
/// ```swift
/// let greet = Command(
///   "greet", Text(zh: "问候", en: "Say hello"),
///   examples: ["iamctl greet trader-001"],
///   Argument("USERNAME", Text(zh: "操作员", en: "the operator")),
///   Flag("--twice", Text(zh: "两次", en: "two times"))
/// ) { context, username, twice in
///   .text(twice ? "hello hello \(username)" : "hello \(username)")
/// }
/// ```
struct Command<each P: Parameter>: CommandProtocol {
  /// What a command does: its context and the values of its parameters lead to an output.
  typealias Action = @Sendable (Context, repeat (each P).Result) throws -> Output

  let name: String
  let summary: Text
  let effect: Effect
  let secrets: [SecretPrompt]
  let examples: [String]
  private let values: (repeat each P)
  private let action: Action

  /// A command.
  ///
  /// - Parameters:
  ///   - name: one to three words.
  ///   - summary: what it does, in one line without a final period.
  ///   - effect: decides whether `--dry-run` and `--yes` are offered.
  ///   - secrets: what `--password-stdin` holds, in order; `Context.secrets()` asks for them.
  ///   - examples: whole command lines, the most usual first; at least one.
  ///   - parameters: what it is told; arguments in the order of their positions.
  ///   - action: does it, given the parameters' values.
  init(
    _ name: String, _ summary: Text, _ effect: Effect = .reads, secrets: [SecretPrompt] = [],
    examples: [String], _ parameters: repeat each P, action: @escaping Action
  ) {
    self.name = name
    self.summary = summary
    self.effect = effect
    self.secrets = secrets
    self.examples = examples
    self.values = (repeat each parameters)
    self.action = action
  }

  var parameters: [ParameterShape] {
    var shapes: [ParameterShape] = []
    repeat shapes.append((each values).shape)
    return shapes
  }

  func run(_ words: MatchedWords, in context: Context) throws -> Output {
    var words = words
    return try action(context, repeat try (each values).read(from: &words))
  }
}

import IAM

/// Plays the whole story on a temporary database and tells it; every step is checked.
struct Demo {
  private var stage: DemoStage
  private let console: Console
  private var failures: [String] = []

  /// Sets the stage.
  init(folder: String, console: Console) {
    stage = DemoStage(folder: folder, console: console)
    self.console = console
  }

  /// Plays all steps.
  ///
  /// - Returns: the command lines that did not come to what they must; empty when all held.
  mutating func play(_ chapters: [DemoChapter]) throws -> [String] {
    for (number, chapter) in chapters.enumerated() {
      try tell("\n" + heading("\(number + 1). \(chapter.title[console.language])"))
      for step in chapter.steps { try play(step) }
    }
    return failures
  }

  private mutating func play(_ step: DemoStep) throws {
    let line = "iamctl " + step.words.map(stage.filled).map(Self.quoted).joined(separator: " ")
    if let story = step.story { try tell("\n" + story[console.language]) }
    try tell("  \(step.person) $ \(line)")
    let outcome = stage.play(step)
    let text = shown(outcome)
    for part in text.split(separator: "\n") { try tell("    \(part)") }
    guard let problem = problem(outcome, step.expectation) else { return }
    failures.append(line)
    try tell("    ✘ \(problem)")
  }

  /// The answer as a person at a terminal sees it.
  private func shown(_ outcome: DemoStage.Outcome) -> String {
    if let failure = outcome.failure {
      let hint = failure.hint.map { "\nhint: \($0[console.language])" } ?? ""
      return outcome.remarks + "error: \(failure.message[console.language])\(hint)"
    }
    guard let output = outcome.output else { return "" }
    var terminal = console
    terminal.json = false
    terminal.terminal.isOutput = true
    terminal.terminal.width = max(72, console.terminal.width) - 4
    let message =
      if case .message(let text, _) = output.body { text[console.language] + "\n" } else { "" }
    let notes = output.notes.map { $0[console.language] + "\n" }.joined()
    return outcome.remarks + message + notes + output.standardOutput(for: terminal)
  }

  private func problem(
    _ outcome: DemoStage.Outcome, _ expectation: DemoStep.Expectation
  ) -> String? {
    switch (expectation, outcome.output, outcome.failure) {
    case (.done, let output?, _) where output.exit == .done: nil
    case (.gives(let key, let value), let output?, _) where output.json[key] == value: nil
    case (.no(let reason), let output?, _)
    where output.exit == .negative && output.json["reasons"] == [.string(reason)]:
      nil
    case (.fails(let code, let exit), _, let failure?)
    where failure.code == code && failure.exit == exit:
      nil
    default: "\(expectation)"
    }
  }

  private func heading(_ text: String) -> String {
    Style.bold.applied(to: text, by: console.terminal)
  }

  private func tell(_ line: String) throws {
    try console.write(.text(line))
  }

  private static func quoted(_ word: String) -> String {
    word == "*" ? "'*'" : word
  }
}

/// A part of the story.
struct DemoChapter: Sendable {
  /// What it is about.
  let title: Text
  /// Its steps, in order.
  let steps: [DemoStep]

  init(_ title: Text, _ steps: [DemoStep]) {
    self.title = title
    self.steps = steps
  }
}

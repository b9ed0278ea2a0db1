import IAM

/// One step of the demo: what is told, who types which command, and what must come of it.
struct DemoStep: Sendable {
  /// What must come of a command.
  enum Expectation: Sendable {
    /// It is done: exit 0.
    case done
    /// It answers no, with this reason: exit 1.
    case no(String)
    /// It fails with this code and exit.
    case fails(String, ExitCode)
    /// It is done, and its JSON has this value at a key.
    case gives(String, JSONValue)
  }

  /// What is told before it.
  let story: Text?
  /// Whose session it runs in; each person has one.
  let person: String
  /// The command line without the program's name; words in `⟨ ⟩` stand for values remembered.
  let words: [String]
  /// What is typed at its prompts, in order; likewise.
  let secrets: [String]
  /// What must come of it.
  let expectation: Expectation
  /// The JSON key whose value is remembered, and the name to remember it by.
  let remembered: (key: String, name: String)?

  /// A step.
  init(
    _ story: Text? = nil, _ person: String, _ words: String, secrets: [String] = [],
    expect expectation: Expectation = .done, remember: (key: String, name: String)? = nil
  ) {
    self.story = story
    self.person = person
    self.words = words.split(separator: " ").map(String.init)
    self.secrets = secrets
    self.expectation = expectation
    remembered = remember
  }
}

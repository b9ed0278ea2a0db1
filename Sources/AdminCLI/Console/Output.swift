import IAM

/// What a command answers: one body, and how the program ends.
struct Output: Sendable, Equatable {
  /// The kinds of answers.
  enum Body: Sendable, Equatable {
    /// Rows.
    case table(Table)
    /// One thing.
    case record(Record)
    /// Text as it is, ending in a line break, and its JSON.
    case text(String, json: JSONValue)
    /// JSON whoever reads it, always the same bytes: an export.
    case document(JSONValue)
    /// A line for people, on standard error, and its JSON.
    case message(Text, json: JSONValue)
    /// Nothing more: the data was written while it was read, with or without `--json`.
    case written
  }

  /// The answer.
  let body: Body
  /// How the program ends: `done`, or `negative` for a no.
  var exit = ExitCode.done
  /// Further lines for people, on standard error.
  var notes: [Text] = []

  /// An answer.
  init(_ body: Body) {
    self.body = body
  }

  /// Rows of the same columns.
  static func table<Row>(_ rows: some Sequence<Row>, _ columns: [Column<Row>]) -> Output {
    Output(.table(Table(rows, columns: columns)))
  }

  /// One thing.
  static func record(_ fields: Field...) -> Output {
    Output(.record(Record(fields)))
  }

  /// One thing, of fields that were collected.
  static func record(_ fields: [Field]) -> Output {
    Output(.record(Record(fields)))
  }

  /// Text as it is; without other JSON, that is the text as a string.
  ///
  /// Whoever builds the text escapes what came from users; see `Visible`.
  static func text(_ text: String, json: JSONValue? = nil) -> Output {
    let whole = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    return Output(.text(whole, json: json ?? .string(text)))
  }

  /// JSON whoever reads it.
  static func document(_ value: JSONValue) -> Output {
    Output(.document(value))
  }

  /// A line for people, and facts for programs.
  static func message(_ text: Text, json: JSONValue) -> Output {
    Output(.message(text, json: json))
  }

  /// The end of an answer that was written piece by piece with `Console.write(data:)`.
  static var written: Output { Output(.written) }

  /// The same answer with another exit.
  func ending(_ exit: ExitCode) -> Output {
    var output = self
    output.exit = exit
    return output
  }

  /// The same answer as a yes (exit 0) or a no (exit 1).
  func answering(_ yes: Bool) -> Output {
    var output = self
    output.exit = yes ? .done : .negative
    return output
  }

  /// The same answer with a further line for people.
  func noting(_ note: Text) -> Output {
    var output = self
    output.notes.append(note)
    return output
  }
}

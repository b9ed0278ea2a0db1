import IAM

extension CommandProtocol {
  /// How it is written: `iamctl operator create USERNAME --name N [--group G]`.
  var usage: String {
    let own = parameters.filter { $0.kind != .rest } + flags
    let rest = parameters.filter { $0.kind == .rest }
    return (["iamctl \(name)"] + (own + rest).map(\.usage)).joined(separator: " ")
  }

  /// The help for people: summary, examples, usage, parameters.
  func help(in language: Language, width: Int) -> String {
    let arguments = parameters.filter { $0.kind == .argument || $0.kind == .rest }
    let options = parameters.filter { $0.kind == .option || $0.kind == .flag } + flags
    let blocks = [
      HelpBlock(title: .examples, rows: examples.map { ($0, "") }),
      HelpBlock(title: .usage, rows: [(usage, "")]),
      HelpBlock(title: .arguments, shapes: arguments, language),
      HelpBlock(title: .options, shapes: options, language),
      HelpBlock(title: .everywhere, shapes: CommonOptions.shapes, language),
    ]
    let texts = blocks.map { $0.text(in: language, width: width) }.filter { !$0.isEmpty }
    return (["\(summary[language])\n"] + texts).joined(separator: "\n")
  }

  /// The help for programs.
  func helpJSON(in language: Language) -> JSONValue {
    [
      "command": .string(name), "summary": .string(summary[language]), "usage": .string(usage),
      "examples": .array(examples.map { .string($0) }),
      "parameters": .array(
        shapes.map { shape in
          [
            "name": .string(shape.name),
            "value": shape.placeholder.isEmpty ? .null : .string(shape.placeholder),
            "help": .string(shape.help[language]), "required": .bool(shape.isRequired),
            "repeated": .bool(shape.isRepeated),
          ]
        }),
    ]
  }
}

extension MatchedWords {
  /// Sorts words by shapes.
  ///
  /// Options may stand anywhere, as `--name value` or `--name=value`. A separate value must not
  /// begin with `--`: then it is more likely that the value was forgotten.
  ///
  /// - Parameter rest: what followed `--`; `nil` when there was no `--`. It is arguments, unless
  ///   a shape takes it whole.
  /// - Throws: a usage failure for unknown, repeated, missing and superfluous words.
  init(
    _ words: some Sequence<String>, rest: [String]?, shapes: [ParameterShape]
  ) throws(CommandFailure) {
    self.init()
    var words = words.makeIterator()
    var found: [String] = []
    while let word = words.next() {
      guard Self.isOption(word) else {
        found.append(word)
        continue
      }
      try take(word, following: &words, shapes)
    }
    if shapes.contains(where: { $0.kind == .rest }) {
      self.rest = rest ?? []
    } else {
      found += rest ?? []
    }
    arguments = found[...]
    try checkCounts(shapes)
  }

  /// Whether a word before `--` is read as an option: it begins with `-` and is longer.
  static func isOption(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.first == UInt8(ascii: "-")
  }

  /// An option's name and, when it was given with `=`, its value.
  static func split(_ option: String) -> (name: String, value: String?) {
    guard let equals = option.firstIndex(of: "=") else { return (option, nil) }
    return (String(option[..<equals]), String(option[option.index(after: equals)...]))
  }

  private mutating func take(
    _ word: String, following words: inout some IteratorProtocol<String>,
    _ shapes: [ParameterShape]
  ) throws(CommandFailure) {
    let (name, inline) = Self.split(word)
    guard let shape = shapes.first(where: { $0.name == name }) else {
      throw .unknownOption(name, among: shapes.map(\.name))
    }
    guard shape.kind == .option else {
      guard inline == nil else { throw .superfluousValue(name) }
      options.append((name, ""))
      return
    }
    guard let value = inline ?? words.next(), inline != nil || !value.hasPrefix("--") else {
      throw .missingValue(shape)
    }
    guard shape.isRepeated || !has(name) else { throw .repeatedOption(name) }
    options.append((name, value))
  }

  private func checkCounts(_ shapes: [ParameterShape]) throws(CommandFailure) {
    let places = shapes.filter { $0.kind == .argument }
    let required = places.filter(\.isRequired)
    if arguments.count < required.count { throw .missing(required[arguments.count]) }
    if arguments.count > places.count, places.last?.isRepeated != true {
      throw .superfluous(arguments[arguments.startIndex + places.count])
    }
    for shape in shapes where shape.isRequired {
      switch shape.kind {
      case .option where !has(shape.name): throw .missing(shape)
      case .rest where rest.isEmpty: throw .missing(shape)
      case .option, .rest, .argument, .flag: continue
      }
    }
  }
}

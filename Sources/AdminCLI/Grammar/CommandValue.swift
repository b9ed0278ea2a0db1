/// A type that a word of the command line can be read as.
///
/// Conforming types are valid by construction: an action never sees a value that is not.
protocol CommandValue: Sendable {
  /// The value that `text` stands for.
  ///
  /// - Throws: a `CommandFailure` whose message has the input in backticks and does not name the
  ///   parameter; the grammar puts the parameter's name before it.
  static func parse(_ text: String) throws(CommandFailure) -> Self

  /// What a shell may offer in this place; nothing unless said otherwise.
  static var completion: ValueCompletion { get }
}

extension CommandValue {
  /// Nothing is offered.
  static var completion: ValueCompletion { .nothing }

  /// The value of the parameter called `name`; a failure says so.
  static func parse(_ text: String, for name: String) throws(CommandFailure) -> Self {
    do {
      return try parse(text)
    } catch {
      throw error.about(name)
    }
  }
}

extension CommandValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// The case with this raw value; a failure names the nearest one and lists all.
  static func parse(_ text: String) throws(CommandFailure) -> Self {
    if let value = Self(rawValue: text) { return value }
    let all = allCases.map(\.rawValue)
    let list = all.joined(separator: ", ")
    throw .usage(
      Text(zh: "没有 `\(text)` 这个取值", en: "`\(text)` is not one of the values"),
      hint: Spelling.suggestion(for: text, among: all)
        ?? Text(zh: "可取：\(list)", en: "choose one of: \(list)"))
  }

  /// The raw values of all cases.
  static var completion: ValueCompletion { .words(allCases.map(\.rawValue)) }
}

extension String: CommandValue {
  /// The word itself, also when it is empty.
  static func parse(_ text: String) throws(CommandFailure) -> String { text }
}

extension Int: CommandValue {
  /// A decimal whole number, with an optional sign.
  static func parse(_ text: String) throws(CommandFailure) -> Int {
    guard let value = Int(text) else {
      throw .usage(Text(zh: "`\(text)` 不是整数", en: "`\(text)` is not a whole number"))
    }
    return value
  }
}

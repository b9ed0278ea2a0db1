import IAM

extension Console {
  /// A line on standard error for people; left out with `--json`, whose value says it all.
  func note(_ text: Text) {
    guard !json else { return }
    tell([Visible.escaped(text[language])])
  }

  /// A red notice (红色提示框): in a red box on a terminal, else a plain line.
  ///
  /// Left out with `--json`, whose value says it all.
  ///
  /// - Source: C8.
  func notice(_ text: Text) {
    guard terminal.isErrors, !json else { return note(text) }
    let lines = Width.wrap(Visible.escaped(text[language]), to: terminal.width - 4)
    let inner = lines.map(Width.of).max() ?? 0
    let bar = String(repeating: "─", count: inner + 2)
    let middle = lines.map { "│ " + Width.pad($0, to: inner) + " │" }
    tell((["┌\(bar)┐"] + middle + ["└\(bar)┘"]).map { Style.red.applied(to: $0, by: terminal) })
  }

  /// Tells a failure: two lines, or one JSON object with `--json`.
  func report(_ failure: CommandFailure) {
    let message = Self.cut(failure.message[language])
    let hint = (failure.hint ?? failure.exit.hint)[language]
    if json {
      let error: JSONValue = [
        "code": .string(failure.code), "message": .string(message),
        "hint": .string(hint),
      ]
      tell([JSONValue.object([(key: "error", value: error)]).text()])
    } else {
      tell(["error: \(message)", "hint: \(hint)"].map(Visible.escaped))
    }
  }

  /// The text, or its two ends where what was typed made it long.
  private static func cut(_ message: String) -> String {
    message.unicodeScalars.count <= 600
      ? message : "\(message.prefix(300)) … \(message.suffix(200))"
  }

  /// Puts lines on standard error. When even that cannot be written, there is nobody to tell.
  func tell(_ lines: [String]) {
    let text = lines.map { $0 + "\n" }.joined()
    do throws(WriteFailure) {
      try errors.write(Array(text.utf8))
    } catch {
      return
    }
  }
}

import IAM
import Policy

/// Many questions from a file or standard input, each answered by one line, in their order.
///
/// With `--json` a line is a JSON object; else the four values with tabs between. A line that cannot
/// be read is answered too, in its place; the command then ends with exit 65 and says so.
struct BatchCheck {
  /// What holds for every question.
  let session: SessionFacts
  /// The instant of every question; `nil` for now.
  let instant: Instant?
  /// The tenant that staff name.
  let tenant: String?

  /// Answers every question of the file.
  func run(_ file: FilePath, in context: Context) throws -> Output {
    let bytes = try context.console.read(file, limit: Self.limit)
    var requests = CheckRequestReader(LineReader(bytes: bytes))
    let code = try TenantCode.named(tenant)
    var unreadable: [RecordError] = []
    var answers = Answers(console: context.console)
    try context.registry(changing: false).inquire(as: context.identity()) { inquiry in
      while let line = try nextLine(&requests) {
        switch line {
        case .success(let request):
          answers.add(try inquiry.check(check(request), in: code))
        case .failure(let error):
          if unreadable.count < 2 { unreadable.append(error) }
          answers.add(error)
        }
        try answers.flush(above: 1 << 16)
      }
    }
    try answers.flush(above: 0)
    if let first = unreadable.first { throw Self.failure(first, isOnly: unreadable.count == 1) }
    return Output.written
  }

  private static func failure(_ error: RecordError, isOnly: Bool) -> CommandFailure {
    CommandFailure(
      "invalid-line",
      Text(
        zh: (isOnly ? "有一行无法识别：" : "有多行无法识别，第一处：") + error.wording.zh,
        en: (isOnly ? "a line cannot be read: " : "lines cannot be read, the first of them: ")
          + error.wording.en),
      hint: Text(
        zh: "其余各行已回答；每行写作 username,menu,product,account",
        en: "the others are answered; write a line as username,menu,product,account"),
      exit: .invalidData)
  }

  /// The most bytes that a batch may have.
  private static let limit = 1 << 28

  private func nextLine(
    _ requests: inout CheckRequestReader
  ) throws -> Result<CheckRequest, RecordError>? {
    do {
      return try requests.next().map { .success($0) }
    } catch let error as RecordError {
      return .failure(error)
    }
  }

  private func check(_ request: CheckRequest) -> Check {
    Check(
      operator: request.username, menu: request.menu, product: request.product,
      account: request.account, session: session, at: instant)
  }
}

/// The lines that answer a batch, written in pieces.
private struct Answers {
  let console: Console
  private var text = ""

  init(console: Console) { self.console = console }

  mutating func add(_ decision: Decision) {
    let record = Record(decision.fields)
    text +=
      console.json ? record.json.text() : record.fields.map(\.cell.plain).joined(separator: "\t")
    text += "\n"
  }

  mutating func add(_ error: RecordError) {
    let message = Text(zh: error.wording.zh, en: error.wording.en)[console.language]
    if console.json {
      let value: JSONValue = [
        "error": ["code": .string("invalid-line"), "message": .string(message)]
      ]
      text += value.text() + "\n"
    } else {
      text += "error\t\(Visible.escaped(message))\n"
    }
  }

  mutating func flush(above limit: Int) throws(CommandFailure) {
    guard text.utf8.count > limit else { return }
    try console.write(data: text)
    text = ""
  }
}

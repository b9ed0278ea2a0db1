import IAM
import Policy

/// Many questions from a file or standard input, each answered by one line, in their order.
///
/// With `--json` a line is a JSON object; else the four values with tabs between. A line that cannot
/// be read is answered too, and the command ends with exit 65.
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
    var hasFailed = false
    var answers = Answers(console: context.console)
    try context.registry(changing: false).inquire(as: context.identity()) { inquiry in
      while let line = try nextLine(&requests) {
        switch line {
        case .success(let request):
          answers.add(try inquiry.check(check(request), in: code))
        case .failure(let error):
          hasFailed = true
          answers.add(error)
        }
        try answers.flush(above: 1 << 16)
      }
    }
    try answers.flush(above: 0)
    return hasFailed ? Output.written.ending(.invalidData) : Output.written
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

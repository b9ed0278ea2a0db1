import IAM
import Policy

/// `iamctl what-if FILE -- QUESTION`.
let whatIfCommand = Command(
  "what-if", Text(zh: "假设应用配置文档后再提问，不做修改", en: "Ask as if a document had been applied"),
  examples: [
    "iamctl what-if tenant.json -- check trader-001 trade.listing.view --product PNG",
    "iamctl what-if tenant.json -- who-can operators.grant --json",
  ],
  Argument("FILE", Text(zh: "配置文档", en: "the document"), as: FilePath.self),
  tenantOption,
  RestArguments(
    "QUESTION", Text(zh: "check、can 或 who-can 及其参数", en: "check, can or who-can, and its words"))
) { context, file, tenant, words in
  let document = try context.configurationDocument(file)
  let question = try HypotheticalQuestion(words, tenant: tenant)
  return try context.registry().suppose(document, as: context.identity()) { change in
    try question.ask(change)
  }
}

/// A question about a tenant as a change would leave it.
enum HypotheticalQuestion {
  case check(Check, tenant: String?)
  case can(String, tenant: String?)
  case whoCan(WhoCan, tenant: String?)

  /// Reads the words of `check`, `can` or `who-can`.
  ///
  /// - Parameter tenant: the one named before the question, which then names none itself.
  init(_ words: [String], tenant: String?) throws {
    let words = words + (tenant.map { ["--tenant=\($0)"] } ?? [])
    switch words.first {
    case "check": self = try Self.check(words)
    case "can":
      let username = Argument("USERNAME", QuestionText.username)
      var given = try Self.match(words, username.shape, tenantOption.shape)
      self = .can(try username.read(from: &given), tenant: try tenantOption.read(from: &given))
    case "who-can":
      let menu = Argument("MENU", QuestionText.menu)
      var given = try Self.match(
        words, menu.shape, questionOptions.product.shape, questionOptions.account.shape,
        tenantOption.shape)
      let question = WhoCan(
        menu: try menu.read(from: &given),
        product: try questionOptions.product.read(from: &given),
        account: try questionOptions.account.read(from: &given))
      self = .whoCan(question, tenant: try tenantOption.read(from: &given))
    default:
      throw CommandFailure.usage(
        Text(
          zh: "`\(words.first ?? "")` 不能作为假设的问题", en: "`\(words.first ?? "")` cannot be asked so"),
        hint: Text(zh: "可用：check、can、who-can", en: "choose one of: check, can, who-can"))
    }
  }

  private static func check(_ words: [String]) throws -> HypotheticalQuestion {
    let username = Argument("USERNAME", QuestionText.username)
    let menu = Argument("MENU", QuestionText.menu)
    let options = questionOptions
    var given = try match(
      words, username.shape, menu.shape, options.product.shape, options.account.shape,
      options.at.shape, options.paymentVerified.shape, options.keyVerified.shape,
      tenantOption.shape)
    let check = Check(
      operator: try username.read(from: &given), menu: try menu.read(from: &given),
      product: try options.product.read(from: &given),
      account: try options.account.read(from: &given),
      session: SessionFacts(
        paymentVerified: try options.paymentVerified.read(from: &given),
        keyVerified: try options.keyVerified.read(from: &given)),
      at: try options.at.read(from: &given)?.value)
    return .check(check, tenant: try tenantOption.read(from: &given))
  }

  private static func match(
    _ words: [String], _ shapes: ParameterShape...
  ) throws -> MatchedWords {
    // The common options were read before; here they are known so that a slip finds the nearest.
    try MatchedWords(words.dropFirst(), rest: nil, shapes: shapes + CommonOptions.shapes)
  }

  /// Asks it inside a change.
  func ask(_ change: borrowing Change) throws -> Output {
    switch self {
    case .check(let check, let tenant):
      let decision = try change.check(check, in: try TenantCode.named(tenant))
      return Output.record(decision.fields).answering(decision.isAllowed)
    case .can(let username, let tenant):
      return .abilities(try change.can(username, in: try TenantCode.named(tenant)))
    case .whoCan(let question, let tenant):
      return .candidates(try change.whoCan(question, in: try TenantCode.named(tenant)))
    }
  }
}

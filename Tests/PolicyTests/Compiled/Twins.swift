import Foundation
import TestSupport

@testable import Policy

/// A tenant by the definition and compiled.
struct Twins {
  let policy: TenantPolicy
  let compiled: CompiledTenant
  private let numbers: [Username: Int]
  /// Why the last question was denied.
  private(set) var lastReason: Reason?

  init(_ policy: TenantPolicy, _ catalogue: CompiledCatalogue? = nil) {
    self.policy = policy
    compiled = CompiledTenant.compile(
      TenantDraft(policy, catalogue: catalogue ?? CompiledCatalogue(policy.catalogue, version: 0)))
    numbers = Dictionary(
      uniqueKeysWithValues: policy.operators.keys.sorted().enumerated().map { ($1, $0) })
  }

  /// What the entry of an operator says.
  func plain(of person: Int) -> PlainGrants { compiled.operators.start[person].plain }

  /// How the answers differ; `nil` when they agree.
  mutating func difference(_ request: Request) -> String? {
    let defined = policy.decide(request).verdict
    lastReason = defined.reason
    guard let person = numbers[request.username] else {
      return defined.reason == .operatorUnknown ? nil : "an operator is missing"
    }
    let target = CompiledTarget(
      menu: compiled.catalogue.leafTable.number(request.target.menu.text),
      product: compiled.productNumber(request.target.product?.text),
      account: compiled.accountNumber(request.target.account?.text))
    let view = TenantView(compiled)
    let instant =
      view.dependsOnTime(person, target) ? request.instant : Instant(milliseconds: 77)
    let fast = view.verdict(
      person, target, at: instant, paymentVerified: request.session.paymentVerified,
      keyVerified: request.session.keyVerified)
    if target.product < 0, target.account < 0, request.target.product == nil,
      request.target.account == nil,
      let plain = view.plainVerdict(view.operators[person].plain, target.menu), plain != defined
    {
      return "\(plain) instead of \(defined), plainly, for \(request) in \(policy)"
    }
    return fast == defined ? nil : "\(fast) instead of \(defined) for \(request) in \(policy)"
  }
}

/// What the environment of a test run says.
enum Settings {
  /// How many random questions the law asks.
  static let questions =
    ProcessInfo.processInfo.environment["IAMCTL_LAW_QUESTIONS"].flatMap { Int($0) } ?? 8_000
  /// Whether more is asked for than a few seconds allow.
  static let isThorough = questions > 100_000
}

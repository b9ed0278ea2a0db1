import IAM
import Policy

extension Explanation.StepFinding {
  /// The finding for programs.
  var json: JSONValue {
    [
      "step": .string(step.code), "passed": .bool(reason == nil),
      "reason": reason.map { .string($0.rawValue) } ?? .null,
    ]
  }
}

extension Explanation.GrantFinding {
  /// The finding for programs.
  var json: JSONValue {
    [
      "source": .string(grant.source.text), "group": .string(grant.through.text),
      "outcome": .string(outcome.rawValue), "menus": grant.effective.menus.json,
      "products": grant.effective.products.json, "accounts": grant.effective.accounts.json,
    ]
  }
}

extension MissingGrant {
  /// The parts for programs.
  var json: JSONValue {
    [
      "menu": menu.map { .string($0.text) } ?? .null,
      "product": product.map { .string($0.text) } ?? .null,
      "account": account.map { .string($0.text) } ?? .null,
    ]
  }
}

extension NodeSet {
  /// The nodes in order.
  var texts: [String] { nodes.sorted().map(\.text) }

  /// The nodes for programs.
  var json: JSONValue { .array(texts.map { .string($0) }) }
}

extension AccountSet {
  /// The accounts in order; `*` for every one.
  var texts: [String] {
    switch self {
    case .every: ["*"]
    case .some(let accounts): accounts.sorted().map(\.text)
    }
  }

  /// The accounts for programs.
  var json: JSONValue { .array(texts.map { .string($0) }) }
}

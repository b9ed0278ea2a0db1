import Policy

// Tests write codes as text; one that is not a code is a mistake of the test.

extension MenuCode: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = text == "*" ? .wildcard : known(Self(text)) }
}

extension ProductCode: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = text == "*" ? .wildcard : known(Self(text)) }
}

extension Name: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = known(Self(text)) }
}

extension Username: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = known(Self(text)) }
}

extension AccountCode: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = known(Self(text)) }
}

extension TenantCode: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = known(Self(text)) }
}

extension NodeSet: ExpressibleByArrayLiteral {
  init(arrayLiteral nodes: Code...) { self.init(nodes) }
}

extension Instant: ExpressibleByIntegerLiteral {
  init(integerLiteral milliseconds: Int64) { self.init(milliseconds: milliseconds) }
}

private func known<Value>(_ value: Value?) -> Value {
  guard let value else { preconditionFailure("a literal in a test is not a code") }
  return value
}

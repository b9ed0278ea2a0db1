import Policy

// Tests write names and codes as text; one that is none is a mistake of the test.

extension Username: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = known(Self(text)) }
}

extension Name: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = known(Self(text)) }
}

extension MenuCode: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = text == "*" ? .wildcard : known(Self(text)) }
}

extension ProductCode: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = text == "*" ? .wildcard : known(Self(text)) }
}

extension AccountCode: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  init(stringLiteral text: String) { self = known(Self(text)) }
}

private func known<Value>(_ value: Value?) -> Value {
  guard let value else { preconditionFailure("a literal in a test is not a code") }
  return value
}

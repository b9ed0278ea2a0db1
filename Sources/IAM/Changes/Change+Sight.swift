internal import Policy

// What speaks against a change may be somebody whom the caller does not see. That it speaks against
// it is told, who it is not.

extension Change {
  /// What the caller may be told of that which speaks against its change: of somebody who was there
  /// and out of its sight neither the name nor anything that it holds.
  ///
  /// - Source: C5.
  func told(
    _ violations: [Violation], in tenant: Int64, _ before: borrowing ReadTransaction
  ) throws -> [Violation] {
    guard let actor = try acting() else { return violations }
    let view = try OperatorView(of: actor, in: tenant, before)
    guard !view.isWhole else { return violations }
    var told: [Violation] = []
    for violation in violations {
      var known = violation
      if let person = violation.person, try before.findOperator(person) != nil,
        try !view.sees(person, before)
      {
        known = violation.nameless
      }
      if !told.contains(known) { told.append(known) }
    }
    return told
  }

  /// Refuses to remove what is still in use, naming those of its holders that the caller sees. Part
  /// of an operation.
  ///
  /// - Parameters:
  ///   - holders: the operators and groups that hold it.
  ///   - others: whatever else depends on it.
  /// - Throws: `conflict(.inUse)`.
  func requireUnused(
    _ noun: Noun, _ name: Name, in tenant: Int64, by holders: [HolderName], _ others: [String] = []
  ) throws {
    guard !holders.isEmpty || !others.isEmpty else { return }
    let view = try OperatorView(of: requireActing(), in: tenant, reading)
    let seen = try view.visible(holders, reading).map(\.text)
    throw IAMError.conflict(.inUse(noun, name.text, by: seen + others))
  }
}

extension Violation {
  /// The same about somebody who is not seen.
  fileprivate var nameless: Violation {
    switch self {
    case .gain: .gain(nil, outside: [])
    case .separation(let set, _, _): .separation(name: set, nil, roles: [])
    default: .operatorNotYours(nil)
    }
  }

  /// Whom it is about; `nil` where it is about no operator.
  fileprivate var person: Username? {
    switch self {
    case .operatorNotYours(let name), .gain(let name, _), .separation(_, let name, _): name
    case .outside(.operator(let name), _, _), .lastAdministrator(.operator(let name)): name
    case .groupNotYours, .outside, .lastAdministrator: nil
    }
  }
}

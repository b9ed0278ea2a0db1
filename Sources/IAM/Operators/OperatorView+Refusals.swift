internal import Policy

// What a refusal tells of people: those whom the caller does not see are only counted.

extension OperatorView {
  /// What speaks against a change, as the caller is told: in place of the first of a kind about
  /// somebody who is not seen, how many they are.
  ///
  /// - Parameters:
  ///   - violations: what the gate has found.
  ///   - named: the operator whom the caller named itself, and who is named back.
  func told(
    _ violations: [Violation], naming named: Username?, _ reading: borrowing ReadTransaction
  ) throws -> [Violation] {
    guard !isWhole else { return violations }
    var told: [Violation] = []
    var unseen: [Violation.Grievance: Set<Username>] = [:]
    for violation in violations {
      guard let (username, grievance) = violation.personal, try hides(username, reading),
        violation != .operatorNotYours(username) || username != named
      else {
        told.append(violation)
        continue
      }
      if unseen[grievance] == nil { told.append(.unseen(grievance, count: 0)) }
      unseen[grievance, default: []].insert(username)
    }
    return told.map { violation in
      guard case .unseen(let grievance, _) = violation else { return violation }
      return .unseen(grievance, count: unseen[grievance]?.count ?? 0)
    }
  }

  /// Whether somebody is there and not seen. One who is not there is nobody's secret: only the
  /// caller itself can have named such a one, to be made.
  private func hides(_ username: Username, _ reading: borrowing ReadTransaction) throws -> Bool {
    try reading.findOperator(username) != nil && !sees(username, reading)
  }
}

extension Registry {
  /// An error as the caller is told it.
  func told(_ error: IAMError, _ progress: ChangeProgress) throws -> IAMError {
    guard case .refused(let violations) = error, let intent = progress.intent,
      let actor = progress.actor
    else { return error }
    return try database.read { reading in
      let view = try OperatorView(of: actor, in: intent.tenant, reading)
      return .refused(try view.told(violations, naming: intent.named, reading))
    }
  }
}

extension Change {
  /// Lets nothing be deleted that others depend on.
  ///
  /// - Parameters:
  ///   - holders: operators and groups that do, in order.
  ///   - others: everything else that does, in order.
  /// - Throws: `conflict(.inUse)`, naming of the operators those whom the caller sees.
  func requireUnused(
    _ noun: Noun, _ name: Name, in tenant: Int64, by holders: [HolderName], _ others: [String] = []
  ) throws {
    guard !holders.isEmpty || !others.isEmpty else { return }
    let view = try OperatorView(of: requireActing(), in: tenant, reading)
    let seen = try view.visible(holders, reading)
    throw IAMError.conflict(
      .inUse(
        noun, name.text, by: seen.map(\.text) + others, unseen: holders.count - seen.count))
  }
}

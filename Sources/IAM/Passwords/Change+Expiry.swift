internal import Policy

extension Change {
  /// When each password of an operator must be changed; opens the step of one whose time is over.
  /// Part of an operation.
  ///
  /// A one-time password has an end of its own and is not counted.
  /// - Source: JR/T 0060-2021.
  func expirePasswords(of operatorID: Int64) throws -> [Factor: Instant] {
    guard let days = try reading.passwordPolicy(for: operatorID)[.maximumAge] else { return [:] }
    var ends: [Factor: Instant] = [:]
    for factor in Factor.allCases {
      guard let credential = try reading.credential(factor, of: operatorID),
        !credential.isOneTime
      else { continue }
      let end = credential.changedAt + .seconds(days * 86_400)
      ends[factor] = end
      if now >= end { try demandChange(of: factor, from: operatorID) }
    }
    return ends
  }

  /// An open login-password step is a reason of decisions, so the revision rises with it.
  private func demandChange(of factor: Factor, from operatorID: Int64) throws {
    let step: FirstLoginStep = factor == .login ? .loginPassword : .paymentPassword
    let open = try reading.openSteps(of: operatorID)
    guard !open.contains(step), let person = try reading.operatorRow(operatorID) else { return }
    try openStep(step, for: operatorID)
    try raiseRevision(ofTenant: person.tenant)
  }
}

import Policy
import TestSupport

@testable import IAM

extension ModelRun {
  /// Where every way of asking must agree: what may X, may X (definition, compiled, from the store,
  /// explained), who may; and each with the plain reference.
  mutating func agreement(_ place: Int) throws -> [String] {
    let side = sides[place]
    let now = world.clock.now
    let permitted = sides[place].permitted(at: now)
    var problems: [String] = []
    for (username, expected) in permitted {
      let grants = side.policy.can(username, at: now)
      for (point, expected) in zip(side.points, expected) {
        guard let target = point.target else { return ["a point is malformed"] }
        if grants.contains(where: { $0.effective.covers(target) }) != expected,
          side.policy.operators[username]?.state != .offboarded
        {
          problems.append("\(username): can and the reference differ on \(point)")
        }
        let verdict = try reader.check(point.check(by: username))
        if verdict.reason.map(\.tellsGrants) != false,
          verdict.reason?.deniesGrants == true ? expected : !expected
        {
          problems.append("\(username): \(verdict.reasons) against the reference on \(point)")
        }
      }
      tally.noteQuestions(2 * side.points.count)
    }
    return problems + (try waysOfAsking(side, now))
  }

  private mutating func waysOfAsking(_ side: ModelSide, _ now: Instant) throws -> [String] {
    let point = draw.random.pick(side.points)
    guard let target = point.target else { return ["a point is malformed"] }
    let session = SessionFacts(paymentVerified: true, keyVerified: true)
    let able = Set(side.policy.whoCan(target, at: now))
    tally.noteQuestions(5 * side.policy.operators.count)
    return try side.policy.operators.keys.sorted().flatMap { username -> [String] in
      let request = Request(username: username, target: target, instant: now, session: session)
      let decision = side.policy.decide(request)
      let explanation = side.policy.explain(request)
      let verdict = try reader.check(point.check(by: username))
      let stored = try stored(request, side)
      // What the action needs and the point does not name is open to who-can.
      let reasons = side.completions(of: target).map { target in
        side.policy.decide(
          Request(username: username, target: target, instant: now, session: session)
        ).reasons
      }
      let isCurable = reasons.contains { $0.allSatisfy { $0 == .paymentPasswordNotSet } }
      // Behind an open first-login step a decision does not look; who-can does.
      let isHidden = reasons.contains([.firstLoginIncomplete])
      return [
        stored == decision.reasons ? nil : "a part of the tenant answers otherwise",
        verdict.reasons == decision.reasons ? nil : "compiled and definition differ",
        explanation.decision.reasons == decision.reasons ? nil : "explain and decide differ",
        isHidden || isCurable == able.contains(username) ? nil : "who-can and decide differ",
      ].compactMap { $0.map { "\(username), \(point): \($0)" } }
    }
  }

  private func stored(_ request: Request, _ side: ModelSide) throws -> [Reason] {
    try world.registry.database.read { reading in
      let id = try reading.operatorID(request.username, in: side.id)
      return try reading.decide(
        request.target, for: request.username, id: id, in: side.id, at: request.instant,
        session: request.session)
    }.reasons
  }
}

extension ModelSide {
  /// Every way to name what an action needs and a target leaves open.
  fileprivate func completions(of target: Target) -> [Target] {
    let marks = policy.catalogue.leaf(target.menu) ?? []
    let isWhole = target.product != nil || !marks.contains(.needsProduct)
    let named = policy.catalogue.products.union(
      points.compactMap { $0.product.flatMap { ProductCode($0) } })
    let products = isWhole ? [target.product] : named.map { $0 }
    let isPlaced = target.account != nil || !marks.contains(.needsAccount)
    let places = isPlaced ? [target.account] : policy.accounts.keys.map { $0 }
    return products.flatMap { product in
      places.map { Target(menu: target.menu, product: product, account: $0) }
    }
  }
}

extension Point {
  /// The point as the engine is asked about it.
  fileprivate var target: Target? {
    MenuCode(menu).map {
      Target(
        menu: $0, product: product.flatMap { ProductCode($0) },
        account: account.flatMap { AccountCode($0) })
    }
  }

  fileprivate func check(by username: Username) -> Check {
    Check(
      operator: username.text, menu: menu, product: product, account: account,
      session: SessionFacts(paymentVerified: true, keyVerified: true))
  }
}

extension Reason {
  /// Whether grants and ceilings were what denied.
  fileprivate var deniesGrants: Bool {
    switch self {
    case .outsideEntitlement, .outsidePool, .menuNotGranted, .productNotGranted,
      .accountNotGranted, .grantExpired:
      true
    default: false
    }
  }

  /// Whether grants and ceilings were looked at before it was found.
  fileprivate var tellsGrants: Bool {
    switch self {
    case .accountFrozen, .accountClosed, .outsideHours, .keyRequired, .paymentPasswordNotSet,
      .paymentPasswordRequired:
      true
    default: deniesGrants
    }
  }
}

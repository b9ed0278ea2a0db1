import Policy
import Testing

/// Every reason that a decision can give, each reached by the smallest change of an allowed case.
struct ReasonTests {
  /// A way to spoil an allowed request, and the reason it must give.
  struct Spoiled: CustomTestStringConvertible, Sendable {
    var reason: Reason
    var spoil: @Sendable (inout TenantPolicy, inout Request) -> Void
    var testDescription: String { reason.rawValue }
  }

  static let target = Target(menu: "trade.create", product: "PNG.SH.D1", account: "T1")

  static func allowed() -> (TenantPolicy, Request) {
    var policy = TenantPolicy.member()
    policy.group("Desk")
    policy.person(
      "trader01", home: "Desk", menus: ["trade", "member", "funds"], products: ["PNG"],
      accounts: .some(["T1"]))
    return (policy, Request(username: "trader01", target: target, instant: Clock.now))
  }

  static func person(_ reason: Reason, _ change: @escaping @Sendable (inout Operator) -> Void)
    -> Spoiled
  {
    Spoiled(reason: reason) { policy, request in
      if var person = policy.operators[request.username] {
        change(&person)
        policy.operators[request.username] = person
      }
    }
  }

  static func tenant(_ reason: Reason, _ state: Tenant.State, approved: Bool) -> Spoiled {
    Spoiled(reason: reason) { policy, _ in
      policy.tenant.state = state
      policy.tenant.hasBeenApproved = approved
    }
  }

  static func menu(_ reason: Reason, _ menu: MenuCode) -> Spoiled {
    Spoiled(reason: reason) { _, request in request.target = Target(menu: menu) }
  }

  static let ofOperators: [Spoiled] = [
    Spoiled(reason: .operatorUnknown) { policy, _ in policy.operators = [:] },
    person(.operatorPending) { $0.state = .pending },
    person(.operatorPending) { $0.validity.from = Clock.later },
    person(.operatorSuspended) { $0.state = .suspended },
    person(.operatorOffboarded) { $0.state = .offboarded },
    person(.operatorLocked) { $0.lockedUntil = Clock.later },
    person(.operatorExpired) { $0.validity.until = Clock.now },
    person(.firstLoginIncomplete) { $0.loginPasswordPending = true },
  ]

  static let ofTargets: [Spoiled] = [
    menu(.menuUnknown, "trade"), menu(.menuUnknown, "trade.unheard"), menu(.menuUnknown, "none"),
    Spoiled(reason: .productUnknown) { $1.target.product = "PNG.SH.X1" },
    Spoiled(reason: .accountUnknown) { $1.target.account = "T9" },
    Spoiled(reason: .productRequired) { $1.target.product = nil },
    Spoiled(reason: .accountRequired) { $1.target.account = nil },
    Spoiled(reason: .accountFrozen) { policy, _ in policy.accounts["T1"] = .frozen },
    Spoiled(reason: .accountClosed) { policy, _ in policy.accounts["T1"] = .closed },
  ]

  static let ofTenants: [Spoiled] =
    [Tenant.State.registered, .profiled, .bankBound, .rejected, .supplement].map {
      tenant(.tenantNotApproved, $0, approved: false)
    } + [
      tenant(.tenantUnderReview, .underReview, approved: false),
      tenant(.tenantUnderReview, .underReview, approved: true),
      tenant(.tenantUnderReview, .supplement, approved: true),
      tenant(.tenantSuspended, .suspended, approved: true),
      tenant(.tenantClosed, .closed, approved: true),
    ]

  static let ofGrants: [Spoiled] = [
    Spoiled(reason: .outsideEntitlement) { policy, _ in policy.entitlement.menus = ["funds"] },
    Spoiled(reason: .outsideEntitlement) { policy, _ in policy.entitlement.products = ["LNG"] },
    Spoiled(reason: .outsidePool) { policy, _ in policy.groups["Desk"]?.pool = .empty },
    person(.menuNotGranted) { $0.holdings.menus = [] },
    person(.productNotGranted) { $0.holdings.products = [Given("LNG")] },
    person(.accountNotGranted) { $0.holdings.accounts = [Given(.some(["T2"]))] },
    person(.grantExpired) { $0.holdings.menus[0].validity.until = Clock.now },
  ]

  static let ofSessions: [Spoiled] = [
    Spoiled(reason: .outsideHours) { _, request in
      request.target = Target(menu: "trade.declare")
      request.instant = Clock.now + .seconds(-3600)
    },
    menu(.keyRequired, "funds.keyed"),
    Spoiled(reason: .keyRequired) { policy, _ in policy.tenant.requiresKey = true },
    menu(.paymentPasswordNotSet, "trade.pay"),
    Spoiled(reason: .paymentPasswordRequired) { policy, request in
      policy.operators["trader01"]?.paymentPasswordSet = true
      request.target = Target(menu: "trade.pay")
    },
  ]

  static let all = ofOperators + ofTargets + ofTenants + ofGrants + ofSessions

  @Test func `the case that the others spoil is allowed`() {
    let (policy, request) = Self.allowed()
    let decision = policy.decide(request)
    #expect(decision.isAllowed && decision.scope == .account && decision.revision == 7)
    #expect(decision.grants.map(\.source) == [.own])
  }

  @Test(arguments: all) func `a spoiled request gives just its reason`(_ spoiled: Spoiled) {
    var (policy, request) = Self.allowed()
    spoiled.spoil(&policy, &request)
    let decision = policy.decide(request)
    #expect(decision.reasons == [spoiled.reason])
    #expect(decision.grants.isEmpty && decision.scope == .none && decision.revision == 7)
    #expect(policy.explain(request).decision == decision)
  }

  @Test func `every reason is reached but the one that the store gives`() {
    #expect(Set(Self.all.map(\.reason)) == Set(Reason.allCases).subtracting([.storeUnavailable]))
  }

  @Test func `reasons have stable codes`() {
    #expect(Set(Reason.allCases.map(\.rawValue)).count == Reason.allCases.count)
    #expect(Reason.paymentPasswordNotSet.rawValue == "payment-password-not-set")
  }

  /// A10 and F5: only what is meant to stay open stays open.
  @Test func `a review or suspension leaves what is no trading open`() {
    for state in [Tenant.State.underReview, .suspended, .rejected] {
      var (policy, _) = Self.allowed()
      policy.tenant.state = state
      #expect(policy.answer("trader01", "trade.view").isAllowed)
      #expect(policy.answer("trader01", "member.view").isAllowed)
    }
  }

  @Test func `before the first approval the menus of signing up are open`() {
    var (policy, _) = Self.allowed()
    policy.tenant.hasBeenApproved = false
    for state in [Tenant.State.registered, .profiled, .bankBound, .underReview, .rejected] {
      policy.tenant.state = state
      #expect(policy.answer("trader01", "member.view").isAllowed)
    }
    policy.tenant.state = .closed
    #expect(policy.answer("trader01", "member.view").reason == .tenantClosed)
  }

  @Test func `with a one-time password only the menus of setting up are open`() {
    var (policy, _) = Self.allowed()
    policy.operators["trader01"]?.loginPasswordPending = true
    #expect(policy.answer("trader01", "member.security").isAllowed)
    #expect(policy.answer("trader01", "member.view").reason == .firstLoginIncomplete)
  }

  @Test func `a frozen account can be read`() {
    var (policy, _) = Self.allowed()
    policy.accounts["T1"] = .frozen
    #expect(policy.answer("trader01", "funds.query", account: "T1").isAllowed)
    #expect(policy.answer("trader01", "funds.deposit", account: "T1").reason == .accountFrozen)
  }

  /// F2: sealed bids.
  @Test func `the menu says whose records an action shows`() {
    let (policy, _) = Self.allowed()
    #expect(policy.answer("trader01", "trade.quotes").scope == .own)
    #expect(policy.answer("trader01", "funds.query", account: "T1").scope == .account)
    #expect(policy.answer("trader01", "trade.view").scope == .tenant)
  }

  @Test func `a session that proved key and payment password is allowed`() {
    var (policy, _) = Self.allowed()
    policy.operators["trader01"]?.paymentPasswordSet = true
    policy.tenant.requiresKey = true
    let proved = SessionFacts(paymentVerified: true, keyVerified: true)
    #expect(policy.answer("trader01", "trade.pay", session: proved).isAllowed)
  }
}

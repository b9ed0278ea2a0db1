import Policy
import Testing

/// The ten steps are checked in their order: of several failures the first is the reason.
struct StepOrderTests {
  typealias Spoil = @Sendable (inout TenantPolicy, inout Request) -> Void

  /// One way to fail each step that leaves the steps before it as they were.
  static let failures: [(step: Step, reason: Reason, spoil: Spoil)] = [
    (
      .operator, .operatorSuspended,
      { policy, _ in policy.operators["trader01"]?.state = .suspended }
    ),
    (.target, .accountUnknown, { policy, _ in policy.accounts = [:] }),
    (.tenant, .tenantClosed, { policy, _ in policy.tenant.state = .closed }),
    (
      .firstLogin, .firstLoginIncomplete,
      { policy, _ in policy.operators["trader01"]?.loginPasswordPending = true }
    ),
    (.ceiling, .outsidePool, { policy, _ in policy.groups[.rootGroup]?.pool = .empty }),
    (
      .grant, .menuNotGranted,
      { policy, _ in policy.operators["trader01"]?.holdings = Holdings() }
    ),
    (
      .account, .accountFrozen,
      { policy, _ in if policy.accounts["T1"] != nil { policy.accounts["T1"] = .frozen } }
    ),
    (.hours, .outsideHours, { _, request in request.instant = Clock.now + .seconds(-3600) }),
    (.key, .keyRequired, { _, request in request.session.keyVerified = false }),
    (
      .paymentPassword, .paymentPasswordRequired,
      { _, request in request.session.paymentVerified = false }
    ),
  ]

  static func allowed() -> (TenantPolicy, Request) {
    var policy = TenantPolicy.member()
    policy.catalogue = Catalogue(
      menus: [
        "all": [], "all.marks": [.trading, .needsAccount, .paymentPassword, .hours, .key],
      ])
    policy.entitlement = Entitlement(menus: ["all"], products: [])
    policy.person("trader01", menus: ["all"], accounts: .some(["T1"]))
    policy.operators["trader01"]?.paymentPasswordSet = true
    return (
      policy,
      Request(
        username: "trader01", target: Target(menu: "all.marks", account: "T1"),
        instant: Clock.now, session: SessionFacts(paymentVerified: true, keyVerified: true))
    )
  }

  @Test func `failing nothing is allowed`() {
    let (policy, request) = Self.allowed()
    #expect(policy.decide(request).isAllowed)
    #expect(policy.explain(request).steps.allSatisfy { $0.reason == nil })
  }

  @Test func `of all combinations of failures the first step is the reason`() {
    for chosen in 1..<(1 << Self.failures.count) {
      var (policy, request) = Self.allowed()
      let picked = Self.failures.indices.filter { chosen >> $0 & 1 == 1 }
      for index in picked.reversed() { Self.failures[index].spoil(&policy, &request) }
      #expect(policy.decide(request).reasons == [Self.failures[picked[0]].reason])
    }
  }

  @Test func `explain shows every step that fails, not only the first`() {
    var (policy, request) = Self.allowed()
    for index in [0, 2, 4, 7, 8, 9] { Self.failures[index].spoil(&policy, &request) }
    let steps = policy.explain(request).steps
    #expect(steps.map(\.step) == Step.allCases)
    for index in [0, 2, 4, 7, 8, 9] { #expect(steps[index].reason == Self.failures[index].reason) }
    #expect([1, 3, 6].allSatisfy { steps[$0].reason == nil })
  }

  @Test func `within the target what is unknown comes before what is missing`() {
    var (policy, request) = ReasonTests.allowed()
    request.target = Target(menu: "trade.create", product: "XYZ", account: "T9")
    #expect(policy.decide(request).reason == .productUnknown)
    request.target.product = nil
    #expect(policy.decide(request).reason == .accountUnknown)
    request.target.account = nil
    #expect(policy.decide(request).reason == .productRequired)
    policy.operators = [:]
    #expect(policy.decide(request).reason == .operatorUnknown)
  }
}

import Policy
import Testing

/// Boundaries in time, a millisecond at a time.
struct TimeTests {
  /// F6: 09:15:00 to 15:15:00 in Shanghai, both included; on a day before 1970 too.
  @Test(
    arguments: [
      (33_300_000, -1, false), (33_300_000, 0, true), (33_300_000, 1, true),
      (54_900_000, -1, true), (54_900_000, 0, true), (54_900_000, 1, false),
    ] as [(Int64, Int64, Bool)], [0, 19_723, -1, -400] as [Int64])
  func `the hours are open from 0915 to 1515`(
    _ edge: (Int64, Int64, Bool), day: Int64
  ) {
    var policy = TenantPolicy.member()
    policy.person("trader01", menus: ["trade"])
    let midnight = day * 86_400_000 - 28_800_000
    let instant = Instant(milliseconds: midnight + edge.0 + edge.1)
    let decision = policy.answer("trader01", "trade.declare", at: instant)
    #expect(decision.reason == (edge.2 ? nil : .outsideHours))
  }

  @Test(
    arguments: [(-1, Reason.grantExpired), (0, nil), (9, nil), (10, .grantExpired)]
      as [(Int64, Reason?)])
  func `a grant holds from its first instant until before its last`(
    _ offset: Int64, _ reason: Reason?
  ) {
    var policy = TenantPolicy.member()
    policy.person("trader01")
    let window = Validity(from: 1000, until: 1010)
    policy.operators["trader01"]?.holdings.menus = [Given("trade", validity: window)]
    let instant = Instant(milliseconds: 1000 + offset)
    #expect(policy.answer("trader01", "trade.view", at: instant).reason == reason)
  }

  @Test(
    arguments: [
      (-1, Reason.operatorPending), (0, nil), (9, nil), (10, .operatorExpired),
    ] as [(Int64, Reason?)])
  func `a login holds from its first instant until before its last`(
    _ offset: Int64, _ reason: Reason?
  ) {
    var policy = TenantPolicy.member()
    policy.person("trader01", menus: ["trade"])
    policy.operators["trader01"]?.validity = Validity(from: 1000, until: 1010)
    let instant = Instant(milliseconds: 1000 + offset)
    #expect(policy.answer("trader01", "trade.view", at: instant).reason == reason)
  }

  @Test(arguments: [(-1, Reason.operatorLocked), (0, nil), (1, nil)] as [(Int64, Reason?)])
  func `a lock ends at its end`(_ offset: Int64, _ reason: Reason?) {
    var policy = TenantPolicy.member()
    policy.person("trader01", menus: ["trade"])
    policy.operators["trader01"]?.lockedUntil = 1000
    let instant = Instant(milliseconds: 1000 + offset)
    #expect(policy.answer("trader01", "trade.view", at: instant).reason == reason)
  }

  @Test func `a validity that ends before it begins never holds`() {
    let never = Validity(from: 10, until: 10)
    #expect(![9, 10, 11].contains { never.contains($0) })
    #expect(Validity.always.contains(Instant(milliseconds: .min)))
  }

  @Test func `an expired role counts as expired, and an expired product as one`() {
    var policy = TenantPolicy.member()
    policy.roles = ["Seller": Role(menus: ["trade"])]
    policy.person("trader01", products: ["PNG"], roles: ["Seller"])
    policy.operators["trader01"]?.holdings.products[0].validity.until = Clock.now
    #expect(policy.answer("trader01", "trade.view", product: "PNG").reason == .grantExpired)
    policy.operators["trader01"]?.holdings.roles[0].validity.from = Clock.later
    #expect(policy.answer("trader01", "trade.view").reason == .grantExpired)
    #expect(policy.answer("trader01", "trade.view", product: "LNG").reason == .productNotGranted)
  }

  @Test func `adding to an instant stays at the ends of the range`() {
    let last = Instant(milliseconds: .max)
    let first = Instant(milliseconds: .min)
    #expect((last + .milliseconds(1)) == last)
    #expect((first + .milliseconds(-1)) == first)
    #expect((Instant(milliseconds: 0) + .seconds(Int64.max)) == last)
    #expect((Instant(milliseconds: 0) + .seconds(Int64.min)) == first)
    let edge = Duration(
      secondsComponent: .max / 1000, attosecondsComponent: 999 * 1_000_000_000_000_000)
    #expect((Instant(milliseconds: 0) + edge) == last)
    #expect((Instant(milliseconds: 5) + .milliseconds(-7)) == -2)
  }

  @Test(arguments: [Int64.min, -1, 0, 1, .max])
  func `the time of day lies within the day`(_ milliseconds: Int64) {
    #expect((0..<86_400_000).contains(Instant(milliseconds: milliseconds).exchangeTimeOfDay))
  }
}

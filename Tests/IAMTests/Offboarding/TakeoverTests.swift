import Policy
import TestSupport
import Testing

@testable import IAM

/// Whoever gets somebody's one-time password gets all that this somebody holds: nobody hands that
/// out who could not give it. C1, C10.
@Suite struct TakeoverTests {
  private let firm: Firm
  private let administrator: Username = "admin-001"
  private let trader: Username = "trader-001"

  /// A trader of one department who has joined another, which hands down what the administrator of
  /// the first cannot give.
  init() throws {
    firm = try Firm()
    try firm.department("甲部", administeredBy: administrator)
    try firm.department("乙部", administeredBy: "admin-002", products: ["LNG"])
    try firm.hire(trader, group: "甲部")
    try firm.act { change in
      try change.createRole("液化")
      try change.grant(RoleParts(menus: ["trade"], products: ["LNG"]), toRole: "液化")
      try change.assign(Assignment(everyAccount: true, roles: ["液化"]), toGroup: "乙部")
      try change.joinGroup(trader, "乙部")
    }
  }

  private func reset(as actor: Username) throws {
    let issued = IssuedPassword(text: "-", hash: firm.registry.services.hasher.standIn)
    try firm.act(as: actor) { _ = try $0.resetPassword(of: trader.text, to: issued) }
  }

  /// Who would gain what is not the actor's to give.
  private func gainer(_ body: () throws -> Void) throws -> Username? {
    guard case .refused(let violations)? = try refusal(body),
      case .gain(let username, _)? = violations.first
    else { return nil }
    return username
  }

  private func isPending() throws -> Bool {
    try firm.ask { try $0.operatorDetails(trader) }.pending.contains(.loginPassword)
  }

  @Test func `an administrator resets nobody who holds more than it may give`() throws {
    #expect(try gainer { try reset(as: administrator) } == trader)
    #expect(try !isPending())
    let row = try #require(
      try firm.ask { try $0.auditEntries() }.last { $0.event == "operator.reset-password" })
    #expect(row.outcome == .denied && row.reason == "outside-authority")
  }

  @Test func `neither one whose one-time password was lost, nor one that is suspended`() throws {
    try reset(as: Firm.master)
    #expect(try isPending())
    #expect(try gainer { try reset(as: administrator) } == trader)
    try firm.act { try $0.suspendOperator(trader.text) }
    #expect(try gainer { try reset(as: administrator) } == trader)
  }

  @Test func `what the operator holds within the department does not stand in the way`() throws {
    try firm.act { change in
      try change.leaveGroup(trader, "乙部")
      try change.assign(
        Assignment(menus: ["trade"], products: ["PNG"], everyAccount: true), to: trader)
    }
    try reset(as: administrator)
    #expect(try isPending())
  }

  @Test func `what is not valid yet counts, what has ended does not`() throws {
    let later = firm.exchange.clock.now + .seconds(60)
    try firm.act { change in
      try change.unassign(Assignment(roles: ["液化"]), fromGroup: "乙部")
      try change.assign(
        Assignment(roles: ["液化"]), toGroup: "乙部", validity: Validity(from: later))
    }
    #expect(try gainer { try reset(as: administrator) } == trader)
    try firm.act {
      try $0.assign(Assignment(roles: ["液化"]), toGroup: "乙部", validity: Validity(until: later))
    }
    firm.exchange.clock.advance(by: .seconds(61))
    try reset(as: administrator)
  }

  @Test func `the master resets everybody, whatever it holds`() throws {
    try reset(as: Firm.master)
    try reset(as: Firm.master)
    #expect(try isPending())
  }

  @Test func `whoever changes its own password is given nothing by it`() throws {
    let hash = firm.registry.services.hasher.standIn
    let found = try firm.registry.database.read { try $0.findOperator(trader) }
    let person = try #require(found)
    try firm.registry.change(as: .unchecked(trader)) { change in
      try change.perform(
        Intent("test.password", in: person.tenant, on: trader.text, need: .ownSelf)
      ) {
        try change.replaceCredential(.login, of: person.id, hash: hash)
        try change.closeStep(.loginPassword, for: person.id)
        return Recorded()
      }
    }
  }

  // MARK: Leaving

  /// C11.
  @Test func `the administrator of its home offboards a leaver from whatever it has joined`() throws
  {
    let group = try refusal {
      try firm.act(as: administrator) { try $0.leaveGroup(trader, "乙部") }
    }
    #expect(group == .refused([.operatorNotYours(trader)]))
    let plan = try firm.act(as: administrator) { try $0.offboard(trader.text, reason: "离职") }
    #expect(plan.items.contains(OffboardingPlan.Item(kind: "joined-group", name: "乙部")))
    let details = try firm.ask { try $0.operatorDetails(trader) }
    #expect(details.listing.state == .offboarded && details.joined == [])
  }

  @Test func `others offboard nobody, nor anybody who administers beside them`() throws {
    let stranger = try refusal {
      try firm.act(as: "admin-002") { _ = try $0.offboard(trader.text, reason: "离职") }
    }
    #expect(stranger == .refused([.operatorNotYours(trader)]))
    try firm.act { change in
      try change.appoint(trader, administering: "乙部")
    }
    let colleague = try refusal {
      try firm.act(as: administrator) { _ = try $0.offboard(trader.text, reason: "离职") }
    }
    #expect(colleague == .refused([.operatorNotYours(trader)]))
  }
}
